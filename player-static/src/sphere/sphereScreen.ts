import type { Frame } from '../element/frame';
import type { Notices } from '../element/notices';
import type { Headset } from './headset';
import { Hearing } from './hearing';
import { turnOf, type SphereLayout } from './layout';
import { Motion } from './motion';
import type { Surroundings } from './surroundings';

const FLAT = 'sphere';

/** Lets a 360° artwork be looked around in, from when there is a video; shows it flat, and says so, where that is not possible. */
export class SphereScreen {
  private layout: SphereLayout | null = null;
  private video: HTMLVideoElement | null = null;
  private view: Surroundings | null = null;
  private headset: Headset | null = null;
  private opening = false;
  private turns: boolean | null = null;
  private settling: Promise<void> | null = null;
  private able = (): void => undefined;
  private readonly hearing = new Hearing(() => this.able());
  private readonly motion = new Motion((by) => this.view?.move(by));

  constructor(
    private readonly frame: Frame,
    private readonly notices: Notices,
  ) {
    frame.part('reset-view').addEventListener('click', () => this.view?.reset());
    frame.part('headset').addEventListener('click', () => void this.putOn());
    frame.part('move-view').addEventListener('click', () => void this.followDevice());
  }

  /** Whether what is shown is to be looked around in. */
  get round(): boolean {
    return this.layout !== null;
  }

  /** Whether sound can be turned with the view, too. */
  get turnsSound(): boolean {
    return this.round && this.hearing.turns;
  }

  /** @param able told when sound can be turned from then on */
  hear(able: () => void): void {
    this.able = able;
  }

  /** Does something when it is known whether sound can be turned: at once, where that is of no interest. */
  soundSettled(then: () => void): void {
    if (this.settling) {
      void this.settling.then(then);
    } else {
      then();
    }
  }

  /** Whether this browser can turn it. */
  get turnable(): boolean {
    return (this.turns ??= document.createElement('canvas').getContext('webgl2') !== null);
  }

  /** @param layout of the artwork that is shown; null for a flat one */
  of(layout: SphereLayout | null): void {
    this.layout = layout;
    if (layout === null) {
      this.shut();
      return;
    }
    if (this.turnable) {
      this.settling ??= this.hearing.begin().then(() => {
        this.settling = null;
      });
    }
    void this.open();
  }

  /** Another video is seen from now on. */
  adopted(video: HTMLVideoElement): void {
    this.video = video;
    this.hearing.adopted(video);
    this.headset?.show(video);
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

  /** Forgets what was shown: what comes next may be flat, and not say so. */
  close(): void {
    this.layout = null;
    this.video = null;
    this.hearing.close();
    this.able = () => undefined;
    this.shut();
  }

  private shut(): void {
    this.motion.end();
    this.headset?.close();
    this.frame.part('move-view').setAttribute('aria-pressed', 'false');
    this.view?.close();
    this.view = null;
    this.visible(false);
    this.notices.release(FLAT);
  }

  private async followDevice(): Promise<void> {
    const button = this.frame.part('move-view');
    const follow = button.getAttribute('aria-pressed') !== 'true';
    this.motion.end();
    const follows = follow && (await this.motion.begin().catch(() => false));
    button.setAttribute('aria-pressed', String(follows));
    if (follow && !follows) {
      this.notices.pass('This device does not tell how it is moved');
    }
  }

  /** The view on the page stands still meanwhile, and goes on when the headset is taken off. */
  private async putOn(): Promise<void> {
    if (!this.video || !this.layout || this.headset) {
      return;
    }
    try {
      const { Headset } = await import('./headset');
      this.headset = await Headset.enter(this.video, this.layout, {
        tapped: () => this.frame.press('k'),
        looked: (direction) => this.hearing.look(direction),
        left: () => (this.headset = null),
      });
    } catch (error) {
      console.info('The headset cannot be used.', error);
      this.notices.pass('The headset cannot be used now');
    }
  }

  private async open(): Promise<void> {
    if (!this.layout || !this.video || this.view || this.opening) {
      return;
    }
    this.opening = true;
    try {
      if (!this.turnable) {
        throw new Error('There is no WebGL 2.');
      }
      // The viewer is as large as all the rest: whoever sees flat films does not load it.
      const { Surroundings } = await import('./surroundings');
      if (this.layout && this.video) {
        this.visible(true);
        this.view = new Surroundings(this.frame.part('sphere'), this.video, this.layout, {
          tapped: () => this.frame.press('k'),
          looked: (direction) => this.hearing.look(direction),
        });
        this.notices.pass(Motion.possible ? 'Drag to look around' : 'Drag to look around, or press W, A, S, D');
        const { isHeadsetThere } = await import('./headset');
        this.frame.part('headset').hidden = !((await isHeadsetThere()) && this.view);
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
    this.frame.part('headset').hidden ||= !yes;
    this.frame.part('move-view').hidden = !yes || !Motion.possible;
  }
}
