import type { Artwork } from '../api/artwork';
import type { ArtworkPage } from '../api/client';

/** What the library page shows. */
export interface LibraryState {
  readonly query: string;
  readonly phase: 'loading' | 'shown' | 'unreachable';
  readonly problem: string;
  readonly connected: boolean;
  /** In the order of the page. */
  readonly artworks: readonly Artwork[];
  readonly total: number | null;
  readonly more: boolean;
  /** Slugs that events told of while a list was under way: an event is newer than that list. */
  readonly told: ReadonlySet<string>;
  /** Slugs that went away in the same time. */
  readonly lost: ReadonlySet<string>;
}

export const NO_ARTWORKS: LibraryState = {
  query: '',
  phase: 'loading',
  problem: '',
  connected: true,
  artworks: [],
  total: null,
  more: false,
  told: new Set(),
  lost: new Set(),
};

/** Another search begins: what is shown stays until its answer is here. */
export function searching(state: LibraryState, query: string): LibraryState {
  return { ...state, query, phase: 'loading', told: new Set(), lost: new Set() };
}

/** A list is asked for. */
export function asking(state: LibraryState): LibraryState {
  return { ...state, told: new Set(), lost: new Set() };
}

/** The first artworks of the search, as many as were asked for, take the place of what was shown. */
export function listed(state: LibraryState, page: ArtworkPage): LibraryState {
  const current = new Map(state.artworks.map((artwork) => [artwork.slug, artwork]));
  const fromServer = page.artworks
    .filter((artwork) => !state.lost.has(artwork.slug))
    .map((artwork) => (state.told.has(artwork.slug) ? (current.get(artwork.slug) ?? artwork) : artwork));
  const known = new Set(fromServer.map((artwork) => artwork.slug));
  const newer = state.artworks.filter((artwork) => state.told.has(artwork.slug) && !known.has(artwork.slug));
  return shown(state, [...newer.filter((artwork) => matches(artwork, state.query)), ...fromServer], page);
}

/** A further page comes after what is shown. What moved between pages in the meantime is there once. */
export function continued(state: LibraryState, page: ArtworkPage): LibraryState {
  const known = new Set([...state.artworks.map((artwork) => artwork.slug), ...state.lost]);
  return shown(state, [...state.artworks, ...page.artworks.filter((artwork) => !known.has(artwork.slug))], page);
}

/** An artwork is new or changed. A new one comes first; a changed one stays where it is. */
export function changed(state: LibraryState, artwork: Artwork): LibraryState {
  const told = new Set(state.told).add(artwork.slug);
  if (state.artworks.some((each) => each.slug === artwork.slug)) {
    return { ...state, told, artworks: replaced(state.artworks, artwork) };
  }
  if (!matches(artwork, state.query)) {
    return state;
  }
  return { ...state, told, artworks: [artwork, ...state.artworks], total: plus(state.total, 1) };
}

export function progressed(state: LibraryState, slug: string, progress: number): LibraryState {
  const artwork = state.artworks.find((each) => each.slug === slug);
  return artwork && artwork.progress !== progress
    ? { ...state, artworks: replaced(state.artworks, { ...artwork, progress }) }
    : state;
}

export function gone(state: LibraryState, slug: string): LibraryState {
  const lost = new Set(state.lost).add(slug);
  const artworks = state.artworks.filter((each) => each.slug !== slug);
  const total = artworks.length < state.artworks.length ? plus(state.total, -1) : state.total;
  return { ...state, lost, artworks, total };
}

/** The server could not be asked. What is shown stays. */
export function failed(state: LibraryState, problem: string): LibraryState {
  return { ...state, phase: 'unreachable', problem };
}

export function connection(state: LibraryState, connected: boolean): LibraryState {
  return state.connected === connected ? state : { ...state, connected };
}

/**
 * Page that holds the first artwork that is not shown. It is counted from what is shown, not from the pages asked for:
 * arrivals and departures move artworks between pages.
 */
export function nextPage(state: LibraryState, size: number): number {
  return Math.floor(state.artworks.length / size);
}

/** Whether the server's search would find an artwork. */
export function matches(artwork: Artwork, query: string): boolean {
  return `${artwork.slug} ${artwork.title}`.toLowerCase().includes(query.trim().toLowerCase());
}

function shown(state: LibraryState, artworks: readonly Artwork[], page: ArtworkPage): LibraryState {
  const total = page.total === null ? null : Math.max(page.total, artworks.length);
  return { ...state, phase: 'shown', problem: '', artworks, total, more: page.more };
}

function replaced(artworks: readonly Artwork[], artwork: Artwork): readonly Artwork[] {
  return artworks.map((each) => (each.slug === artwork.slug ? artwork : each));
}

function plus(total: number | null, difference: number): number | null {
  return total === null ? null : Math.max(0, total + difference);
}
