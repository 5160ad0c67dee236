import { Events, ErrorTypes, type ErrorData, type HlsConfig } from 'hls.js';
import type Hls from 'hls.js';
import type { AudioTracks } from './audioTracks';
import { isOffer, type Qualities } from './qualities';
import { recorded, type Recorded } from './recorded';
import type { Breakage } from './recovery';
import { UNHEARD, type Stream, type StreamOptions } from './stream';

/** What playlists mark as sound that is to be turned with the view. */
const AMBISONIC = 'atelier.ambisonic';

/** Plays an edition by hls.js. */
export function openHls(video: HTMLVideoElement, qualities: Qualities, audio: AudioTracks, options: StreamOptions): Stream {
  let listeners = UNHEARD;
  let begun = options.eager;
  const hls = recorded(
    video,
    options,
    {
      waits: () => listeners.waits(),
      better: (height) => listeners.better(height),
    },
    settingsOf(options),
  );
  qualities.addEventListener('addrendition', () => hls.reach?.lookAgain());
  followQualities(hls, qualities);
  followAudio(hls, audio);
  followSilence(hls, video, (silent) => listeners.silent(silent));
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
    close: () => hls.destroy(),
  };
}

function settingsOf({ startAt, audio, turns, eager }: StreamOptions): Partial<HlsConfig> {
  const sound = audio ? { name: audio.label, lang: audio.language } : turns ? { characteristics: AMBISONIC } : null;
  return {
    startPosition: startAt,
    autoStartLoad: eager,
    backBufferLength: 60,
    ...(sound && { audioPreference: sound }),
  };
}

function followQualities(hls: Hls, qualities: Qualities): void {
  hls.on(Events.MANIFEST_PARSED, () => {
    const levels = hls.levels.map(({ width, height, bitrate }, id) => ({ id: String(id), width, height, bitrate }));
    qualities.set(levels.filter(({ height }) => height > 0));
  });
  qualities.addEventListener('change', () => {
    const { choice } = qualities;
    if (!choice || !isOffer(choice)) {
      hls.nextLevel = Number(choice?.id ?? -1);
    }
  });
}

function followAudio(hls: Hls, audio: AudioTracks): void {
  hls.on(Events.AUDIO_TRACKS_UPDATED, () => {
    const names = hls.audioTracks.map(({ name, lang, characteristics }) => ({
      label: name,
      language: lang ?? '',
      ambisonic: characteristics === AMBISONIC,
    }));
    audio.set(names, hls.audioTrack);
  });
  hls.on(Events.AUDIO_TRACK_SWITCHING, (_event, { id }) => audio.heard(id));
  audio.addEventListener('choice', () => {
    hls.audioTrack = audio.wanted;
  });
}

function followSilence(hls: Recorded, video: HTMLVideoElement, told: (silent: boolean) => void): void {
  let before = false;
  video.addEventListener('timeupdate', () => {
    const silent = hls.silences.at(hls.audioTrack, video.currentTime);
    if (silent !== before) {
      before = silent;
      told(silent);
    }
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
