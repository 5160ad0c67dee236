import type { Frame } from './frame';
import { actionOf } from './keys';
import type { Notices } from './notices';
import type { SphereScreen } from '../sphere/sphereScreen';

/** Does what keys and taps stand for. */
export class Steering {
  constructor(
    private readonly frame: Frame,
    private readonly notices: Notices,
    private readonly sphere: Pick<SphereScreen, 'press'>,
    private readonly video: () => HTMLVideoElement | null,
  ) {}

  /** Does what a key stands for; false where it is no shortcut, or nothing is there to be steered. */
  press(event: KeyboardEvent): boolean {
    if (this.frame.controller.inert) {
      return false;
    }
    const action = actionOf(event);
    if (action === null) {
      return this.sphere.press(event);
    }
    switch (action.kind) {
      case 'chrome':
        this.frame.press(action.key);
        break;
      case 'step':
        this.step(action.seconds);
        break;
      case 'place':
        this.seek((end) => end * action.share);
        break;
    }
    return true;
  }

  /** Goes on or back by some seconds, and says so. */
  skip(seconds: number): void {
    this.step(seconds);
    this.notices.pass(seconds > 0 ? `${seconds} s forward` : `${-seconds} s back`, 800);
  }

  private step(seconds: number): void {
    this.seek((_end, now) => now + seconds);
  }

  private seek(to: (end: number, now: number) => number): void {
    const video = this.video();
    if (video) {
      const end = endOf(video);
      video.currentTime = Math.min(end, Math.max(0, to(end, video.currentTime)));
    }
  }
}

/** Where a video ends; what is there so far of one that grows. */
function endOf({ duration, seekable }: HTMLVideoElement): number {
  return Number.isFinite(duration) ? duration : seekable.length > 0 ? seekable.end(seekable.length - 1) : 0;
}
