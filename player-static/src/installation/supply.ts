import type { Item } from '../api/installation';
import { NotShown, type Editions } from './editions';
import { placeIn } from './programme';
import type { Slot } from './slot';

export interface SupplyListeners {
  /** What comes next is there. */
  ready(): void;
  /** An item cannot be shown and is passed over. */
  skipped(item: Item, reason: string): void;
  /** Nothing of all that is to be shown can be. */
  nothing(): void;
}

const TRY_AGAIN = 5000;

/**
 * Brings what comes next into the video that waits. What cannot be shown is passed over. While the server is away, that
 * video keeps what it has and stands in with it: what is loaded is not given up for what may never come.
 */
export class Supply {
  private programme: readonly Item[] = [];
  private loop = true;
  private at = -1;
  /** The number of what waits: that of the item that is on, for a stand-in. Null: nothing does. */
  private next: number | null = null;
  private slot: Slot | null = null;
  private bandwidth: number | null = null;
  private task = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  private away = false;
  private exhausted = false;

  constructor(
    private readonly editions: Pick<Editions, 'of'>,
    private readonly listeners: SupplyListeners,
  ) {}

  /** Whether something waits that can take the place of what is on. */
  get waits(): boolean {
    return this.next !== null && this.slot?.able === true;
  }

  /** Whether nothing follows what is on. */
  get isOver(): boolean {
    return this.exhausted;
  }

  /** Has another programme from now on. @param on what is on now */
  show(programme: readonly Item[], loop: boolean, on: Item | null): void {
    this.at = on ? placeIn(programme, on, this.at) : -1;
    this.programme = programme;
    this.loop = loop;
  }

  /** Goes back to before the beginning. */
  restart(): void {
    this.at = -1;
  }

  /** What waits is on from now on. */
  take(): void {
    this.at = this.next ?? this.at;
    this.next = null;
    this.task++;
  }

  /**
   * Begins to bring what comes next into a video.
   *
   * @param bandwidth bits per second that were measured
   * @param after milliseconds from now
   */
  fill(slot: Slot, bandwidth: number | null, after = 0): void {
    this.slot = slot;
    this.bandwidth = bandwidth;
    this.exhausted = false;
    this.next = null;
    this.task++;
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.find(slot), after);
  }

  private async find(slot: Slot): Promise<void> {
    const task = ++this.task;
    const isWanted = (): boolean => task === this.task;
    for (let step = 1; step <= this.programme.length && isWanted(); step++) {
      const number = this.at + step;
      if (number >= this.programme.length && !this.loop) {
        this.exhausted = true;
        return;
      }
      if (this.away && slot.item !== null) {
        return this.standIn(slot, isWanted);
      }
      const at = number % this.programme.length;
      const item = this.programme[at];
      if (item && (await this.bring(item, slot, isWanted))) {
        return this.found(at);
      }
    }
    if (isWanted()) {
      this.listeners.nothing();
      this.fill(slot, this.bandwidth, TRY_AGAIN);
    }
  }

  private async bring(item: Item, slot: Slot, isWanted: () => boolean): Promise<boolean> {
    try {
      const edition = await this.editions.of(item.slug);
      const { master, asked } = edition;
      if (!isWanted()) {
        return false;
      }
      this.reach(asked);
      if (!asked && slot.item !== null && (slot.isBroken || !slot.has(item.slug, master))) {
        await this.standIn(slot, isWanted);
        return false;
      }
      if ((await slot.prepare(item, edition, this.bandwidth)) && isWanted()) {
        return true;
      }
      this.pass(item, 'Its media could not be loaded.', isWanted);
    } catch (error) {
      if (!(error instanceof NotShown)) {
        throw error;
      }
      this.reach(error.asked);
      this.pass(item, error.message, isWanted);
    }
    return false;
  }

  private async standIn(slot: Slot, isWanted: () => boolean): Promise<void> {
    if ((await slot.standIn()) && isWanted()) {
      this.found(this.at);
    }
  }

  private found(number: number): void {
    this.task++;
    this.next = number;
    this.listeners.ready();
  }

  private pass(item: Item, reason: string, isWanted: () => boolean): void {
    if (isWanted()) {
      this.listeners.skipped(item, reason);
    }
  }

  /** While the server is away it is looked for; when it is back, what waits is replaced by what should. */
  private reach(asked: boolean): void {
    const wasAway = this.away;
    this.away = !asked;
    if (this.away && !wasAway) {
      this.lookAgain();
    }
  }

  private lookAgain(): void {
    setTimeout(() => void this.look(), TRY_AGAIN);
  }

  private async look(): Promise<void> {
    const item = this.programme[(this.at + 1) % this.programme.length];
    const asked = item ? await this.isThere(item) : true;
    if (!this.away) {
      return;
    }
    if (asked) {
      this.away = false;
      if (this.slot) {
        this.fill(this.slot, this.bandwidth);
      }
    } else {
      this.lookAgain();
    }
  }

  private async isThere({ slug }: Item): Promise<boolean> {
    try {
      return (await this.editions.of(slug)).asked;
    } catch (error) {
      return !(error instanceof NotShown) || error.asked;
    }
  }
}
