import type { Item } from '../api/installation';
import { cueOf, Lead } from './cue';
import type { Editions } from './editions';
import type { Slot } from './slot';
import { Stillness } from './stillness';
import { Supply, type SupplyListeners } from './supply';

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
/** So long after a change it is known how it went. */
const JUDGED = 150;

/** Shows one item after the other by two videos, the next one behind the one that is on. */
export class Projector {
  private on: 0 | 1 = 0;
  private begun = false;
  private halted = true;
  private sound = false;
  private finished = false;
  private changedAt = 0;
  private judged = true;
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
      this.run(this.video);
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
    this.sound = sound;
    this.video.muted = !this.isHeard;
  }

  private get current(): Slot {
    return this.slots[this.on];
  }

  private get other(): Slot {
    return this.slots[this.on === 0 ? 1 : 0];
  }

  private get isHeard(): boolean {
    return this.sound && !this.item?.mute;
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
    const { video, end } = this.current;
    const left = (end - video.currentTime) / video.playbackRate;
    const ended = video.ended || left <= 0;
    const { other } = this;
    const started = !other.video.paused;
    const ahead = other.video.currentTime - other.begin;
    switch (cueOf({ left, ended, able: this.supply.waits, started, ahead }, this.lead.seconds)) {
      case 'start':
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
        if (this.supply.waits) {
          this.change();
          break;
        }
        this.current.rewind();
        this.run(video);
        break;
      case 'nudge':
        this.run(video);
        break;
      case 'wait':
        break;
    }
  }

  private change(): void {
    const { current, other } = this;
    const change = { before: current.video, after: other.video, end: current.end, begin: other.begin };
    if (!this.halted && other.video.paused) {
      this.run(other.video);
    }
    this.on = this.on === 0 ? 1 : 0;
    this.supply.take();
    this.still.forgive();
    this.changedAt = performance.now();
    this.judged = false;
    current.video.muted = true;
    other.video.muted = !this.isHeard;
    this.listeners.changed(change);
    current.video.pause();
    this.fill(SEEN);
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
        this.sound = false;
        video.muted = true;
        void video.play().catch(() => undefined);
        this.listeners.silenced();
      }
    });
  }
}
