/** What to do about a video that stands still: begin something again, tell it to play, or wait. */
export type StillRemedy = 'go on' | 'nudge' | 'wait';

/** What is asked of a video. */
type Moving = Pick<HTMLVideoElement, 'currentTime' | 'paused'>;

/** How long the last picture stands for one that is nearly there. */
const GRACE = 500;
/** How long a picture stands in the middle before more is taken to be out of reach. */
const STALLED = 4000;
/** How long a video may be paused that nobody paused. */
const NUDGE = 250;

/** Notices when what is on stands still. */
export class Stillness {
  private time = Number.NaN;
  private since = 0;
  private patience = GRACE;

  /** @param ended whether it has shown all that it is to show */
  remedy({ currentTime, paused }: Moving, ended: boolean, now: number): StillRemedy {
    if (currentTime !== this.time) {
      this.time = currentTime;
      this.since = now;
    }
    const stood = now - this.since;
    if (stood >= (ended ? this.patience : STALLED)) {
      // From now on nobody waits for what did not come.
      this.patience = ended ? 0 : this.patience;
      this.since = now;
      return 'go on';
    }
    return paused && !ended && stood > NUDGE ? 'nudge' : 'wait';
  }

  /** Something else is on: what comes after it is waited for again. */
  forgive(): void {
    this.patience = GRACE;
    this.time = Number.NaN;
  }
}
