/** A tap, and how far a player goes for it. */
export interface Tap {
  readonly at: number;
  /** The half of the picture: -1, 1; 0 in the middle. */
  readonly side: number;
  /** Seconds. */
  readonly skip: number;
}

export const NO_TAP: Tap = { at: -Infinity, side: 0, skip: 0 };

const TOGETHER = 350;
const STEP = 10;

/**
 * What another tap means: the second on the same side, and each that follows soon, goes on by 10 s.
 *
 * @param share where the tap was, from 0 at the left to 1 at the right
 */
export function nextTap(before: Tap, at: number, share: number): Tap {
  const side = share < 0.4 ? -1 : share > 0.6 ? 1 : 0;
  const again = at - before.at < TOGETHER && side === before.side;
  return { at, side, skip: again ? side * STEP : 0 };
}
