import Hls, { Events, ErrorTypes, type ErrorData } from 'hls.js';
import { Qualities } from './qualities';
import type { Breakage } from './recovery';

export interface StreamOptions {
  /** Address of the multivariant playlist. */
  readonly master: string;
  /** Seconds. */
  readonly startAt: number;
  /** Bits per second that an earlier stream measured. */
  readonly bandwidth: number | null;
}

export interface StreamListeners {
  broke(breakage: Breakage): void;
  /** Media arrived. */
  flowed(): void;
}

/** A video element with an edition in it. */
export interface Stream {
  readonly video: HTMLVideoElement;
  readonly qualities: Qualities;
  readonly master: string;
  readonly bandwidth: number | null;
  /** Tells these from now on, instead of those before. */
  on(listeners: StreamListeners): void;
  loadAgain(): void;
  recoverMedia(): void;
  close(): void;
}

const UNHEARD: StreamListeners = { broke: () => undefined, flowed: () => undefined };

/** Ends a stream and takes its video from the page. */
export function discard(stream: Stream): void {
  stream.video.remove();
  stream.close();
}

/** Opens an edition by hls.js, or by the browser itself where that cannot run. */
export function openStream(options: StreamOptions): Stream {
  const video = document.createElement('video');
  video.playsInline = true;
  video.preload = 'auto';
  video.crossOrigin = 'anonymous';
  video.slot = 'media';
  const qualities = new Qualities();
  if (Hls.isSupported()) {
    // media-chrome looks for the qualities when it gets the element.
    Object.assign(video, { videoRenditions: qualities });
    return openHls(video, qualities, options);
  }
  return openNative(video, qualities, options);
}

function openHls(video: HTMLVideoElement, qualities: Qualities, options: StreamOptions): Stream {
  const hls = new Hls({
    startPosition: options.startAt,
    backBufferLength: 60,
    ...(options.bandwidth !== null && { abrEwmaDefaultEstimate: options.bandwidth }),
  });
  hls.on(Events.MANIFEST_PARSED, () => {
    const levels = hls.levels.map(({ width, height, bitrate }, id) => ({ id: String(id), width, height, bitrate }));
    qualities.set(levels.filter(({ height }) => height > 0));
  });
  qualities.addEventListener('change', () => {
    hls.nextLevel = Number(qualities[qualities.selectedIndex]?.id ?? -1);
  });
  let listeners = UNHEARD;
  hls.on(Events.FRAG_BUFFERED, () => listeners.flowed());
  hls.on(Events.ERROR, (_event, data) => {
    if (data.fatal) {
      listeners.broke(breakageOf(data));
    }
  });
  hls.loadSource(options.master);
  hls.attachMedia(video);
  return {
    video,
    qualities,
    master: options.master,
    get bandwidth() {
      return Number.isFinite(hls.bandwidthEstimate) ? hls.bandwidthEstimate : null;
    },
    on: (others) => (listeners = others),
    loadAgain: () => (hls.levels.length > 0 ? hls.startLoad(video.currentTime) : hls.loadSource(options.master)),
    recoverMedia: () => hls.recoverMediaError(),
    close: () => hls.destroy(),
  };
}

function openNative(video: HTMLVideoElement, qualities: Qualities, options: StreamOptions): Stream {
  const load = (at: number): void => {
    video.src = options.master;
    video.addEventListener('loadedmetadata', () => (video.currentTime = at), { once: true });
  };
  let listeners = UNHEARD;
  video.addEventListener('error', () => listeners.broke(nativeBreakage(video.error)));
  video.addEventListener('progress', () => listeners.flowed());
  load(options.startAt);
  return {
    video,
    qualities,
    master: options.master,
    bandwidth: null,
    on: (others) => (listeners = others),
    loadAgain: () => load(video.currentTime || options.startAt),
    recoverMedia: () => load(video.currentTime),
    close: () => {
      video.removeAttribute('src');
      video.load();
    },
  };
}

function breakageOf(data: ErrorData): Breakage {
  const status = data.response?.code ? ` ${data.response.code}` : '';
  const detail = `${data.details}${status}`;
  switch (data.type) {
    case ErrorTypes.NETWORK_ERROR:
      return { kind: 'network', detail };
    case ErrorTypes.MEDIA_ERROR:
      return { kind: 'media', detail };
    default:
      return { kind: 'other', detail };
  }
}

function nativeBreakage(error: MediaError | null): Breakage {
  const detail = error?.message || `media error ${error?.code ?? 0}`;
  return { kind: error?.code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'media', detail };
}
