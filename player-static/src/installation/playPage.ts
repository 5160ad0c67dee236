import type { Item } from '../api/installation';
import { autoplay } from '../player/autoplay';
import { byId, setText } from '../ui/dom';
import type { Change, Projector, ProjectorListeners } from './projector';

/** So long the controls are seen after somebody moved something. */
const IDLE = 3000;
const NOTICE = 10_000;

/** The page that shows a playlist: its controls, and what it says. */
export class PlayPage implements ProjectorListeners {
  autostart = true;
  /** Whether any item is to be heard. */
  wantsSound = true;
  private projector!: Projector;
  private sound = false;
  private toldOfSound = false;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly stage: HTMLElement) {}

  /** Lets people steer what is shown. */
  steer(projector: Projector): void {
    this.projector = projector;
    byId('begin').addEventListener('click', () => this.begin());
    byId('play').addEventListener('click', () => this.toggle());
    byId('next').addEventListener('click', () => projector.skip());
    byId('sound').addEventListener('click', () => this.hear(!this.sound));
    byId('full').addEventListener('click', () => this.full());
    document.addEventListener('keydown', (event) => this.press(event));
    for (const name of ['pointermove', 'pointerdown', 'focusin', 'keydown']) {
      document.addEventListener(name, () => this.wake());
    }
  }

  first(video: HTMLVideoElement): void {
    this.say('');
    if (this.autostart) {
      void this.startItself(video);
    } else {
      byId('begin').hidden = false;
    }
  }

  changed(change: Change): void {
    change.after.dataset['front'] = '';
    delete change.before.dataset['front'];
    this.stage.dispatchEvent(new CustomEvent('atelierchange', { detail: change }));
  }

  skipped(item: Item, reason: string): void {
    console.info(`${item.slug} is passed over. ${reason}`);
  }

  nothing(): void {
    this.say('Nothing of this playlist can be shown yet. It begins by itself as soon as something can.');
  }

  silenced(): void {
    this.hear(false);
    this.tellOfSound();
  }

  over(): void {
    const begin = byId('begin');
    begin.hidden = false;
    setText(begin, 'Play again');
    this.update();
  }

  /** Tells people something; an empty text takes it away. */
  say(text: string, milliseconds = Infinity): void {
    clearTimeout(this.silence);
    setText(byId('notice'), text);
    if (Number.isFinite(milliseconds)) {
      this.silence = setTimeout(() => this.say(''), milliseconds);
    }
  }

  private async startItself(video: HTMLVideoElement): Promise<void> {
    const muted = !this.wantsSound || this.projector.item?.mute === true;
    video.muted = muted;
    const beginning = await autoplay(video, (silent) => (video.muted = silent));
    if (beginning === 'waits for a click') {
      byId('begin').hidden = false;
      return;
    }
    this.hear(muted ? this.wantsSound : beginning === 'with sound');
    this.projector.play();
    if (beginning === 'silent' && !muted) {
      this.tellOfSound();
    }
    this.update();
  }

  /** Once: what nobody does anything about is not said for days. */
  private tellOfSound(): void {
    if (!this.toldOfSound) {
      this.toldOfSound = true;
      this.wake(NOTICE);
      this.say('This browser plays sound only after a click. “Turn sound on” does it.', NOTICE);
    }
  }

  private begin(): void {
    byId('begin').hidden = true;
    this.hear(this.wantsSound);
    this.projector.play();
    this.update();
  }

  private toggle(): void {
    if (this.projector.paused) {
      this.begin();
    } else {
      this.projector.pause();
      this.update();
    }
  }

  private hear(sound: boolean): void {
    this.sound = sound;
    this.projector.hear(sound);
    if (sound) {
      this.say('');
    }
    this.update();
  }

  private update(): void {
    setText(byId('play'), this.projector.paused ? 'Play' : 'Pause');
    setText(byId('sound'), this.sound ? 'Turn sound off' : 'Turn sound on');
    byId('sound').hidden = !this.wantsSound;
  }

  private full(): void {
    const change = document.fullscreenElement ? document.exitFullscreen() : this.stage.requestFullscreen();
    change.catch(() => this.say('This browser does not allow the full screen.', NOTICE));
  }

  private press(event: KeyboardEvent): void {
    const onControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement;
    if (event.ctrlKey || event.altKey || event.metaKey || (onControl && event.key === ' ')) {
      return;
    }
    const action = { ' ': () => this.toggle(), k: () => this.toggle(), n: () => this.projector.skip(), m: () => this.hear(!this.sound), f: () => this.full() }[
      event.key.toLowerCase()
    ];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  /** Shows the controls and the pointer for a while. */
  private wake(milliseconds = IDLE): void {
    clearTimeout(this.idle);
    delete this.stage.dataset['idle'];
    this.idle = setTimeout(() => {
      if (!byId('controls').querySelector(':focus-visible')) {
        this.stage.dataset['idle'] = '';
      }
    }, milliseconds);
  }
}
