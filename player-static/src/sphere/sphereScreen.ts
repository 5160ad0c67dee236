import type { Frame } from '../element/frame';
import type { Notices } from '../element/notices';
import { turnOf, type SphereLayout } from './layout';
import type { Surroundings } from './surroundings';

const FLAT = 'sphere';

/** Lets a 360° artwork be looked around in, from when there is a video; shows it flat, and says so, where that is not possible. */
export class SphereScreen {
  private layout: SphereLayout | null = null;
  private video: HTMLVideoElement | null = null;
  private view: Surroundings | null = null;
  private opening = false;

  constructor(
    private readonly frame: Frame,
    private readonly notices: Notices,
  ) {
    frame.part('reset-view').addEventListener('click', () => this.view?.reset());
  }

  /** @param layout of the artwork that is shown; null for a flat one */
  of(layout: SphereLayout | null): void {
    this.layout = layout;
    if (layout === null) {
      this.close();
    } else {
      void this.open();
    }
  }

  /** Another video is seen from now on. */
  adopted(video: HTMLVideoElement): void {
    this.video = video;
    if (this.view) {
      this.view.show(video);
    } else {
      void this.open();
    }
  }

  /** Does what a key stands for; false where it turns nothing. */
  press({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const turn = ctrlKey || metaKey || altKey ? null : turnOf(key);
    if (turn === null || !this.view) {
      return false;
    }
    if (turn === 'reset') {
      this.view.reset();
    } else {
      this.view.turn(turn);
    }
    return true;
  }

  close(): void {
    this.view?.close();
    this.view = null;
    this.video = null;
    this.visible(false);
    this.notices.release(FLAT);
  }

  private async open(): Promise<void> {
    if (!this.layout || !this.video || this.view || this.opening) {
      return;
    }
    this.opening = true;
    try {
      if (!document.createElement('canvas').getContext('webgl2')) {
        throw new Error('There is no WebGL 2.');
      }
      // The viewer is as large as all the rest: whoever sees flat films does not load it.
      const { Surroundings } = await import('./surroundings');
      if (this.layout && this.video) {
        this.visible(true);
        this.view = new Surroundings(this.frame.part('sphere'), this.video, this.layout, () => this.frame.press('k'));
        this.notices.pass('Drag to look around');
      }
    } catch (error) {
      console.info('This 360° video is shown flat.', error);
      this.visible(false);
      this.notices.hold(FLAT, 'This is a 360° video. This browser cannot turn it, so it is shown flat.');
    } finally {
      this.opening = false;
    }
  }

  private visible(yes: boolean): void {
    this.frame.part('sphere').hidden = !yes;
    this.frame.part('reset-view').hidden = !yes;
  }
}
