import type { Addresses } from '../api/address';
import type { Artwork } from '../api/artwork';
import { el, setText } from '../ui/dom';
import { duration } from '../ui/format';
import type { WorkClient } from '../api/work';
import { Status } from '../ui/status';
import { Retry } from './retry';

/** One artwork of the library. It is changed in place, so that focus and hover stay. */
export class Card {
  readonly element: HTMLLIElement;
  private readonly link = el('a');
  private readonly slug = el('p', { class: 'slug' });
  private readonly error = el('p', { class: 'error' });
  private readonly frame = el('div', { class: 'frame' });
  private readonly initial = el('span', { class: 'initial', 'aria-hidden': 'true' });
  private readonly length = el('span', { class: 'length' });
  private readonly status = new Status();
  private readonly retry: Retry;
  private poster: string | null = null;

  /** @param work null where the application takes no calls that change something from this page */
  constructor(
    private readonly addresses: Addresses,
    work: Pick<WorkClient, 'retry'> | null,
  ) {
    this.retry = new Retry(work);
    this.frame.append(this.initial, this.length);
    const text = el('div', { class: 'text' }, el('h2', {}, this.link), this.slug, this.status.element, this.error, this.retry.element);
    this.element = el('li', { class: 'card' }, this.frame, text);
  }

  update(artwork: Artwork): void {
    this.link.href = this.addresses.watch(artwork.slug);
    setText(this.link, artwork.title);
    setText(this.slug, artwork.slug);
    setText(this.initial, [...artwork.title][0]?.toUpperCase() ?? '');
    setText(this.length, artwork.durationSeconds === null ? '' : duration(artwork.durationSeconds));
    setText(this.error, artwork.state === 'failed' ? (artwork.error ?? '') : '');
    this.status.update(artwork);
    this.retry.update(artwork);
    this.showPoster(this.resolved(artwork.poster), this.resolved(artwork.posterWebp));
  }

  private resolved(address: string | null): string | null {
    return address === null ? null : this.addresses.resolve(address);
  }

  private showPoster(address: string | null, webp: string | null): void {
    if (address === this.poster) {
      return;
    }
    this.poster = address;
    this.frame.querySelector('picture')?.remove();
    if (address !== null) {
      const image = el('img', { src: address, alt: '', loading: 'lazy', decoding: 'async' });
      const picture = el('picture', {}, ...(webp === null ? [] : [el('source', { type: 'image/webp', srcset: webp })]), image);
      image.addEventListener('error', () => picture.remove());
      this.initial.after(picture);
    }
  }
}
