import { MediaGestureReceiver } from 'media-chrome';
import { nextTap, NO_TAP } from './taps';

/** Bubbles from the gestures' element; its detail is in seconds. */
export const SKIP = 'atelierskip';

/** media-chrome's gestures (a click plays, a tap shows the controls) and double taps at the sides. */
export class Gestures extends MediaGestureReceiver {
  private tap = NO_TAP;

  override handleTap(event: PointerEvent): void {
    const { left, width } = this.getBoundingClientRect();
    this.tap = nextTap(this.tap, event.timeStamp, (event.clientX - left) / width);
    if (this.tap.skip !== 0) {
      this.dispatchEvent(new CustomEvent(SKIP, { bubbles: true, detail: this.tap.skip }));
    }
  }
}
