import type { Addresses } from '../api/address';
import type { Artwork } from '../api/artwork';
import { byId, el } from '../ui/dom';

/** Links to the other artworks that show the same film. */
export class Same {
  private shown = '';

  constructor(private readonly addresses: Pick<Addresses, 'watch'>) {}

  show({ sameAs }: Pick<Artwork, 'sameAs'>): void {
    const sign = JSON.stringify(sameAs);
    if (sign === this.shown) {
      return;
    }
    this.shown = sign;
    const place = byId('same');
    place.hidden = sameAs.length === 0;
    const links = sameAs.map((slug) => el('a', { href: this.addresses.watch(slug) }, slug));
    place.replaceChildren('The same film: ', ...links.flatMap((link, index) => (index === 0 ? [link] : [', ', link])));
  }
}
