import type { Fragment } from 'hls.js';
import type { Stretch } from './stored';

/** Which of its sounds, and what of it. */
export type Heard = Pick<Fragment, 'level' | 'sn' | 'start' | 'duration'>;

/** Knows where there is silence in the place of sound that could not be made. */
export class Silences {
  private readonly stretches = new Map<string, Stretch>();

  /** A segment of sound came, or silence in its place. */
  note({ level, sn, start, duration }: Heard, silent: boolean): void {
    const name = `${level}/${sn}`;
    if (silent) {
      this.stretches.set(name, [start, start + duration]);
    } else {
      this.stretches.delete(name);
    }
  }

  /**
   * Whether there is silence.
   *
   * @param track number of the sound that is chosen
   * @param time in seconds
   */
  at(track: number, time: number): boolean {
    return [...this.stretches].some(([name, [from, to]]) => name.startsWith(`${track}/`) && from <= time && time < to);
  }
}
