import type { AudioName } from './audioTracks';
import { copyCaptions } from './captions';
import { meetingPoint, nextStep, type Playhead } from './handover';
import { openStream } from './openStream';
import type { Settings } from './settings';
import { discard, UNHEARD, type Stream } from './stream';

const LONGEST = 60_000;

/** Reads what a video is doing. */
function playheadOf(video: HTMLVideoElement): Playhead {
  const able = !video.seeking && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
  return {
    time: video.currentTime,
    still: video.paused || video.ended || (!able && !video.seeking),
    rate: video.playbackRate,
    able: able || (!video.seeking && video.ended),
  };
}

/**
 * Prepares an edition behind the one that is seen and, when both run side by side, puts it in its place. The one before
 * is left to the caller to discard. Fails, with nothing changed, where that does not come about.
 *
 * @param about what is known of the film
 * @param wanted whether the one before is still the one that is seen
 */
export async function changeOver(
  frame: HTMLElement,
  before: Stream,
  master: string,
  about: Pick<Settings, 'storyboard' | 'duration' | 'turns'>,
  wanted: () => boolean,
): Promise<Stream> {
  // What the next one asks of the one before, it asks until it has its place: no edition keeps all those before it alive.
  const off = new AbortController();
  const { signal } = off;
  const startAt = meetingPoint(playheadOf(before.video));
  const { bandwidth } = before;
  const { storyboard, duration, turns } = about;
  const audio = (turns && before.audio.around) || nameOf(before.audio.name);
  const next = openStream({ master, startAt, bandwidth, audio, turns, storyboard, duration, eager: true });
  next.on({ ...UNHEARD, broke: () => off.abort() });
  next.qualities.addEventListener('addrendition', () => next.qualities.choose(before.qualities.chosenHeight), { signal });
  next.video.textTracks.addEventListener('addtrack', () => copyCaptions(before.video, next.video), { signal });
  next.video.muted = true;
  // After the one that is seen: media-chrome takes the first, and the frame shows the first on top.
  frame.append(next.video);
  const beside = await runBeside(before.video, next.video, signal, wanted);
  off.abort();
  if (!beside || !wanted()) {
    discard(next);
    throw new Error(`The change-over to ${master} did not come about.`);
  }
  takeOver(before, next);
  return next;
}

/**
 * Brings a silent, hidden video to the position of the one that is seen, until they run side by side.
 *
 * @returns whether they do; false where it took too long or was called off
 */
async function runBeside(
  seen: HTMLVideoElement,
  next: HTMLVideoElement,
  off: AbortSignal,
  wanted: () => boolean,
): Promise<boolean> {
  let end = performance.now() + LONGEST;
  while (!off.aborted && wanted() && performance.now() < end) {
    // Taking the element out would close the small window; it goes on with what it has until that is closed.
    if (inSmallWindow(seen)) {
      next.pause();
      end = performance.now() + LONGEST;
      await pause(500);
      continue;
    }
    const step = nextStep(playheadOf(seen), playheadOf(next));
    switch (step.kind) {
      case 'swap':
        return true;
      case 'wait':
        await pause(step.milliseconds);
        break;
      case 'seek':
        next.pause();
        next.currentTime = step.time;
        await pause(25);
        break;
      case 'play':
        next.playbackRate = seen.playbackRate;
        await next.play().catch(() => pause(100));
        break;
      case 'rate':
        next.playbackRate = step.rate;
        await pause(25);
        break;
    }
  }
  return false;
}

/** The name alone: a track leads to all that its stream has. */
function nameOf(audio: AudioName | null): AudioName | null {
  return audio && { label: audio.label, language: audio.language };
}

/** Gives the next stream all that the viewer set on the one before, sound last. */
function takeOver(before: Stream, next: Stream): void {
  const [from, to] = [before.video, next.video];
  to.defaultPlaybackRate = from.defaultPlaybackRate;
  to.playbackRate = from.playbackRate;
  to.loop = from.loop;
  to.volume = from.volume;
  next.qualities.choose(before.qualities.chosenHeight);
  copyCaptions(from, to);
  to.tabIndex = -1;
  if ((from.getRootNode() as Document | ShadowRoot).activeElement === from) {
    to.focus({ preventScroll: true });
  }
  const muted = from.muted;
  from.muted = true;
  to.muted = muted;
  if (!from.paused && to.paused) {
    void to.play().catch(() => undefined);
  }
}

/** Inside a custom element, only its own root tells which video it is. */
function inSmallWindow(video: HTMLVideoElement): boolean {
  return (video.getRootNode() as Document | ShadowRoot).pictureInPictureElement === video;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
