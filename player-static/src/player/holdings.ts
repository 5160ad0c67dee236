import { covers, NEAR, type Stored } from './stored';

/** How far ahead a rendition must be stored before it is played, in seconds: so that a player does not come to its end at once. */
const AHEAD = 12;

/** What is known of the renditions of a film that is being made: what is stored of each, and where it failed. */
export class Holdings {
  private stored: Stored = {};
  private readonly failures = new Map<string, number[]>();

  /** All that is stored now. */
  hold(stored: Stored): void {
    this.stored = stored;
  }

  /** Nothing came of a rendition at a time in seconds, nor will. */
  fail(name: string, at: number): void {
    this.failures.set(name, [...(this.failures.get(name) ?? []), at]);
  }

  /** Whether anything is told of a rendition. */
  tell(name: string): boolean {
    return this.stored[name] !== undefined;
  }

  /** Whether all of a rendition between two times is stored. */
  cover(name: string, from: number, to: number): boolean {
    return covers(this.stored[name], from, to);
  }

  /**
   * The best of the renditions that can be played on from a time without waiting; else the lowest that is being made and did not fail
   * there: it is the one that is made first for whoever waits.
   *
   * @param names of the renditions, the lowest first
   * @param end of the film, in seconds
   * @param most place of the best that may be taken, where one need not wait for it
   */
  bestFrom(names: readonly string[], at: number, end: number, most = names.length - 1): number {
    const until = Math.min(end, at + AHEAD);
    const best = names.findLastIndex((name, place) => place <= most && this.cover(name, Math.min(at, end), until));
    return Math.max(0, best >= 0 ? best : names.findIndex((name) => this.tell(name) && !this.failsFrom(name, at)));
  }

  /** What failed once has failed up to where something is stored again: the rest of its chunk need not be asked for. */
  private failsFrom(name: string, at: number): boolean {
    const next = at + 2 * NEAR;
    return (this.failures.get(name) ?? []).some(
      (failed) => !this.cover(name, failed, failed) && !this.storedBetween(name, Math.min(failed, next), Math.max(failed, next)),
    );
  }

  private storedBetween(name: string, from: number, to: number): boolean {
    return this.stored[name]?.some(([start, end]) => start < to - NEAR && end > from + NEAR) ?? false;
  }
}
