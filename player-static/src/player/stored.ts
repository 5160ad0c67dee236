/** Stretches of seconds that are stored, in order, by the name of the rendition. */
export type Stored = Readonly<Record<string, readonly Stretch[]>>;
export type Stretch = readonly [from: number, to: number];

/** Times are rounded by who tells them. */
export const NEAR = 0.1;

const WHOLE = /\/whole\/.+\/\d+\/master\.m3u8$/;

/**
 * Where it is told what is stored of an edition whose playlists list also what is not; null for any other edition.
 *
 * @param master address of its multivariant playlist
 */
export function storedAddress(master: string): string | null {
  const { pathname, search } = new URL(master);
  // What the address is signed with holds for it too.
  return WHOLE.test(pathname) ? new URL(`stored.json${search}`, master).href : null;
}

/** Reads what the server tells; what makes no sense is not stored. */
export function decodeStored(value: unknown): Stored {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(fields.map(([name, list]) => [name, Array.isArray(list) ? list.filter(isStretch) : []]));
}

/** Whether all of a rendition between two times is stored. */
export function covers(stretches: readonly Stretch[] | undefined, from: number, to: number): boolean {
  return stretches?.some(([start, end]) => start <= from + NEAR && end >= to - NEAR) ?? false;
}

/** The name of a rendition by the address of its playlist. */
export function nameOf(address: string): string {
  return /([^/]+)\.m3u8$/.exec(new URL(address).pathname)?.[1] ?? '';
}

function isStretch(value: unknown): value is Stretch {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number');
}
