import Hls, { Events, ErrorTypes, type ErrorData, type HlsConfig } from 'hls.js';
import type { AudioTracks } from './audioTracks';
import { cmcdOf } from '../viewing/cmcd';
import { unwanted } from '../viewing/follow';
import { patientLoader } from './patientLoader';
import type { Qualities } from './qualities';
import { Reach } from './reach';
import type { Breakage } from './recovery';
import { storedAddress } from './stored';
import { UNHEARD, type Stream, type StreamOptions } from './stream';

/**
 * hls.js takes an edition that grows for a live broadcast: who waits at its end, a few hundredths of a second beyond what is
 * listed, would be taken back to the "live position", often the beginning. Nothing here is live.
 */
export class Recorded extends Hls {
  override get liveSyncPosition(): number | null {
    return null;
  }
}

/** Plays an edition by hls.js. */
export function openHls(video: HTMLVideoElement, qualities: Qualities, audio: AudioTracks, options: StreamOptions): Stream {
  let listeners = UNHEARD;
  let begun = options.eager;
  let reach: Reach | null = null;
  const stored = storedAddress(options.master);
  const hls = new Recorded({
    ...settingsOf(options),
    ...(stored !== null && { startLevel: 0 }),
    loader: patientLoader(
      (milliseconds) => listeners.waits(milliseconds),
      () => reach?.beyond ?? false,
    ),
  });
  if (stored !== null) {
    reach = new Reach(hls, video, stored, options.duration, {
      waits: () => listeners.waits(0),
      better: (height) => listeners.better(height),
    });
  }
  followQualities(hls, qualities);
  followAudio(hls, audio);
  hls.on(Events.FRAG_BUFFERED, () => listeners.flowed());
  hls.on(Events.ERROR, (_event, data) => {
    if (data.fatal) {
      listeners.broke(breakageOf(data));
    }
  });
  const begin = (): void => {
    if (!begun) {
      begun = true;
      hls.startLoad(options.startAt);
    }
  };
  video.addEventListener('play', begin);
  video.addEventListener('seeking', begin);
  hls.loadSource(options.master);
  hls.attachMedia(video);
  return {
    video,
    qualities,
    audio,
    master: options.master,
    get bandwidth() {
      return Number.isFinite(hls.bandwidthEstimate) ? hls.bandwidthEstimate : null;
    },
    get begun() {
      return begun;
    },
    on: (others) => (listeners = others),
    loadAgain: () => (hls.levels.length > 0 ? hls.startLoad(video.currentTime) : hls.loadSource(options.master)),
    recoverMedia(swapCodec) {
      if (swapCodec) {
        hls.swapAudioCodec();
      }
      hls.recoverMediaError();
    },
    close() {
      reach?.close();
      hls.destroy();
    },
  };
}

function settingsOf({ master, startAt, bandwidth, audio, eager }: StreamOptions): Partial<HlsConfig> {
  const cmcd = unwanted() ? null : cmcdOf(master, location.origin);
  const { fragLoadPolicy } = Hls.DefaultConfig;
  const { errorRetry } = fragLoadPolicy.default;
  return {
    startPosition: startAt,
    autoStartLoad: eager,
    backBufferLength: 60,
    // The player has attempts of its own, and tells of them.
    fragLoadPolicy: { default: { ...fragLoadPolicy.default, errorRetry: errorRetry && { ...errorRetry, maxNumRetry: 2 } } },
    ...(cmcd && { cmcd }),
    ...(bandwidth !== null && { abrEwmaDefaultEstimate: bandwidth }),
    ...(audio !== null && { audioPreference: { name: audio.label, lang: audio.language } }),
  };
}

function followQualities(hls: Hls, qualities: Qualities): void {
  hls.on(Events.MANIFEST_PARSED, () => {
    const levels = hls.levels.map(({ width, height, bitrate }, id) => ({ id: String(id), width, height, bitrate }));
    qualities.set(levels.filter(({ height }) => height > 0));
  });
  qualities.addEventListener('change', () => {
    hls.nextLevel = Number(qualities[qualities.selectedIndex]?.id ?? -1);
  });
}

function followAudio(hls: Hls, audio: AudioTracks): void {
  hls.on(Events.AUDIO_TRACKS_UPDATED, () => {
    const names = hls.audioTracks.map(({ name, lang }) => ({ label: name, language: lang ?? '' }));
    audio.set(names, hls.audioTrack);
  });
  hls.on(Events.AUDIO_TRACK_SWITCHING, (_event, { id }) => audio.heard(id));
  audio.addEventListener('choice', () => {
    hls.audioTrack = Number(audio.chosen?.id ?? -1);
  });
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
