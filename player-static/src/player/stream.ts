import type { AudioName, AudioTracks } from './audioTracks';
import type { Qualities } from './qualities';
import type { Breakage } from './recovery';

export interface StreamOptions {
  /** Address of the multivariant playlist. */
  readonly master: string;
  /** Seconds. */
  readonly startAt: number;
  /** Bits per second that an earlier stream measured. */
  readonly bandwidth: number | null;
  /** The audio track that was heard. */
  readonly audio: AudioName | null;
  /** Whether sound that is to be turned with the view is wanted, where no track was heard before. */
  readonly turns: boolean;
  /** WebVTT with a picture for each stretch of time, or null. */
  readonly storyboard: string | null;
  /** Seconds that the film lasts, where that is known before its playlists are. */
  readonly duration: number | null;
  /** Whether media is asked for at once, or when the video is to play. */
  readonly eager: boolean;
}

export interface StreamListeners {
  broke(breakage: Breakage): void;
  /** Media arrived. */
  flowed(): void;
  /** What is wanted is not made yet; it is asked for again. */
  waits(): void;
  /** A picture of this height came to those that can be played. */
  better(height: number): void;
  /** Silence begins in the place of sound that could not be made, or is over. */
  silent(silent: boolean): void;
}

/** A video element with an edition in it. */
export interface Stream {
  readonly video: HTMLVideoElement;
  readonly qualities: Qualities;
  readonly audio: AudioTracks;
  readonly master: string;
  readonly bandwidth: number | null;
  /** Whether media was asked for. */
  readonly begun: boolean;
  /** Tells these from now on, instead of those before. */
  on(listeners: StreamListeners): void;
  loadAgain(): void;
  /** @param swapCodec whether to call the audio codec by its other name */
  recoverMedia(swapCodec: boolean): void;
  close(): void;
}

export const UNHEARD: StreamListeners = {
  broke: () => undefined,
  flowed: () => undefined,
  waits: () => undefined,
  better: () => undefined,
  silent: () => undefined,
};

/** Ends a stream and takes its video from the page. */
export function discard(stream: Stream): void {
  stream.on(UNHEARD);
  stream.video.remove();
  stream.close();
}
