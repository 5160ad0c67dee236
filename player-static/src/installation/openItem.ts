import Hls, { ErrorTypes, Events } from 'hls.js';
import { recorded } from '../player/recorded';
import type { StreamOptions } from '../player/stream';

/** Media in a video element. */
export interface Opened {
  /** Bits per second that were measured; null where nobody knows. */
  readonly bandwidth: number | null;
  /** Whether more of it is still to be listed. */
  readonly grows: boolean;
  /** Asks again for what could not be had. */
  loadAgain(): void;
  /** Gives back all that it holds. */
  close(): void;
}

export interface OpenOptions extends Pick<StreamOptions, 'master' | 'startAt' | 'bandwidth' | 'duration'> {
  /** It cannot go on, for the time being or at all. */
  broke(reason: string): void;
  /** Media arrived. */
  flowed(): void;
}

/** Before a screen stands nobody who could wait for something else, or choose it. */
const UNTOLD = { waits: () => undefined, better: () => undefined };

/** Opens an edition in a video that is used again and again: all that is put on it is taken off again. */
export function openItem(video: HTMLVideoElement, options: OpenOptions): Opened {
  return Hls.isSupported() ? openByHls(video, options) : openByBrowser(video, options);
}

function openByHls(video: HTMLVideoElement, { master, startAt, bandwidth, duration, broke, flowed }: OpenOptions): Opened {
  let mended = 0;
  const hls = recorded(video, { master, bandwidth, duration }, UNTOLD, {
    startPosition: startAt,
    // What was shown stays as long as there is room for it: it is what is shown when the network is gone.
    backBufferLength: 600,
    maxBufferLength: 60,
    ...(bandwidth !== null && { testBandwidth: false }),
  });
  hls.on(Events.FRAG_BUFFERED, flowed);
  hls.on(Events.ERROR, (_event, { fatal, type, details }) => {
    if (!fatal) {
      return;
    }
    if (type === ErrorTypes.MEDIA_ERROR && mended++ < 2) {
      hls.recoverMediaError();
    } else {
      broke(details);
    }
  });
  hls.loadSource(master);
  hls.attachMedia(video);
  return {
    get bandwidth() {
      return Number.isFinite(hls.bandwidthEstimate) ? hls.bandwidthEstimate : null;
    },
    get grows() {
      return hls.latestLevelDetails?.live === true;
    },
    loadAgain: () => (hls.levels.length > 0 ? hls.startLoad(video.currentTime) : hls.loadSource(master)),
    close: () => hls.destroy(),
  };
}

function openByBrowser(video: HTMLVideoElement, { master, startAt, broke, flowed }: OpenOptions): Opened {
  const off = new AbortController();
  const load = (at: number): void => {
    video.src = master;
    video.addEventListener('loadedmetadata', () => (video.currentTime = at), { once: true, signal: off.signal });
  };
  video.addEventListener('error', () => broke(video.error?.message ?? 'the media cannot be read'), off);
  video.addEventListener('progress', flowed, off);
  load(startAt);
  return {
    bandwidth: null,
    grows: false,
    loadAgain: () => load(video.currentTime),
    close() {
      off.abort();
      video.removeAttribute('src');
      video.load();
    },
  };
}
