import { atTimes, beacon, HAPPENS, session } from '../viewing/follow';
import { Reports } from '../viewing/reports';
import { Viewer, type PlaybackEvent, type Seen } from '../viewing/viewer';
import type { Change, Projector } from './projector';

/** Told once: a screen that shows an artwork a thousand times a day is one view of it. */
const ONCE: readonly string[] = ['start', 'first-frame', 'complete'];
/** Nobody who stands before a screen goes elsewhere in a film; what begins again does. */
const NEVER = 'seek';
/** So near to its end an item takes the place of one that was seen to its end. */
const END = 0.5;

/** What is told of one artwork in a day. */
interface Telling {
  readonly reports: Reports;
  readonly told: Set<string>;
}

/** Makes of what a screen shows what the server counts: of each artwork a view a day, and each second. */
export class Attendance {
  private readonly tellings = new Map<string, Telling>();
  private day = '';
  private on: { readonly viewer: Viewer; readonly video: Seen } | null = null;

  /**
   * @param send takes the text of a batch
   * @param today the date
   * @param now milliseconds, of any clock that goes on
   * @param visible whether the window is seen
   */
  constructor(
    private readonly send: (text: string) => void,
    private readonly today: () => string,
    private readonly now: () => number,
    private readonly visible: () => boolean,
  ) {}

  /** An artwork is on from now on. */
  shows(slug: string, video: Seen): void {
    this.settle();
    const telling = this.of(slug);
    const viewer = new Viewer((event) => add(telling, event), this.now, this.visible);
    this.on = { viewer, video };
    viewer.happened('play', video);
    if (!video.paused) {
      // It was told to play before it came to the front.
      viewer.happened('playing', video);
    }
  }

  /** Something happened to a video; of interest is the one that is on. */
  happened(name: string, video: Seen): void {
    if (video === this.on?.video) {
      this.on.viewer.happened(name, video);
    }
  }

  /** What is on was seen to its end. */
  completes(): void {
    this.on?.viewer.happened('ended', this.on.video);
  }

  /** Counts what was seen and not told yet. */
  settle(): void {
    this.on?.viewer.settle(this.on.video);
  }

  /** Sends what waits. */
  flush(): void {
    this.tellings.forEach(({ reports }) => reports.flush());
  }

  private of(slug: string): Telling {
    const today = this.today();
    if (today !== this.day) {
      this.flush();
      this.tellings.clear();
      this.day = today;
    }
    const telling = this.tellings.get(slug) ?? { reports: new Reports(session(), slug, this.send), told: new Set<string>() };
    this.tellings.set(slug, telling);
    return telling;
  }
}

function add({ reports, told }: Telling, event: PlaybackEvent): void {
  if (event.type !== NEVER && !(ONCE.includes(event.type) && told.has(event.type))) {
    told.add(event.type);
    reports.add(event);
  }
}

/** Tells a server what a screen shows, for as long as its page is there. */
export function followScreen(stage: HTMLElement, videos: readonly HTMLVideoElement[], projector: Projector, address: string): void {
  const today = (): string => new Date().toISOString().slice(0, 10);
  const visible = (): boolean => document.visibilityState === 'visible';
  const attendance = new Attendance((text) => beacon(address, text), today, () => performance.now(), visible);
  for (const video of videos) {
    HAPPENS.forEach((name) => video.addEventListener(name, () => attendance.happened(name, video)));
  }
  stage.addEventListener('atelierchange', (event) => {
    const { before, after } = (event as CustomEvent<Change>).detail;
    if (before.duration - before.currentTime < END) {
      attendance.completes();
    }
    attendance.shows(projector.item?.slug ?? '', after);
  });
  atTimes(() => attendance.flush(), () => attendance.settle(), new AbortController().signal);
}
