import type { Addresses } from '../api/address';
import type { Artwork } from '../api/artwork';
import type { WorkClient } from '../api/work';
import { Card } from './card';

/** The cards of the library, one for each artwork, in order. */
export class Grid {
  private readonly cards = new Map<string, Card>();
  private readonly seen = new Map<string, Artwork>();

  constructor(
    private readonly list: HTMLElement,
    private readonly addresses: Addresses,
    private readonly work: Pick<WorkClient, 'retry'> | null,
  ) {}

  show(artworks: readonly Artwork[]): void {
    this.removeOthers(new Set(artworks.map((artwork) => artwork.slug)));
    artworks.forEach((artwork, position) => {
      const card = this.cardOf(artwork);
      // Moving an element takes the focus from it: only what stands elsewhere is moved.
      const there = this.list.children[position];
      if (there !== card.element) {
        this.list.insertBefore(card.element, there ?? null);
      }
    });
  }

  private cardOf(artwork: Artwork): Card {
    const card = this.cards.get(artwork.slug) ?? new Card(this.addresses, this.work);
    this.cards.set(artwork.slug, card);
    if (this.seen.get(artwork.slug) !== artwork) {
      this.seen.set(artwork.slug, artwork);
      card.update(artwork);
    }
    return card;
  }

  private removeOthers(slugs: ReadonlySet<string>): void {
    for (const [slug, card] of this.cards) {
      if (!slugs.has(slug)) {
        card.element.remove();
        this.cards.delete(slug);
        this.seen.delete(slug);
      }
    }
  }
}
