/** An artwork as the API shows it. */
export interface Artwork {
  readonly slug: string;
  readonly title: string;
  readonly state: ArtworkState;
  readonly error: string | null;
  readonly durationSeconds: number | null;
  readonly width: number;
  readonly height: number;
  readonly projection: string;
  /** How the pictures of two eyes lie: `mono`, `top-bottom`, `left-right`. */
  readonly stereo: string;
  /** What its artist should know of that; whole sentences. */
  readonly findings: readonly string[];
  /** The projection that it may have, where nobody says anything of it. */
  readonly suggestion: string | null;
  readonly playable: boolean;
  readonly poster: string | null;
  /** The same picture as WebP, where there is one. */
  readonly posterWebp: string | null;
  /** WebVTT with a small picture for each stretch of time, for the seek bar. */
  readonly storyboard: string | null;
  readonly playback: Edition | null;
  /** Slugs of other artworks with the same content. */
  readonly sameAs: readonly string[];
  /** Of the work on it, 0 to 1. */
  readonly progress: number;
  /** The largest first, then what the pages do not know. */
  readonly renditions: readonly Rendition[];
  /** Renditions that are not made, since a lower one shows as much of this film. */
  readonly leftOut: readonly LeftOut[];
  /** Renditions that are not made for other reasons. */
  readonly notMade: readonly NotMade[];
}

export interface NotMade {
  readonly name: string;
  /** Goes after "it is", with what to do. */
  readonly why: string;
}

export interface LeftOut {
  readonly name: string;
  /** The lower one. */
  readonly instead: string;
}

export type ArtworkState = 'ingesting' | 'encoding' | 'ready' | 'failed';

/** An immutable, numbered publication. */
export interface Edition {
  readonly edition: number;
  readonly master: string;
  /** Address of playlists that list the whole film while it is still being made; null where there are none. */
  readonly whole: string | null;
  /** Address of the flat view of a sphere, for who cannot look around; null where there is none. */
  readonly flat: string | null;
  /** Renditions that are made when a viewer chooses them; null where there are none. */
  readonly onDemand: OnDemand | null;
}

export interface OnDemand {
  readonly renditions: readonly string[];
  /** Address of a multivariant playlist that lists them as well. */
  readonly master: string;
}

export interface Rendition {
  readonly name: string;
  readonly ready: boolean;
  readonly complete: boolean;
  readonly failed: boolean;
  readonly error: string | null;
  readonly segments: number;
  readonly expectedSegments: number;
  readonly sha256: string | null;
  readonly bytes: number;
  /** What has to come before more of it is made: an encoder that no node has. */
  readonly waitsFor: string | null;
  readonly origin: 'encoded' | 'override';
  /** Why it is made otherwise than its recipe says: goes after "it is". */
  readonly note: string | null;
  /** The constant quality that was chosen for this film, or would be; null where it is its recipe's. */
  readonly quality: Quality | null;
}

export interface Quality {
  /** Whether it is what is made. */
  readonly used: boolean;
  readonly recipeCrf: number;
  readonly crf: number;
  /** Share of the bytes that it saves, as far as samples tell. */
  readonly saved: number;
  /** A lower rendition that shows as much of it: this one would be left out. */
  readonly instead: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const STATES: readonly string[] = ['ingesting', 'encoding', 'ready', 'failed'];
const ORDER = ['8K360', '6K360', '4K360', '3K360', '2K360', '1K360', '4K', '3K', 'HD', 'SD', 'TN', 'AUDIO', 'TEXT'];

/** Reads an artwork. Throws a TypeError where it has no slug; anything else that is missing has a neutral value. */
export function decodeArtwork(value: unknown): Artwork {
  const fields = fieldsOf(value);
  const slug = text(fields['slug']);
  if (!slug) {
    throw new TypeError('The server sent an artwork without a slug.');
  }
  const state = text(fields['state']) ?? '';
  const playback = decodeEdition(fields['playback']);
  return {
    slug,
    title: text(fields['title']) ?? slug,
    state: STATES.includes(state) ? (state as ArtworkState) : 'ingesting',
    error: text(fields['error']),
    durationSeconds: positive(fields['durationSeconds']),
    width: number(fields['width']),
    height: number(fields['height']),
    projection: text(fields['projection']) ?? 'flat',
    stereo: text(fields['stereo']) ?? 'mono',
    findings: texts(fields['findings']),
    suggestion: text(fields['suggestion']),
    playable: fields['playable'] === true && playback !== null,
    poster: text(fields['poster']),
    posterWebp: text(fields['posterWebp']),
    storyboard: text(fields['storyboard']),
    playback,
    sameAs: texts(fields['sameAs']),
    progress: share(fields['progress']),
    renditions: decodeRenditions(fieldsOf(fields['renditions'])),
    leftOut: named(fieldsOf(fields['leftOut'])).map(([name, instead]) => ({ name, instead })),
    notMade: named(fieldsOf(fields['notMade'])).map(([name, why]) => ({ name, why })),
  };
}

/** A share of work between 0 and 1, whatever was sent. */
export function share(value: unknown): number {
  return Math.min(1, Math.max(0, number(value)));
}

function decodeEdition(value: unknown): Edition | null {
  const fields = fieldsOf(value);
  const master = text(fields['master']);
  return master
    ? {
        edition: number(fields['edition']),
        master,
        whole: text(fields['whole']),
        flat: text(fields['flat']),
        onDemand: decodeOnDemand(fieldsOf(fields['onDemand'])),
      }
    : null;
}

function decodeOnDemand({ renditions, master }: Fields): OnDemand | null {
  const [names, address] = [texts(renditions), text(master)];
  return address !== null && names.length > 0 ? { renditions: names, master: address } : null;
}

function decodeRenditions(byName: Fields): Rendition[] {
  return Object.entries(byName)
    .map(([name, value]) => decodeRendition(name, fieldsOf(value)))
    .sort(largestFirst);
}

/** What is said of renditions, by their names. */
function named(byName: Fields): (readonly [string, string])[] {
  return Object.entries(byName)
    .map(([name, value]) => [name, text(value)] as const)
    .filter((each): each is readonly [string, string] => each[1] !== null)
    .sort(([a], [b]) => largestFirst({ name: a }, { name: b }));
}

function largestFirst(a: { readonly name: string }, b: { readonly name: string }): number {
  const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return rank(a.name) - rank(b.name) || a.name.localeCompare(b.name);
}

function decodeRendition(name: string, fields: Fields): Rendition {
  return {
    name,
    ready: fields['ready'] === true,
    complete: fields['complete'] === true,
    failed: fields['failed'] === true,
    error: text(fields['error']),
    segments: number(fields['segments']),
    expectedSegments: number(fields['expectedSegments']),
    sha256: text(fields['sha256']),
    bytes: number(fields['bytes']),
    waitsFor: text(fields['waitsFor']),
    origin: fields['origin'] === 'override' ? 'override' : 'encoded',
    note: text(fields['note']),
    quality: decodeQuality(fieldsOf(fields['quality'])),
  };
}

function decodeQuality({ used, recipeCrf, crf, saved, instead }: Fields): Quality | null {
  return number(crf) > 0
    ? { used: used === true, recipeCrf: number(recipeCrf), crf: number(crf), saved: share(saved), instead: text(instead) }
    : null;
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text).filter((each) => each !== null) : [];
}

function positive(value: unknown): number | null {
  return number(value) > 0 ? number(value) : null;
}
