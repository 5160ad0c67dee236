/** What is to be done with the two videos at an instant. */
export type Cue = 'wait' | 'start' | 'change';

/** How the video that is on and the one that waits stand. */
export interface Standing {
  /** Seconds until the one that is on has shown its last picture, by the clock on the wall. */
  readonly left: number;
  /** Whether it shows nothing new any more. */
  readonly ended: boolean;
  /** Whether the next one stands at its beginning and can go on from there. */
  readonly able: boolean;
  /** Whether the next one was told to play. */
  readonly started: boolean;
  /** By how many seconds the next one is past its beginning. */
  readonly ahead: number;
}

/** A picture on a screen of 60 Hz stands for twice this. */
const HALF_A_REFRESH = 0.008;
/** A video that stops a little before its end must not let the next one run on unseen. */
const TOO_FAR = 0.1;
const FIRST_LEAD = 0.05;
const LONGEST_LEAD = 0.3;
/** So many milliseconds after a change it is known how it went. */
const JUDGED = 150;

/**
 * Decides when the next video starts and when it takes the place of the one that is on. A media element begins some
 * hundredths of a second after it was told to, so it is told that much sooner.
 */
export function cueOf({ left, ended, able, started, ahead }: Standing, lead: number): Cue {
  if (!able) {
    return 'wait';
  }
  if (ended || left <= HALF_A_REFRESH || (started && ahead > lead + TOO_FAR)) {
    return 'change';
  }
  return !started && left <= lead ? 'start' : 'wait';
}

/** Learns how much sooner the next video is to be told to play. */
export class Lead {
  private learnt = FIRST_LEAD;
  private changedAt: number | null = null;

  /** Seconds. */
  get seconds(): number {
    return this.learnt;
  }

  /** The next video took the place of the one that was on. @param now in milliseconds */
  changed(now: number): void {
    this.changedAt = now;
  }

  /**
   * Learns how the last change went, once, as soon as that is known.
   *
   * @param past by how many seconds the video that is on is past its beginning
   * @param now in milliseconds
   */
  judge(past: number, now: number): void {
    if (this.changedAt !== null && now - this.changedAt > JUDGED) {
      this.learn(past - (now - this.changedAt) / 1000);
      this.changedAt = null;
    }
  }

  /**
   * Learns from a change.
   *
   * @param ahead by how many seconds the next video was past its beginning when it took the place; negative: by how many
   *   it stood still after that
   */
  learn(ahead: number): void {
    // By halves: one change on a busy machine must not spoil the next ones.
    this.learnt = Math.min(LONGEST_LEAD, Math.max(0, this.learnt - Math.max(-0.1, Math.min(0.1, ahead)) / 2));
  }
}
