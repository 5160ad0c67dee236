/** How a video began. */
export type Beginning = 'with sound' | 'silent' | 'waits for a click';

/**
 * Plays a video by itself as far as the browser lets it: with sound, else without (most browsers want a click on this
 * page for sound), else not.
 *
 * @param mute takes the sound away or gives it back
 */
export async function autoplay(video: HTMLVideoElement, mute: (muted: boolean) => void): Promise<Beginning> {
  if (await begins(video)) {
    return video.muted ? 'silent' : 'with sound';
  }
  const { muted } = video;
  mute(true);
  if (await begins(video)) {
    return 'silent';
  }
  mute(muted);
  return 'waits for a click';
}

async function begins(video: HTMLVideoElement): Promise<boolean> {
  try {
    await video.play();
    return true;
  } catch (error) {
    // Anything but a refusal (a pause in between, another source) is no reason to take the sound away.
    return !(error instanceof DOMException && error.name === 'NotAllowedError');
  }
}
