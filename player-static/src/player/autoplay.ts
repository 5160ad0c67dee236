/** How a video began. */
export type Beginning = 'with sound' | 'silent' | 'waits for a click';

/**
 * Plays a video by itself as far as the browser lets it: with sound, else without (most browsers want a click on this
 * page for sound), else not.
 */
export async function autoplay(video: HTMLVideoElement): Promise<Beginning> {
  if (await begins(video)) {
    return video.muted ? 'silent' : 'with sound';
  }
  video.muted = true;
  if (await begins(video)) {
    return 'silent';
  }
  video.muted = false;
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
