import { ApiError, type ApiClient } from '../api/client';
import type { Artwork } from '../api/artwork';
import type { Plan, PlanPage } from '../api/plans';
import { byId, el, setText } from '../ui/dom';
import { planStateText, planText } from '../ui/planText';

const PAGE = 20;

/** The history of an artwork's plans, the newest first, a page at a time. A server that has none is asked once. */
export class Plans {
  private offset = 0;
  private seen = '';
  private asked = new AbortController();
  private absent = false;
  private readonly earlier = byId<HTMLButtonElement>('plans-earlier');
  private readonly later = byId<HTMLButtonElement>('plans-later');

  constructor(private readonly client: Pick<ApiClient, 'plans'>) {
    this.earlier.addEventListener('click', () => this.turn(PAGE, this.earlier));
    this.later.addEventListener('click', () => this.turn(-PAGE, this.later));
  }

  /** Asks again where the artwork is another or has come further. */
  show({ slug, state, playback, renditions }: Artwork): void {
    const made = renditions.map(({ name, complete, failed }) => `${name}${complete}${failed}`);
    const sign = JSON.stringify([slug, state, playback?.edition, made]);
    if (sign !== this.seen && !this.absent) {
      this.seen = sign;
      void this.ask(slug);
    }
  }

  private turn(by: number, button: HTMLButtonElement): void {
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    this.offset = Math.max(0, this.offset + by);
    const [slug] = JSON.parse(this.seen) as [string];
    void this.ask(slug);
  }

  private async ask(slug: string): Promise<void> {
    this.asked.abort();
    const { signal } = (this.asked = new AbortController());
    try {
      const page = await this.client.plans(slug, this.offset, PAGE, signal);
      if (!signal.aborted) {
        this.render(page);
      }
    } catch (error) {
      this.absent ||= error instanceof ApiError && error.status === 404;
      if (!signal.aborted && !this.absent) {
        setText(byId('plans-problem'), error instanceof Error ? error.message : String(error));
      }
    }
  }

  private render({ total, plans }: PlanPage): void {
    byId('plans').hidden = total === 0;
    setText(byId('plans-problem'), '');
    byId('plans-list').replaceChildren(...plans.map(itemOf));
    byId('plans-pages').hidden = total <= PAGE;
    setText(byId('plans-range'), `${this.offset + 1} to ${this.offset + plans.length} of ${total}`);
    // A button that is disabled loses the focus; this one only says that it does nothing.
    enable(this.earlier, this.offset + PAGE < total);
    enable(this.later, this.offset > 0);
  }
}

function enable(button: HTMLButtonElement, able: boolean): void {
  button.setAttribute('aria-disabled', String(!able));
}

function itemOf(plan: Plan): HTMLElement {
  const when = plan.at && el('time', { datetime: plan.at.toISOString() }, whenText(plan.at));
  const state = el('span', { class: 'chip', 'data-state': plan.state }, planStateText(plan));
  return el(
    'li',
    { value: plan.number },
    el('p', { class: 'plan-head' }, el('strong', {}, sentenceCase(plan.cause)), state, when),
    el('p', { class: 'plan-text' }, planText(plan)),
  );
}

function whenText(at: Date): string {
  return at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

function sentenceCase(text: string): string {
  return text === '' ? 'Change' : text.charAt(0).toUpperCase() + text.slice(1);
}
