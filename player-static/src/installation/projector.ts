import type { Item } from '../api/installation';
import { cueOf, Lead } from './cue';
import { NotShown, type Editions } from './editions';
import { placeIn } from './programme';
import type { Slot } from './slot';

/** One item took the place of another. */
export interface Change {
  readonly before: HTMLVideoElement;
  readonly after: HTMLVideoElement;
  /** Where the one before ended, in seconds of its video. */
  readonly end: number;
  /** Where the one after begins. */
  readonly begin: number;
}

export interface ProjectorListeners {
  /** Something is to be seen for the first time; it does not move yet. */
  first(video: HTMLVideoElement): void;
  changed(change: Change): void;
  /** An item cannot be shown and is passed over. */
  skipped(item: Item, reason: string): void;
  /** Nothing of all that is to be shown can be. */
  nothing(): void;
  /** The browser did not let it play with sound; it plays without. */
  silenced(): void;
  /** The last item of a programme that does not loop is over. */
  over(): void;
}

/** How long the last picture stands for one that is nearly there. */
const GRACE = 500;
/** How long a picture stands before the network is taken to be gone. */
const STALLED = 4000;
const TRY_AGAIN = 5000;
/** After so long the screen shows what is on top. */
const SEEN = 100;
/** How often a paused video is told to go on. */
const NUDGE = 250;
/** So long after a change it is known how it went. */
const JUDGED = 150;

/**
 * Shows one item after the other by two videos, the next one behind the one that is on. What cannot be shown is passed
 * over; while the server is away, what the two have is shown in turn.
 */
export class Projector {
  private programme: readonly Item[] = [];
  private loop = true;
  private on = 0;
  private at = -1;
  /** The number of the item that waits; the same as `at` for a stand-in. Null: none does. */
  private next: number | null = null;
  private task = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  private started = false;
  private begun = false;
  private halted = true;
  private sound = false;
  private finished = false;
  private patience = GRACE;
  private changedAt = 0;
  private judged = true;
  private stoodAt = 0;
  private stoodSince = 0;
  private readonly lead = new Lead();

  constructor(
    private readonly slots: readonly [Slot, Slot],
    private readonly editions: Pick<Editions, 'of'>,
    private readonly listeners: ProjectorListeners,
  ) {
    const tick = (): void => this.tick();
    const frame = (): void => {
      this.tick();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    // In a window that is not seen there are no frames.
    slots.forEach(({ video }) => ['timeupdate', 'ended'].forEach((name) => video.addEventListener(name, tick)));
  }

  /** The video that is seen. */
  get video(): HTMLVideoElement {
    return this.current.video;
  }

  get item(): Item | null {
    return this.current.item;
  }

  get paused(): boolean {
    return this.halted;
  }

  /** Shows a programme; another one than before goes on after the item that is on. */
  show(programme: readonly Item[], loop: boolean): void {
    const { item } = this;
    this.loop = loop;
    this.at = this.begun && item ? placeIn(programme, item, this.at) : -1;
    this.programme = programme;
    void this.prepare();
  }

  play(): void {
    this.halted = false;
    if (this.finished) {
      this.finished = false;
      this.at = -1;
      void this.prepare();
    } else if (this.begun) {
      this.run(this.video);
    }
  }

  pause(): void {
    this.halted = true;
    this.slots.forEach(({ video }) => video.pause());
    this.started = false;
  }

  /** Goes on to the next item, if that is there. */
  skip(): void {
    if (this.begun && this.waits) {
      this.change();
    }
  }

  /** Whether items are heard, where they are not mute. */
  hear(sound: boolean): void {
    this.sound = sound;
    this.video.muted = !this.isHeard;
  }

  private get current(): Slot {
    return this.slots[this.on === 0 ? 0 : 1];
  }

  private get other(): Slot {
    return this.slots[this.on === 0 ? 1 : 0];
  }

  private get waits(): boolean {
    return this.next !== null && this.other.able;
  }

  private get isHeard(): boolean {
    return this.sound && !this.item?.mute;
  }

  /** Looks for the next item that can be shown, until there is one. */
  private async prepare(): Promise<void> {
    const task = ++this.task;
    clearTimeout(this.again);
    this.next = null;
    this.started = false;
    for (let step = 1; step <= this.programme.length && task === this.task; step++) {
      const number = this.at + step;
      if (number >= this.programme.length && !this.loop) {
        return;
      }
      if (await this.attempt(number % this.programme.length, task)) {
        return;
      }
    }
    if (task === this.task) {
      if (!this.begun) {
        this.listeners.nothing();
      }
      this.later(TRY_AGAIN);
    }
  }

  private async attempt(number: number, task: number): Promise<boolean> {
    const item = this.programme[number];
    if (!item) {
      return false;
    }
    const slot = this.other;
    try {
      const { master, asked } = await this.editions.of(item.slug);
      if (task !== this.task) {
        return false;
      }
      const keep = !asked && slot.item !== null && (slot.isBroken || !slot.has(item.slug, master));
      const able = keep ? await slot.standIn() : await slot.prepare(item, master, this.current.bandwidth);
      if (task !== this.task) {
        return false;
      }
      if (able) {
        this.found(keep ? this.at : number);
        return true;
      }
      this.listeners.skipped(item, 'Its media could not be loaded.');
    } catch (error) {
      if (!(error instanceof NotShown)) {
        throw error;
      }
      this.listeners.skipped(item, error.message);
    }
    return false;
  }

  private found(number: number): void {
    this.next = number;
    if (number === this.at && this.programme.length > 1) {
      this.later(TRY_AGAIN);
    }
    if (!this.begun) {
      this.begun = true;
      this.change();
      this.listeners.first(this.video);
    } else if (this.current.video.ended && !this.halted) {
      this.tick();
    }
  }

  /** Looks for the next item after a while. */
  private later(milliseconds: number): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.prepare(), milliseconds);
  }

  private tick(): void {
    if (!this.begun || this.halted || this.finished) {
      return;
    }
    const { current, other } = this;
    const { video } = current;
    const left = (current.end - video.currentTime) / video.playbackRate;
    const ended = video.ended || left <= 0;
    switch (cueOf({ left, ended, able: this.waits, started: this.started }, this.lead.seconds)) {
      case 'start':
        this.started = true;
        this.run(other.video);
        break;
      case 'change':
        this.change();
        break;
      case 'wait':
        this.watch(ended);
        break;
    }
    this.judge();
  }

  /** Keeps something moving where nothing follows. */
  private watch(ended: boolean): void {
    const { video } = this;
    const now = performance.now();
    if (ended) {
      // Beyond an item's end there may be more of the video.
      video.pause();
    }
    if (ended && !this.loop && this.at === this.programme.length - 1) {
      this.finished = true;
      this.listeners.over();
      return;
    }
    if (video.currentTime !== this.stoodAt) {
      this.stoodAt = video.currentTime;
      this.stoodSince = now;
    }
    const stood = now - this.stoodSince;
    if (ended && stood >= this.patience) {
      this.repeat();
    } else if (stood > STALLED && !ended) {
      if (this.waits) {
        this.change();
      } else {
        this.repeat();
      }
    } else if (video.paused && !ended && stood > NUDGE) {
      this.stoodSince = now;
      this.run(video);
    }
  }

  /** The item that is on once more. From the second time on, nobody waits for what does not come. */
  private repeat(): void {
    this.patience = 0;
    this.stoodSince = performance.now();
    this.current.rewind();
    this.run(this.video);
  }

  private change(): void {
    const { current, other } = this;
    const wrapped = { before: current.video, after: other.video, end: current.end, begin: other.begin };
    if (!this.halted && !this.started) {
      this.run(other.video);
    }
    this.on = 1 - this.on;
    this.at = this.next ?? this.at;
    this.patience = GRACE;
    this.changedAt = performance.now();
    this.judged = false;
    current.video.muted = true;
    other.video.muted = !this.isHeard;
    this.listeners.changed(wrapped);
    current.video.pause();
    this.task++;
    this.next = null;
    this.started = false;
    this.later(SEEN);
  }

  /** Learns from how the last change went. */
  private judge(): void {
    const since = performance.now() - this.changedAt;
    if (!this.judged && since > JUDGED) {
      this.judged = true;
      this.lead.learn(this.video.currentTime - this.current.begin - since / 1000);
    }
  }

  /** A browser that does not let it play with sound lets it play without. */
  private run(video: HTMLVideoElement): void {
    void video.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError' && !video.muted) {
        video.muted = true;
        void video.play().catch(() => undefined);
        this.sound = false;
        this.listeners.silenced();
      }
    });
  }
}
