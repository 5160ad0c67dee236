/** A choice of the quality menu. */
export interface Quality {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly bitrate: number;
}

const ON_DEMAND = '-on-demand';

/** A choice that is made only when somebody chooses it. */
export function offerOf({ name, width, height }: { name: string; width: number; height: number }): Quality {
  return { id: name + ON_DEMAND, width, height, bitrate: 0 };
}

/** The rendition of such a choice. */
export function nameOfOffer({ id }: Pick<Quality, 'id'>): string {
  return id.slice(0, -ON_DEMAND.length);
}

/** Whether a choice is to be made first. */
export function isOffer({ id }: Pick<Quality, 'id'>): boolean {
  return id.endsWith(ON_DEMAND);
}

/**
 * The qualities of a video as media-chrome's quality menu asks for them: an array-like `videoRenditions` on the media
 * element that tells of additions and of choices. Index -1 is automatic.
 */
export class Qualities extends EventTarget {
  readonly [index: number]: Quality;
  length = 0;
  private chosen = -1;
  private levels: readonly Quality[] = [];
  private offers: readonly Quality[] = [];

  get selectedIndex(): number {
    return this.chosen;
  }

  set selectedIndex(index: number) {
    if (index !== this.chosen) {
      this.chosen = index;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** What the playlists declare. */
  set(levels: readonly Quality[]): void {
    this.levels = levels;
    this.list();
  }

  /** What is made on demand, whether the playlists declare it or not. */
  offer(offers: readonly Quality[]): void {
    if (offers.map(({ id }) => id).join() !== this.offers.map(({ id }) => id).join()) {
      this.offers = offers;
      this.list();
    }
  }

  private list(): void {
    const { choice } = this;
    const offered = new Set(this.offers.map(({ height }) => height));
    const all = [...this.levels.filter(({ height }) => !offered.has(height)), ...this.offers];
    const slots = this as unknown as Record<number, Quality>;
    for (let index = 0; index < this.length; index++) {
      delete slots[index];
    }
    all.forEach((quality, index) => (slots[index] = quality));
    this.length = all.length;
    this.chosen = choice === null ? -1 : all.findIndex(({ height }) => height === choice.height);
    this.dispatchEvent(new Event('addrendition'));
    if (choice?.id !== this.choice?.id) {
      this.dispatchEvent(new Event('change'));
    }
  }

  /** What was chosen, or null for automatic. */
  get choice(): Quality | null {
    return this[this.chosen] ?? null;
  }

  /** Height that was chosen, or null for automatic. */
  get chosenHeight(): number | null {
    return this.choice?.height ?? null;
  }

  /** Chooses the quality of a height, where there is one. */
  choose(height: number | null): void {
    this.selectedIndex = height === null ? -1 : [...this].findIndex((quality) => quality.height === height);
  }

  *[Symbol.iterator](): Iterator<Quality> {
    for (let index = 0; index < this.length; index++) {
      yield this[index] as Quality;
    }
  }
}
