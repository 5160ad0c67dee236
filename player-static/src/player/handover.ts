/** What a video is doing, as far as the one that follows it must know. */
export interface Playhead {
  /** Seconds. */
  readonly time: number;
  /** Whether its time stands still: paused, ended, or out of data. */
  readonly still: boolean;
  readonly rate: number;
  /** Whether it has enough data to go on from where it is. */
  readonly able: boolean;
}

/** The next thing to do with the video that waits behind the one that is seen. */
export type Step =
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'seek'; readonly time: number }
  | { readonly kind: 'play' }
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'swap' };

/** How far ahead of the playing video the next one waits for it, in seconds of media at normal speed. */
export const LEAD = 1;
/** A start takes about this long. */
const START = 0.04;
/** A frame of 30 per second: nobody sees or hears less. */
const NEAR = 0.03;
/** Further apart than this, meeting again by a seek is quicker than by running. */
const FAR = 0.8;
const LOOK_AGAIN = 25;

/**
 * Decides how the waiting video gets to the playing one's position and runs beside it. Media elements start when they
 * like, so it is started a little ahead of time and then made to run faster or slower until both show the same frame.
 */
export function nextStep(playing: Playhead, waiting: Playhead): Step {
  if (!waiting.able) {
    return { kind: 'wait', milliseconds: LOOK_AGAIN };
  }
  const gap = waiting.time - playing.time;
  if (playing.still) {
    return Math.abs(gap) < NEAR && waiting.still ? { kind: 'swap' } : { kind: 'seek', time: playing.time };
  }
  return waiting.still ? approach(gap, playing) : runBeside(gap, playing, waiting);
}

/** Where a video must be to meet one that is playing. */
export function meetingPoint(playing: Playhead): number {
  return playing.still ? playing.time : playing.time + LEAD * playing.rate;
}

function approach(gap: number, playing: Playhead): Step {
  const seconds = gap / playing.rate;
  if (seconds < -FAR || seconds > 3 * LEAD) {
    return { kind: 'seek', time: meetingPoint(playing) };
  }
  return seconds <= START ? { kind: 'play' } : { kind: 'wait', milliseconds: Math.min(250, (seconds - START) * 1000) };
}

function runBeside(gap: number, playing: Playhead, waiting: Playhead): Step {
  if (Math.abs(gap) <= NEAR) {
    return { kind: 'swap' };
  }
  if (Math.abs(gap) > FAR * playing.rate) {
    return { kind: 'seek', time: meetingPoint(playing) };
  }
  const rate = Number((playing.rate * (1 - Math.max(-0.5, Math.min(0.5, gap * 4)))).toFixed(2));
  return rate === waiting.rate ? { kind: 'wait', milliseconds: LOOK_AGAIN } : { kind: 'rate', rate };
}
