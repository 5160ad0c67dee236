import type { Artwork } from '../api/artwork';

/** What the player page shows. */
export interface WatchState {
  readonly artwork: Artwork | null;
  /** Why there is no artwork to show. */
  readonly absent: Absence | null;
  readonly connected: boolean;
}

export interface Absence {
  readonly title: string;
  readonly detail: string;
  /** Whether asking again can help. */
  readonly retry: boolean;
}

export const NOTHING_YET: WatchState = { artwork: null, absent: null, connected: true };

export function found(state: WatchState, artwork: Artwork): WatchState {
  return { ...state, artwork, absent: null };
}

/** Nothing is known of the artwork. Where something was shown already, it stays. */
export function missed(state: WatchState, absent: Absence): WatchState {
  return state.artwork ? state : { ...state, absent };
}

export function progressed(state: WatchState, slug: string, progress: number): WatchState {
  const { artwork } = state;
  return artwork?.slug === slug ? { ...state, artwork: { ...artwork, progress } } : state;
}

/** The artwork left the catalogue. */
export function gone(state: WatchState, slug: string): WatchState {
  const detail = 'It is no longer in the library. What is still playing goes on as far as it is there.';
  return state.artwork?.slug === slug
    ? { ...state, artwork: null, absent: { title: 'This artwork was removed', detail, retry: false } }
    : state;
}

export function connection(state: WatchState, connected: boolean): WatchState {
  return state.connected === connected ? state : { ...state, connected };
}

/** What stands in the frame of the player. */
export type Scene =
  | { readonly kind: 'loading' }
  | { readonly kind: 'absent'; readonly absent: Absence }
  | { readonly kind: 'preparing'; readonly progress: number; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'playing' };

/** Decides what stands there. What can be played is played, even where a later version of it failed. */
export function sceneOf({ artwork, absent }: WatchState): Scene {
  if (!artwork) {
    return absent ? { kind: 'absent', absent } : { kind: 'loading' };
  }
  if (artwork.playable) {
    return { kind: 'playing' };
  }
  if (artwork.state === 'failed') {
    return { kind: 'failed', reason: artwork.error ?? 'The server gave no reason. Its log has more.' };
  }
  const text = artwork.state === 'ingesting' ? 'The source is being taken in.' : 'The first chunk is being encoded.';
  return { kind: 'preparing', progress: artwork.progress, text };
}

/**
 * What is to be said beside a video; empty where all is well. A rendition that failed keeps nothing else from being ready.
 *
 * @param plays whether a video is there
 */
export function noteOf({ artwork, absent }: WatchState, plays: boolean): string {
  if (absent && plays) {
    return `${absent.title}. ${absent.detail}`;
  }
  const wrong = artwork?.playable === true && (artwork.error !== null || artwork.state === 'failed');
  return wrong ? `Not everything could be made: ${artwork.error ?? 'no reason was given.'}` : '';
}
