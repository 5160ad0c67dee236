import Hls from 'hls.js';
import { AudioTracks } from './audioTracks';
import { openHls } from './hlsStream';
import { openNative } from './nativeStream';
import { Qualities } from './qualities';
import type { Stream, StreamOptions } from './stream';

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** Opens an edition by hls.js, or by the browser itself where that cannot run. */
export function openStream(options: StreamOptions): Stream {
  const video = document.createElement('video');
  video.playsInline = true;
  video.preload = options.eager ? 'auto' : 'metadata';
  video.crossOrigin = 'anonymous';
  video.slot = 'media';
  if (options.storyboard !== null) {
    addStoryboard(video, options.storyboard);
  }
  const [qualities, audio] = [new Qualities(), new AudioTracks()];
  if (Hls.isSupported()) {
    // media-chrome looks for these when it gets the element.
    Object.defineProperty(video, 'videoRenditions', { value: qualities });
    Object.defineProperty(video, 'audioTracks', { value: audio });
    return openHls(video, qualities, audio, options);
  }
  return openNative(video, qualities, audio, options, video.canPlayType(HLS_TYPE) !== '');
}

/** The name is what media-chrome's seek bar looks for. */
function addStoryboard(video: HTMLVideoElement, address: string): void {
  const track = document.createElement('track');
  track.kind = 'metadata';
  track.label = 'thumbnails';
  track.src = address;
  video.append(track);
  // A hidden track is read; a disabled one is not.
  track.track.mode = 'hidden';
}
