import type { Item } from '../api/installation';

/** Whether what is shown is heard, in a browser that may refuse to play with sound. */
export class Loudness {
  private wanted = false;

  /** @param silenced the browser refused sound; it plays without */
  constructor(private readonly silenced: () => void) {}

  /** Whether items are heard, where they are not mute. */
  hear(sound: boolean): void {
    this.wanted = sound;
  }

  /** Makes a video as loud as an item is to be. */
  apply(video: HTMLVideoElement, item: Item | null): void {
    video.muted = !this.wanted || item?.mute === true;
  }

  /** Tells a video to play: with sound if it has any and the browser lets it, else without. */
  run(video: HTMLVideoElement): void {
    void video.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError' && !video.muted) {
        this.wanted = false;
        video.muted = true;
        void video.play().catch(() => undefined);
        this.silenced();
      }
    });
  }
}
