import type { Addresses } from '../api/address';
import type { Job } from '../api/work';
import { el, setText } from '../ui/dom';
import { facts, stateText, subject } from './words';

/** One job. It is changed in place, so that focus and what was opened stay. */
export class JobRow {
  readonly element: HTMLLIElement;
  private readonly link = el('a');
  private readonly title = el('span');
  private readonly subject = el('span', { class: 'subject' });
  private readonly chip = el('span', { class: 'chip' });
  private readonly bar = el('progress', { max: 1 });
  private readonly facts = el('p', { class: 'facts' });
  private readonly error = el('p', { class: 'error' });
  private readonly command = el('pre');
  private readonly output = el('pre');
  private readonly exit = el('p');
  private readonly details: HTMLDetailsElement;
  private readonly again = el('button', { type: 'button' }, 'Try again');
  private job: Job | null = null;

  constructor(
    private readonly addresses: Addresses,
    private readonly mayChange: boolean,
    retry: (job: Job) => void,
  ) {
    const summary = el('summary', {}, 'What was called, and what it said');
    this.details = el('details', {}, summary, this.command, this.exit, this.output);
    this.again.addEventListener('click', () => this.job && retry(this.job));
    const name = el('h2', {}, this.link, this.title);
    this.element = el('li', { class: 'job' }, name, this.subject, this.chip, this.bar, this.facts, this.error, this.details, this.again);
  }

  update(job: Job, now: Date): void {
    this.job = job;
    this.name(job);
    setText(this.subject, subject(job));
    this.chip.dataset['state'] = job.state === 'running' ? 'encoding' : job.state;
    setText(this.chip, stateText(job));
    this.bar.hidden = job.state !== 'running';
    this.bar.setAttribute('aria-label', `Progress of ${subject(job)}`);
    if (job.progress > 0) {
      this.bar.value = job.progress;
    } else {
      this.bar.removeAttribute('value');
    }
    setText(this.facts, facts(job, now).join(' · '));
    this.fail(job);
  }

  private name(job: Job): void {
    this.link.hidden = job.artwork === null;
    setText(this.link, job.artwork === null ? '' : (job.title ?? job.artwork));
    if (job.artwork !== null) {
      this.link.href = this.addresses.watch(job.artwork);
    }
    setText(this.title, job.artwork === null ? subject(job) : '');
    this.subject.hidden = job.artwork === null;
  }

  private fail({ state, failure, artwork }: Job): void {
    setText(this.error, failure?.error ?? '');
    this.details.hidden = failure === null || failure.command === null;
    setText(this.command, failure?.command ?? '');
    setText(this.exit, failure?.exitCode == null ? '' : `Exit code ${failure.exitCode}`);
    setText(this.output, failure?.output.join('\n') ?? '');
    this.again.hidden = state !== 'failed' || artwork === null || !this.mayChange;
  }
}
