/** What happened in a player, as the server takes it. */
export interface PlaybackEvent {
  readonly type: 'start' | 'first-frame' | 'stall' | 'switch' | 'seek' | 'watched' | 'complete' | 'error';
  /** Position in the film, in seconds. */
  readonly at: number;
  /** Milliseconds of `first-frame` and `stall`, seconds of `watched`, where a `seek` came from, lines of a `switch`. */
  readonly value: number;
  readonly cause?: Cause;
}

export type Cause = 'edition' | 'chosen' | 'auto';

/** What is looked at of a video. */
export interface Seen {
  readonly currentTime: number;
  readonly paused: boolean;
  readonly seeking: boolean;
  readonly videoHeight: number;
}

/** Longest time between two looks in which the picture can be said to have moved. */
const LONGEST_TICK = 2000;

/** After so many seconds it is told how much was watched. */
const TOLD_EVERY = 10;

/** What a switch was announced by counts as its cause for so long. */
const CAUSE_HOLDS = 20_000;

/** A jump below this is the player's own, at a joint or a change-over. */
const SMALLEST_SEEK = 1;

/** Makes of a video's events what a viewer saw of it. Seconds count as watched where the picture moves in a tab that is seen. */
export class Viewer {
  private startedAt: number | null = null;
  private seen = false;
  private stalledAt: number | null = null;
  private soughtFrom: number | null = null;
  private last: { readonly at: number; readonly time: number } | null = null;
  private watched = 0;
  private height = 0;
  private announced: { readonly cause: Cause; readonly until: number } | null = null;

  /**
   * @param now milliseconds, of any clock that goes on
   * @param visible whether the tab is seen
   */
  constructor(
    private readonly tell: (event: PlaybackEvent) => void,
    private readonly now: () => number,
    private readonly visible: () => boolean,
  ) {}

  /** Something happened that the element tells of by this name. */
  happened(name: string, video: Seen): void {
    switch (name) {
      case 'play':
        return this.start(video);
      case 'playing':
        return this.moves(video);
      case 'waiting':
        return this.waits(video);
      case 'seeking':
        this.soughtFrom ??= this.last?.time ?? video.currentTime;
        return this.pauseClock();
      case 'seeked':
        return this.arrived(video);
      case 'timeupdate':
        return this.tick(video);
      case 'pause':
        this.count(video);
        return;
      case 'ended':
        return this.say('complete', video, 0);
    }
  }

  /** The next other picture size is because of this. */
  announce(cause: Cause): void {
    this.announced = { cause, until: this.now() + CAUSE_HOLDS };
  }

  /** The player gave up, and says so. */
  broke(video: Seen): void {
    this.say('error', video, 0);
  }

  /** Tells what was watched and not told yet, up to now where there is a video still. */
  settle(video: Seen | null): void {
    if (video) {
      this.count(video);
    }
    if (this.watched > 0) {
      this.say('watched', video ?? { currentTime: this.last?.time ?? 0 }, this.watched);
      this.watched = 0;
    }
  }

  private start(video: Seen): void {
    if (this.startedAt === null) {
      this.startedAt = this.now();
      this.say('start', video, 0);
    }
  }

  private moves(video: Seen): void {
    this.start(video);
    if (!this.seen) {
      this.seen = true;
      this.say('first-frame', video, this.now() - (this.startedAt ?? this.now()));
    }
    this.endStall(video);
    this.count(video);
  }

  private waits(video: Seen): void {
    // Before the first picture and after a jump there is nothing to stand still.
    if (this.seen && !video.seeking && this.soughtFrom === null) {
      this.stalledAt ??= this.now();
    }
    this.count(video);
    this.pauseClock();
  }

  private endStall(video: Seen): void {
    if (this.stalledAt !== null) {
      this.say('stall', video, this.now() - this.stalledAt);
      this.stalledAt = null;
    }
  }

  private arrived(video: Seen): void {
    const from = this.soughtFrom;
    this.soughtFrom = null;
    if (this.seen && from !== null && Math.abs(video.currentTime - from) >= SMALLEST_SEEK) {
      this.say('seek', video, from);
    }
  }

  private tick(video: Seen): void {
    if (this.count(video)) {
      this.endStall(video);
    }
    if (this.watched >= TOLD_EVERY) {
      this.settle(video);
    }
    this.size(video);
  }

  /** Adds what moved since the last look, of a short item too: from its first picture to its pause. Tells whether it moved. */
  private count(video: Seen): boolean {
    const at = this.now();
    const { last } = this;
    const moved = last !== null && video.currentTime > last.time && !video.seeking && at - last.at <= LONGEST_TICK;
    this.last = { at: video.paused ? -Infinity : at, time: video.currentTime };
    if (moved && this.visible()) {
      this.watched += (at - last.at) / 1000;
    }
    return moved;
  }

  private size(video: Seen): void {
    if (video.videoHeight > 0 && video.videoHeight !== this.height) {
      if (this.height > 0) {
        const cause = this.announced && this.now() <= this.announced.until ? this.announced.cause : 'auto';
        this.say('switch', video, video.videoHeight, cause);
      }
      this.announced = null;
      this.height = video.videoHeight;
    }
  }

  private pauseClock(): void {
    this.last = this.last && { ...this.last, at: -Infinity };
  }

  private say(type: PlaybackEvent['type'], { currentTime }: Pick<Seen, 'currentTime'>, value: number, cause?: Cause): void {
    const rounded = (number: number): number => Math.round(number * 1000) / 1000;
    this.tell({ type, at: rounded(currentTime), value: rounded(value), ...(cause && { cause }) });
  }
}
