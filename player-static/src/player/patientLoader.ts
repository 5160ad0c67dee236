import {
  XhrLoader,
  type Fragment,
  type FragmentLoaderContext,
  type HlsConfig,
  type LoaderCallbacks,
  type LoaderConfiguration,
  type LoaderContext,
  type RetryConfig,
} from 'hls.js';
import { retryAfter } from './retryAfter';
import { silentInit, silentSegment, soundTrackOf } from './silence';

const NOT_YET = 503;
const NEVER = 404;
/** Who can be told of problems is told to come again; others are kept waiting in the middle of an answer. */
const TOLD_OF_PROBLEMS = 'application/problem+json, */*';
const AT_LEAST = 250;

/** Whom a loader tells, and asks. */
export interface LoaderListeners {
  /** Something must be waited for. */
  waits(): void;
  /** Whether a segment is of no use now, so that it should not be made. hls.js gives it up by itself, or would wait for ever. */
  useless(segment: Fragment): boolean;
  /** Pictures that are listed will not come. */
  failed(pictures: Fragment): void;
  /** A segment of sound came, or silence in its place. */
  sounds(sound: Fragment, silent: boolean): void;
}

/**
 * A loader for hls.js that comes back when the server said it should: a segment that is not made yet is answered with 503
 * and `Retry-After`. Such an answer is no error and no attempt is counted; nor is it the network's fault that a segment had to be made first.
 * In the place of sound that will not come it gives silence: other pictures can take the place of pictures, but hls.js stops where one sound ends.
 */
export function patientLoader({ waits, useless, failed, sounds }: LoaderListeners): new (config: HlsConfig) => XhrLoader {
  return class PatientLoader extends XhrLoader {
    override load(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      const played = playedOf(context);
      if (played && useless(played)) {
        return;
      }
      context.headers = { ...context.headers, Accept: TOLD_OF_PROBLEMS };
      toldNothing(context, location.origin);
      super.load(context, config, {
        ...callbacks,
        onSuccess: (response, stats, ...rest) => {
          stats.loading.start = Math.min(stats.loading.first, stats.loading.start + madeIn(this.getNetworkDetails()));
          if (played?.type === 'audio') {
            sounds(played, false);
          }
          callbacks.onSuccess(response, stats, ...rest);
        },
        onError: (error, about, network, stats) => {
          if (this.comeBack()) {
            return;
          }
          const never = error.code === NEVER ? played : null;
          const silence = never?.type === 'audio' ? silenceFor(never) : null;
          if (never && silence) {
            sounds(never, true);
            stats.loading.end = Math.max(stats.loading.first, performance.now());
            stats.loaded = stats.total = silence.byteLength;
            callbacks.onSuccess({ url: about.url, data: silence, code: 200 }, stats, about, network);
            return;
          }
          if (never?.type === 'main') {
            failed(never);
          }
          callbacks.onError(error, about, network, stats);
        },
      });
    }

    protected override retry(config: RetryConfig): void {
      if (!this.comeBack()) {
        super.retry(config);
      }
    }

    private comeBack(): boolean {
      const wait = askedFor(this.getNetworkDetails());
      if (wait === null) {
        return false;
      }
      waits();
      this.abortInternal();
      this.resetInternalLoader();
      this.retryTimeout = setTimeout(() => {
        // What was waited is not the network's fault: it must not count as a slow connection.
        this.stats.loading.start = performance.now();
        this.loadInternal();
      }, wait) as unknown as number;
      return true;
    }
  };
}

/**
 * To another host, such as a bucket that segments are read from, players say nothing of themselves (CMCD): the browser would ask there first
 * whether they may, for each segment.
 */
export function toldNothing(context: Pick<LoaderContext, 'url' | 'headers'>, origin: string): void {
  if (context.headers && URL.canParse(context.url) && new URL(context.url).origin !== origin) {
    context.headers = Object.fromEntries(Object.entries(context.headers).filter(([name]) => !name.startsWith('CMCD-')));
  }
}

/** A segment of pictures or sound, or what one needs; null for playlists. */
function playedOf(context: LoaderContext): Fragment | null {
  const { frag } = context as Partial<FragmentLoaderContext>;
  return frag?.type === 'main' || frag?.type === 'audio' ? frag : null;
}

/** What can be played in the place of a segment of sound, or of what it needs; null where nobody knows. */
function silenceFor({ sn, initSegment, playlistOffset, duration }: Fragment): ArrayBuffer | null {
  if (sn === 'initSegment') {
    return silentInit().buffer;
  }
  const track = initSegment?.data ? soundTrackOf(initSegment.data) : null;
  return track && silentSegment(track, playlistOffset, duration).buffer;
}

/** Milliseconds that the server says it took to make what was asked for. */
function madeIn(request: XMLHttpRequest | null): number {
  if (!request || !/^server-timing:/im.test(request.getAllResponseHeaders())) {
    return 0;
  }
  return Number(/\bmaking;dur=(\d+)/.exec(request.getResponseHeader('Server-Timing') ?? '')?.[1] ?? 0);
}

function askedFor(request: XMLHttpRequest | null): number | null {
  // Asking for a header that another host does not expose is an error on the console.
  if (request?.status !== NOT_YET || !/^retry-after:/im.test(request.getAllResponseHeaders())) {
    return null;
  }
  const wait = retryAfter(request.getResponseHeader('Retry-After'), Date.now());
  return wait === null ? null : Math.max(AT_LEAST, wait);
}
