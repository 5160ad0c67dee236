/** A choice of the quality menu. */
export interface Quality {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly bitrate: number;
}

/**
 * The qualities of a video as media-chrome's quality menu asks for them: an array-like `videoRenditions` on the media
 * element that tells of additions and of choices. Index -1 is automatic.
 */
export class Qualities extends EventTarget {
  readonly [index: number]: Quality;
  length = 0;
  private chosen = -1;

  get selectedIndex(): number {
    return this.chosen;
  }

  set selectedIndex(index: number) {
    if (index !== this.chosen) {
      this.chosen = index;
      this.dispatchEvent(new Event('change'));
    }
  }

  set(qualities: readonly Quality[]): void {
    const slots = this as unknown as Record<number, Quality>;
    for (let index = 0; index < this.length; index++) {
      delete slots[index];
    }
    qualities.forEach((quality, index) => (slots[index] = quality));
    this.length = qualities.length;
    this.dispatchEvent(new Event('addrendition'));
  }

  /** Height that was chosen, or null for automatic. */
  get chosenHeight(): number | null {
    return this[this.chosen]?.height ?? null;
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
