import type { Item } from '../api/installation';
import type { Known } from './editions';
import { openItem, type Opened } from './openItem';

const LOOK_AGAIN = 40;
const PATIENCE = 20_000;
const LOAD_AGAIN = 3000;
/** So much before the end of what it has a video stands still. */
const SHORT = 0.1;

/** One of the two videos of a screen, and the item in it. */
export class Slot {
  private opened: Opened | null = null;
  private master = '';
  private shown: Item | null = null;
  private broken: string | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;
  private there = false;

  constructor(readonly video: HTMLVideoElement) {}

  get item(): Item | null {
    return this.shown;
  }

  /** Whether it stands at the beginning of its item, or plays it. */
  get able(): boolean {
    return this.there;
  }

  /** Whether more of its media cannot be had for the time being. */
  get isBroken(): boolean {
    return this.broken !== null;
  }

  get bandwidth(): number | null {
    return this.opened?.bandwidth ?? null;
  }

  /** Where its item begins, in seconds of its video. */
  get begin(): number {
    return this.shown?.from ?? 0;
  }

  /** Where its item ends; what is there, while nothing more comes. Infinite where nobody knows yet. */
  get end(): number {
    const { duration } = this.video;
    // What grows stops a little before the end of what is listed, and does not say that it ended.
    const last = this.opened?.grows ? duration - SHORT : duration;
    const end = Math.min(this.shown?.until ?? Infinity, Number.isFinite(last) ? last : Infinity);
    return this.broken === null ? end : Math.min(end, this.have[1] - SHORT);
  }

  /** Seconds until it has shown its last picture, by the clock on the wall. */
  get left(): number {
    return (this.end - this.video.currentTime) / this.video.playbackRate;
  }

  /** Whether it shows nothing new any more. */
  get isOver(): boolean {
    return this.video.ended || this.left <= 0;
  }

  /** By how many seconds it is past its beginning. */
  get past(): number {
    return this.video.currentTime - this.begin;
  }

  /** Whether it has this item of this edition. */
  has(slug: string, master: string): boolean {
    return this.opened !== null && this.shown?.slug === slug && this.master === master;
  }

  /**
   * Brings an item to its beginning, with its first picture there. Of an edition that it has already, nothing is loaded
   * again.
   *
   * @returns whether it came to that; false, too, where something else was asked for since
   */
  async prepare(item: Item, edition: Pick<Known, 'master' | 'duration'>, bandwidth: number | null): Promise<boolean> {
    const attempt = ++this.attempt;
    this.there = false;
    this.video.pause();
    this.video.muted = true;
    if (!this.has(item.slug, edition.master) || this.broken !== null) {
      this.open(item, edition, bandwidth);
    }
    this.shown = item;
    this.rewind();
    const able = await this.settled(attempt);
    if (attempt === this.attempt) {
      this.there = able;
    }
    return able && attempt === this.attempt;
  }

  /** Goes to the beginning of its item, or to that of what is left of it. */
  rewind(): void {
    const [from] = this.have;
    const to = this.broken === null ? this.begin : Math.max(this.begin, from);
    if (Math.abs(this.video.currentTime - to) > 0.001 && this.video.readyState > 0) {
      this.video.currentTime = to;
    }
  }

  /** Takes what it has, without asking for anything. */
  async standIn(): Promise<boolean> {
    const attempt = ++this.attempt;
    this.video.pause();
    this.video.muted = true;
    this.rewind();
    const able = await this.settled(attempt);
    this.there = able && attempt === this.attempt;
    return this.there;
  }

  close(): void {
    clearTimeout(this.retry);
    this.opened?.close();
    this.opened = null;
    this.shown = null;
    this.there = false;
  }

  private open(item: Item, { master, duration }: Pick<Known, 'master' | 'duration'>, bandwidth: number | null): void {
    this.close();
    this.broken = null;
    this.master = master;
    this.opened = openItem(this.video, {
      master,
      startAt: item.from ?? 0,
      bandwidth,
      duration,
      broke: (reason) => this.broke(reason),
      flowed: () => (this.broken = null),
    });
  }

  private broke(reason: string): void {
    this.broken = reason;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.opened?.loadAgain(), LOAD_AGAIN);
  }

  /** Whether its first picture comes. */
  private async settled(attempt: number): Promise<boolean> {
    const { video } = this;
    const end = performance.now() + PATIENCE;
    while (attempt === this.attempt && performance.now() < end) {
      if (this.begin >= video.duration) {
        return false;
      }
      if (video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA && !video.seeking) {
        return true;
      }
      if (this.broken !== null && this.have[1] - this.have[0] < 0.5) {
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
    return false;
  }

  /** The stretch of media that is there: that at its position, else the last one. */
  private get have(): readonly [number, number] {
    const { buffered, currentTime } = this.video;
    for (let index = buffered.length - 1; index >= 0; index--) {
      const stretch = [buffered.start(index), buffered.end(index)] as const;
      if (index === 0 || stretch[0] <= currentTime + 0.1) {
        return stretch;
      }
    }
    return [0, 0];
  }
}
