import type { Addresses } from '../api/address';
import type { Artwork, Rendition } from '../api/artwork';
import { el, setText } from '../ui/dom';
import { bytes, detailText, renditionText } from '../ui/format';

const POSTER = 'TN';

/** Subtitles are not a file of their own to be downloaded. */
const TEXT = /^TEXT(-|$)/;

/** The rows of the renditions' table, changed in place. */
export class Renditions {
  private readonly rows = new Map<string, Row>();

  constructor(
    private readonly body: HTMLElement,
    private readonly addresses: Addresses,
  ) {}

  show(artwork: Artwork): void {
    artwork.renditions.forEach((rendition, position) => {
      const row = this.rows.get(rendition.name) ?? new Row(rendition.name);
      this.rows.set(rendition.name, row);
      row.update(rendition, this.download(artwork, rendition));
      const there = this.body.children[position];
      if (there !== row.element) {
        this.body.insertBefore(row.element, there ?? null);
      }
    });
    for (const [name, row] of this.rows) {
      if (!artwork.renditions.some((rendition) => rendition.name === name)) {
        row.element.remove();
        this.rows.delete(name);
      }
    }
  }

  private download(artwork: Artwork, rendition: Rendition): string | null {
    if (!rendition.complete || TEXT.test(rendition.name)) {
      return null;
    }
    if (rendition.name === POSTER) {
      return artwork.poster && this.addresses.resolve(artwork.poster);
    }
    return this.addresses.rendition(artwork.slug, rendition.name);
  }
}

class Row {
  readonly element: HTMLTableRowElement;
  private readonly origin = el('span', { class: 'tag' });
  private readonly state = el('span');
  private readonly bar = el('progress', { max: 1 });
  private readonly quality = el('small', { class: 'quality' });
  private readonly size = el('td', { class: 'size', role: 'cell' });
  private readonly hash = el('code');
  private readonly link = el('a', { class: 'download', download: true }, 'Download');

  constructor(name: string) {
    this.bar.setAttribute('aria-label', `Progress of ${name}`);
    this.link.setAttribute('aria-label', `Download ${name}`);
    this.element = el(
      'tr',
      { role: 'row' },
      el('th', { scope: 'row', role: 'rowheader' }, name),
      el('td', { class: 'origin', role: 'cell' }, this.origin),
      el('td', { class: 'state', role: 'cell' }, this.state, this.bar, this.quality),
      this.size,
      el('td', { class: 'hash', role: 'cell' }, this.hash),
      el('td', { class: 'get', role: 'cell' }, this.link),
    );
  }

  update(rendition: Rendition, download: string | null): void {
    const working = !rendition.complete && !rendition.failed;
    setText(this.origin, rendition.origin);
    this.origin.dataset['origin'] = rendition.origin;
    setText(this.state, renditionText(rendition));
    this.state.className = rendition.failed ? 'error' : '';
    this.bar.hidden = !working || rendition.expectedSegments === 0;
    this.bar.value = rendition.segments / Math.max(1, rendition.expectedSegments);
    const detail = detailText(rendition);
    this.quality.hidden = detail === '';
    setText(this.quality, detail);
    setText(this.size, rendition.bytes > 0 ? bytes(rendition.bytes) : '');
    setText(this.hash, rendition.sha256?.slice(0, 12) ?? '');
    this.hash.title = rendition.sha256 ?? '';
    this.link.hidden = download === null;
    this.link.href = download ?? '';
  }
}
