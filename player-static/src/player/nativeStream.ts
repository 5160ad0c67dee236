import type { AudioTracks } from './audioTracks';
import type { Qualities } from './qualities';
import type { Breakage } from './recovery';
import { UNHEARD, type Stream, type StreamOptions } from './stream';

/**
 * Plays an edition by the browser's own HLS (telephones with an old Safari). It chooses the quality by itself.
 *
 * @param able whether the browser says that it plays HLS
 */
export function openNative(
  video: HTMLVideoElement,
  qualities: Qualities,
  audio: AudioTracks,
  options: StreamOptions,
  able: boolean,
): Stream {
  let listeners = UNHEARD;
  const load = (at: number): void => {
    video.src = options.master;
    video.addEventListener('loadedmetadata', () => (video.currentTime = at), { once: true });
  };
  if (able) {
    video.addEventListener('error', () => listeners.broke(breakageOf(video.error)));
    video.addEventListener('progress', () => listeners.flowed());
    load(options.startAt);
  } else {
    queueMicrotask(() => listeners.broke({ kind: 'unsupported', detail: 'neither media source extensions nor HLS' }));
  }
  return {
    video,
    qualities,
    audio,
    master: options.master,
    bandwidth: null,
    begun: true,
    on: (others) => (listeners = others),
    loadAgain: () => load(video.currentTime || options.startAt),
    recoverMedia: () => load(video.currentTime),
    close: () => {
      video.removeAttribute('src');
      video.load();
    },
  };
}

function breakageOf(error: MediaError | null): Breakage {
  const detail = error?.message || `media error ${error?.code ?? 0}`;
  return { kind: error?.code === MediaError.MEDIA_ERR_DECODE ? 'media' : 'network', detail };
}
