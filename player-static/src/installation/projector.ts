import type { Item } from '../api/installation';
import { cueOf, Lead } from './cue';
import type { Editions } from './editions';
import { Loudness } from './loudness';
import type { Slot } from './slot';
import { Stillness } from './stillness';
import { Supply, type SupplyListeners } from './supply';
import { atEachPicture } from './ticks';

/** One item took the place of another. */
export interface Change {
  readonly before: HTMLVideoElement;
  readonly after: HTMLVideoElement;
  /** Where the one before ended, in seconds of its video. */
  readonly end: number;
  /** Where the one after begins. */
  readonly begin: number;
}

export interface ProjectorListeners extends Pick<SupplyListeners, 'skipped' | 'nothing'> {
  /** Something is to be seen for the first time; it does not move yet. */
  first(video: HTMLVideoElement): void;
  changed(change: Change): void;
  /** The browser did not let it play with sound; it plays without. */
  silenced(): void;
  /** The last item of a programme that does not loop is over. */
  over(): void;
}

/** After so long the screen shows what is on top. */
const SEEN = 100;

/** Shows one item after the other by two videos, the next one behind the one that is on. */
export class Projector {
  private on: 0 | 1 = 0;
  private begun = false;
  private halted = true;
  private finished = false;
  private readonly loudness: Loudness;
  private readonly lead = new Lead();
  private readonly still = new Stillness();
  private readonly supply: Supply;

  constructor(
    private readonly slots: readonly [Slot, Slot],
    editions: Pick<Editions, 'of'>,
    private readonly listeners: ProjectorListeners,
  ) {
    this.supply = new Supply(editions, {
      ready: () => this.ready(),
      skipped: (item, reason) => listeners.skipped(item, reason),
      nothing: () => this.begun || listeners.nothing(),
    });
    this.loudness = new Loudness(() => listeners.silenced());
    atEachPicture(slots.map(({ video }) => video), () => this.tick());
  }

  /** The video that is seen. */
  get video(): HTMLVideoElement {
    return this.current.video;
  }

  get item(): Item | null {
    return this.current.item;
  }

  get paused(): boolean {
    return this.halted || this.finished;
  }

  /** Shows a programme; another one than before goes on after the item that is on. */
  show(programme: readonly Item[], loop: boolean): void {
    this.supply.show(programme, loop, this.begun ? this.item : null);
    this.fill();
  }

  play(): void {
    this.halted = false;
    if (this.finished) {
      this.finished = false;
      this.supply.restart();
      this.fill();
    } else if (this.begun) {
      this.loudness.run(this.video);
    }
  }

  pause(): void {
    this.halted = true;
    this.slots.forEach(({ video }) => video.pause());
  }

  /** Goes on to the next item, if that is there. */
  skip(): void {
    if (this.begun && this.supply.waits) {
      this.change();
    }
  }

  /** Whether items are heard, where they are not mute. */
  hear(sound: boolean): void {
    this.loudness.hear(sound);
    this.loudness.apply(this.video, this.item);
  }

  private get current(): Slot {
    return this.slots[this.on];
  }

  private get other(): Slot {
    return this.slots[this.on === 0 ? 1 : 0];
  }

  private fill(after = 0): void {
    this.supply.fill(this.other, this.current.bandwidth, after);
  }

  private ready(): void {
    if (!this.begun) {
      this.begun = true;
      this.change();
      this.listeners.first(this.video);
    }
  }

  private tick(): void {
    if (!this.begun || this.halted || this.finished) {
      return;
    }
    const { left, isOver: ended } = this.current;
    const { video, past: ahead } = this.other;
    switch (cueOf({ left, ended, able: this.supply.waits, started: !video.paused, ahead }, this.lead.seconds)) {
      case 'start':
        this.loudness.run(video);
        break;
      case 'change':
        this.change();
        break;
      case 'wait':
        this.watch(ended);
        break;
    }
    this.lead.judge(this.current.past, performance.now());
  }

  /** Keeps something moving where nothing follows. */
  private watch(ended: boolean): void {
    const { video } = this;
    if (ended) {
      // Beyond an item's end there may be more of the video.
      video.pause();
    }
    if (ended && this.supply.isOver) {
      this.finished = true;
      this.listeners.over();
      return;
    }
    switch (this.still.remedy(video, ended, performance.now())) {
      case 'go on':
        this.goOn();
        break;
      case 'nudge':
        this.loudness.run(video);
        break;
      case 'wait':
        break;
    }
  }

  private goOn(): void {
    if (this.supply.waits) {
      this.change();
    } else {
      this.current.rewind();
      this.loudness.run(this.video);
    }
  }

  private change(): void {
    const { current, other } = this;
    const change = { before: current.video, after: other.video, end: current.end, begin: other.begin };
    if (!this.halted && other.video.paused) {
      this.loudness.run(other.video);
    }
    this.on = this.on === 0 ? 1 : 0;
    this.supply.take();
    this.still.forgive();
    this.lead.changed(performance.now());
    current.video.muted = true;
    this.loudness.apply(other.video, other.item);
    this.listeners.changed(change);
    current.video.pause();
    this.fill(SEEN);
  }
}
