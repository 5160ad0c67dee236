import type { Artwork } from '../api/artwork';
import { ApiError, type ApiClient } from '../api/client';
import { byId, el } from '../ui/dom';

/** Tells the artist what was found of a 360° film, and asks where it may be one and nobody said so. */
export class Advice {
  private shown = '';

  constructor(private readonly client: Pick<ApiClient, 'tellSphere'>) {}

  show({ slug, findings, suggestion }: Pick<Artwork, 'slug' | 'findings' | 'suggestion'>): void {
    const sign = JSON.stringify([slug, findings, suggestion]);
    if (sign === this.shown) {
      return;
    }
    this.shown = sign;
    const place = byId('advice');
    place.hidden = findings.length === 0 && suggestion === null;
    place.replaceChildren(...findings.map((text) => el('p', {}, text)), ...(suggestion === null ? [] : [this.question(slug, suggestion)]));
  }

  private question(slug: string, suggestion: string): HTMLElement {
    const button = el('button', { type: 'button' }, 'Show it as 360°');
    const answer = el('p', { role: 'status' });
    button.addEventListener('click', () => void this.tell(slug, suggestion, button, answer));
    return el('div', {}, el('p', {}, 'The picture is exactly twice as wide as high, as 360° films are. Is it one?'), button, answer);
  }

  private async tell(slug: string, projection: string, button: HTMLButtonElement, answer: HTMLElement): Promise<void> {
    button.disabled = true;
    try {
      await this.client.tellSphere(slug, projection);
      answer.textContent = 'It is shown so in a moment.';
    } catch (error) {
      button.disabled = false;
      answer.textContent = error instanceof ApiError ? error.detail || error.title : String(error);
    }
  }
}
