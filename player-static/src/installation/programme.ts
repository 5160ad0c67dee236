import type { Installation, Item } from '../api/installation';

/**
 * What one screen shows, in order: its track of each montage. A montage with fewer tracks than there are screens shows its
 * first one there, so that no screen is dark.
 *
 * @param screen counted from 1
 */
export function programmeOf({ montages }: Installation, screen: number): readonly Item[] {
  return montages.flatMap(({ tracks }) => (tracks[screen - 1] ?? tracks[0])?.items ?? []);
}

/** How many screens a playlist has something for. */
export function screensOf({ montages }: Installation): number {
  return Math.max(1, ...montages.map(({ tracks }) => tracks.length));
}

/** Whether two items are played in the same way. */
export function isSame(one: Item, other: Item): boolean {
  return one.slug === other.slug && one.from === other.from && one.until === other.until && one.mute === other.mute;
}

/**
 * Where a changed programme goes on: at the item that is on, else at the same place, else at the beginning.
 *
 * @returns the number of the item in the changed programme after which it goes on
 */
export function placeIn(changed: readonly Item[], item: Item, before: number): number {
  const there = changed[before];
  const at = there && isSame(there, item) ? before : changed.findIndex((each) => isSame(each, item));
  return at >= 0 ? at : Math.min(before, changed.length) - 1;
}
