import type { Artwork } from '../api/artwork';
import { el, setText } from './dom';
import { stateText } from './format';

/** An artwork's state as a chip, with a bar while it is worked on. */
export class Status {
  readonly element: HTMLElement;
  private readonly chip = el('span', { class: 'chip' });
  private readonly bar = el('progress', { max: 1 });

  constructor() {
    this.element = el('div', { class: 'status' }, this.chip, this.bar);
  }

  update(artwork: Artwork): void {
    const working = artwork.state === 'ingesting' || artwork.state === 'encoding';
    this.chip.dataset['state'] = artwork.state;
    setText(this.chip, stateText(artwork));
    this.bar.hidden = !working;
    this.bar.setAttribute('aria-label', `Progress of ${artwork.title}`);
    if (artwork.state === 'ingesting' && artwork.progress === 0) {
      this.bar.removeAttribute('value');
    } else {
      this.bar.value = artwork.progress;
    }
  }
}
