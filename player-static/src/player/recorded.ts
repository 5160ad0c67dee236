import Hls, { Events, type HlsConfig } from 'hls.js';
import { cmcdOf } from '../viewing/cmcd';
import { unwanted } from '../viewing/follow';
import { patientLoader } from './patientLoader';
import { Reach, reachingAbr, type ReachListeners } from './reach';
import { storedAddress } from './stored';
import { Silences } from './silences';
import type { StreamOptions } from './stream';

/**
 * hls.js takes an edition that grows for a live broadcast: who waits at its end, a few hundredths of a second beyond what is
 * listed, would be taken back to the "live position", often the beginning. Nothing here is live.
 */
export class Recorded extends Hls {
  /** Of an edition that lists what is not made yet. */
  reach: Reach | null = null;
  readonly silences = new Silences();

  override get liveSyncPosition(): number | null {
    return null;
  }
}

/**
 * hls.js for an edition, before it has its video: it waits for what is not made yet, and of an edition that lists what is not made it takes what
 * is stored.
 *
 * @param settings beside those of all editions
 */
export function recorded(
  video: HTMLVideoElement,
  { master, bandwidth, duration }: Pick<StreamOptions, 'master' | 'bandwidth' | 'duration'>,
  listeners: ReachListeners,
  settings: Partial<HlsConfig>,
): Recorded {
  const stored = storedAddress(master);
  let reach: Reach | null = null;
  const hls: Recorded = new Recorded({
    ...settingsOf(master, bandwidth),
    ...settings,
    ...(stored !== null && { startLevel: 0, abrController: reachingAbr((level) => reach?.within(level) ?? level) }),
    loader: patientLoader({
      waits: () => listeners.waits(),
      useless: (segment) => reach?.useless(segment) ?? false,
      failed: (pictures) => reach?.failed(pictures),
      sounds: (sound, silent) => hls.silences.note(sound, silent),
    }),
  });
  if (stored !== null) {
    reach = hls.reach = new Reach(hls, video, stored, duration, listeners);
    hls.on(Events.DESTROYING, () => hls.reach?.close());
  }
  return hls;
}

function settingsOf(master: string, bandwidth: number | null): Partial<HlsConfig> {
  const cmcd = unwanted() ? null : cmcdOf(master, location.origin);
  const { fragLoadPolicy } = Hls.DefaultConfig;
  const { errorRetry } = fragLoadPolicy.default;
  return {
    // What plays it has attempts of its own, and tells of them.
    fragLoadPolicy: { default: { ...fragLoadPolicy.default, errorRetry: errorRetry && { ...errorRetry, maxNumRetry: 2 } } },
    ...(cmcd && { cmcd }),
    ...(bandwidth !== null && { abrEwmaDefaultEstimate: bandwidth }),
  };
}
