import type Hls from 'hls.js';
import { AbrController, Events, type Fragment } from 'hls.js';
import { bufferedTo } from './buffered';
import { Holdings } from './holdings';
import { decodeStored, nameOf } from './stored';

const LOOK_AGAIN = 2000;
/** How much of a lower quality that is loaded ahead is thrown away for a better one, in seconds: less is played first. */
const WORTH_IT = 8;
/** So near to its end a list is not yet of use: hls.js moves the ends of segments by a little. */
const NEAR = 0.1;
/** So near to where the viewer goes hls.js does not give up a segment (`maxFragLookUpTolerance`, 0.25 s); in seconds. */
const NEAR_SEGMENT = 0.5;

export interface ReachListeners {
  /** What is to be seen next is not made yet. */
  waits(): void;
  /** A picture of this height can be played that could not before. */
  better(height: number): void;
}

/**
 * hls.js's own choice of the quality, kept to what needs no waiting: a better quality may be made, and one below it not, since
 * nobody asked for that.
 *
 * @param within the best level up to a level that can be played on
 */
export function reachingAbr(within: (level: number) => number): typeof AbrController {
  return class extends AbrController {
    override get nextAutoLevel(): number {
      return within(super.nextAutoLevel);
    }

    override set nextAutoLevel(level: number) {
      super.nextAutoLevel = level;
    }
  };
}

/**
 * Keeps hls.js, which plays a film that is still being made, to what is made: wherever the viewer goes, the lowest quality is made first, and a
 * better one is taken when there is enough of it.
 */
export class Reach {
  private readonly holdings = new Holdings();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly over = new AbortController();
  private best = -1;
  private early = false;

  /**
   * @param address where it is told what is stored
   * @param duration of the film in seconds, as far as it is known before all of it is listed
   */
  constructor(
    private readonly hls: Hls,
    private readonly video: HTMLVideoElement,
    private readonly address: string,
    private readonly duration: number | null,
    private readonly listeners: ReachListeners,
  ) {
    const { signal } = this.over;
    // Before hls.js listens: what it loads next depends on it.
    video.addEventListener('seeking', () => this.moved(), { signal });
    video.addEventListener('waiting', () => this.lacks(), { signal });
    hls.on(Events.MANIFEST_PARSED, () => this.cap());
    hls.on(Events.FRAG_BUFFERED, () => this.cap());
    hls.on(Events.LEVEL_UPDATED, () => this.listed());
    // A rendition may be asked for by its playlist.
    hls.on(Events.LEVEL_LOADED, () => this.lookAgain());
    hls.on(Events.MEDIA_ATTACHED, (_event, { mediaSource }) => this.stretch(mediaSource));
    this.lookAgain();
  }

  /** Whether the viewer is where nothing is listed yet. */
  private get beyond(): boolean {
    const details = this.hls.latestLevelDetails;
    return details?.live === true && this.video.currentTime > details.edge - NEAR;
  }

  /**
   * Whether a segment is of no use, so that it should not be made: the viewer went where nothing is listed yet, and it is elsewhere. What lies
   * where they went is of use, though it be listed before the other track is: hls.js keeps to what it began to load there.
   */
  useless({ sn, start, duration }: Pick<Fragment, 'sn' | 'start' | 'duration'>): boolean {
    const { currentTime } = this.video;
    const there = currentTime > start - NEAR_SEGMENT && currentTime < start + duration + NEAR_SEGMENT;
    return sn !== 'initSegment' && !there && this.beyond;
  }

  close(): void {
    clearTimeout(this.timer);
    this.over.abort();
  }

  /** The best level up to one that can be played without waiting; the lowest that did not fail in any case. */
  within(level: number): number {
    return level < 0 ? level : this.holdings.bestFrom(this.names(), bufferedTo(this.video), this.end(), level);
  }

  /** Nothing will come of what was asked for: another level takes its place. To be told before hls.js is. */
  failed({ sn, level, start, duration }: Pick<Fragment, 'sn' | 'level' | 'start' | 'duration'>): void {
    const at = sn === 'initSegment' ? bufferedTo(this.video) : start + duration / 2;
    this.holdings.fail(this.names()[level] ?? '', at);
    this.cap();
  }

  /** There may be more by now than all that there was. */
  lookAgain(): void {
    if (this.timer === undefined && !this.over.signal.aborted) {
      this.timer = setTimeout(() => void this.look(), 0);
    }
  }

  private async look(): Promise<void> {
    try {
      const answer = await fetch(this.address, { signal: this.over.signal });
      if (answer.ok) {
        this.holdings.hold(decodeStored(await answer.json()));
        this.cap();
      }
    } catch {
      // The network, or the end: what was known before still holds.
    }
    const goesOn = !this.over.signal.aborted && !this.isAll();
    this.timer = goesOn ? setTimeout(() => void this.look(), LOOK_AGAIN) : undefined;
  }

  private isAll(): boolean {
    const names = this.names();
    // Of what nobody asked for nothing is told.
    const asked = names.filter((name) => this.holdings.tell(name));
    return asked.length > 0 && !this.isGrowing() && asked.every((name) => this.holdings.cover(name, 0, this.end()));
  }

  private moved(): void {
    this.early = this.beyond;
    this.cap();
    this.lacks();
  }

  /** Where somebody waits for what is not made, they are told so at once. */
  private lacks(): void {
    const { currentTime } = this.video;
    const next = this.names()[this.bestAt(currentTime)];
    if (next !== undefined && !this.holdings.cover(next, currentTime, currentTime)) {
      this.listeners.waits();
    }
  }

  private cap(): void {
    const { hls } = this;
    if (hls.levels.length === 0) {
      return;
    }
    const before = hls.autoLevelCapping;
    hls.autoLevelCapping = this.bestAt(bufferedTo(this.video));
    if (hls.autoLevelCapping > before && before >= 0) {
      this.improve();
    }
  }

  /** Not only behind what is loaded ahead: that may be half a minute. */
  private improve(): void {
    const { hls, video } = this;
    const soon = this.bestAt(video.currentTime);
    const height = hls.levels[hls.autoLevelCapping]?.height ?? 0;
    if (height > this.best) {
      this.best = height;
      this.listeners.better(height);
    }
    if (hls.autoLevelEnabled && soon > hls.loadLevel && bufferedTo(video) - video.currentTime > WORTH_IT && !video.seeking) {
      hls.nextLevel = -1;
    }
  }

  /** The viewer went to where nothing was listed, and now something is. */
  private listed(): void {
    if (this.early && !this.beyond) {
      this.early = false;
      // hls.js looks again for what it needs when somebody seeks.
      this.video.currentTime = Number(this.video.currentTime);
    }
  }

  /** The seek bar shows the whole film from the beginning; hls.js makes it longer, never shorter. */
  private stretch(source: MediaSource | undefined): void {
    if (this.duration !== null && source?.readyState === 'open' && !(source.duration >= this.duration)) {
      source.duration = this.duration;
    }
  }

  private names(): string[] {
    return this.hls.levels.map(({ uri }) => nameOf(uri));
  }

  private isGrowing(): boolean {
    return this.hls.latestLevelDetails?.live !== false;
  }

  private end(): number {
    return Number.isFinite(this.video.duration) ? this.video.duration : Infinity;
  }

  private bestAt(time: number): number {
    return this.holdings.bestFrom(this.names(), time, this.end());
  }
}
