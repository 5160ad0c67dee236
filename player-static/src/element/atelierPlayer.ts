import { addresses } from '../api/address';
import { EventHub } from '../api/eventHub';
import { sourceOf } from '../api/source';
import { VolumeMemory } from '../player/volumeMemory';
import { SphereScreen } from '../sphere/sphereScreen';
import type { WatchState } from '../state/watchState';
import { followViewing, unwanted } from '../viewing/follow';
import { Frame } from './frame';
import { SKIP } from './gestures';
import { hostOf, type SessionHost } from './host';
import { isUsed } from './keys';
import { Notices } from './notices';
import { Session } from './session';
import { Steering } from './steering';

/** Events of the video that is seen, told again by the element. */
const TOLD = [
  ...['loadedmetadata', 'durationchange', 'play', 'playing', 'pause', 'waiting', 'timeupdate', 'seeking', 'seeked'],
  ...['ended', 'ratechange', 'volumechange', 'enterpictureinpicture', 'leavepictureinpicture'],
];

const hub = new EventHub();

/**
 * Plays an artwork, or one HLS playlist: `<atelier-player src="https://films.example/api/artworks/mila/sunset">`.
 * Attributes, properties and events are described in the README.
 */
export class AtelierPlayer extends HTMLElement {
  static readonly observedAttributes = ['src', 'poster', 'storyboard', 'label', 'muted', 'loop'];

  private readonly frame = new Frame(this.attachShadow({ mode: 'open' }));
  private readonly notices = new Notices(this.frame.part('notice'));
  private readonly sphere = new SphereScreen(this.frame, this.notices);
  private readonly steering = new Steering(this.frame, this.notices, this.sphere, () => this.video);
  private readonly memory = new VolumeMemory();
  private session: Session | null = null;
  private heard = new AbortController();
  private known: WatchState | null = null;
  private unfollow = (): void => undefined;
  private left: { readonly src: string; readonly at: number } | null = null;

  constructor() {
    super();
    this.frame.stage.addEventListener('keydown', (event) => {
      if (!isUsed(event.key, event.composedPath(), this.frame.stage) && this.press(event)) {
        event.preventDefault();
      }
    });
    this.frame.stage.addEventListener(SKIP, (event) => this.steering.skip((event as CustomEvent<number>).detail));
  }

  connectedCallback(): void {
    // A moved element is taken out and put in again at once: its video goes on.
    if (!this.session) {
      this.open();
    }
    this.frame.label(this.label);
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.left = { src: this.src, at: this.currentTime };
        this.close();
      }
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) {
      return;
    }
    const { video } = this;
    switch (name) {
      case 'src':
        this.close();
        this.open();
        break;
      case 'poster':
        this.frame.poster(this.poster);
        break;
      case 'label':
        this.frame.label(this.label);
        break;
      default:
        if (video) {
          Object.assign(video, { muted: this.hasAttribute('muted') || video.muted, loop: this.hasAttribute('loop') });
        }
    }
  }

  /** The video that is seen. It is another one after a change-over: do not keep it. */
  get video(): HTMLVideoElement | null {
    return this.session?.player.video ?? null;
  }

  /** What is known of the artwork; null for a playlist. */
  get state(): WatchState | null {
    return this.known;
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(address: string) {
    this.setAttribute('src', address);
  }

  get poster(): string | null {
    return this.getAttribute('poster');
  }

  get label(): string {
    return this.getAttribute('label') ?? this.known?.artwork?.title ?? '';
  }

  get currentTime(): number {
    return this.video?.currentTime ?? 0;
  }

  set currentTime(seconds: number) {
    if (this.video) {
      this.video.currentTime = seconds;
    }
  }

  get duration(): number {
    return this.video?.duration ?? NaN;
  }

  get paused(): boolean {
    return this.video?.paused ?? true;
  }

  async play(): Promise<void> {
    await this.video?.play();
  }

  pause(): void {
    this.video?.pause();
  }

  /** Begins again where it broke. */
  retry(): void {
    this.session?.retry();
  }

  /** Does what a key stands for; false where it is no shortcut. For pages whose keys are the player's everywhere. */
  press(event: KeyboardEvent): boolean {
    return this.steering.press(event);
  }

  private open(): void {
    const source = sourceOf(this.src, document.baseURI);
    if (!source) {
      return;
    }
    const startAt = this.left?.src === this.src ? this.left.at : (Number(this.getAttribute('start')) || 0);
    this.session = new Session(this.frame, this.notices, this.sphere, this.host(), hub, this.memory, source, startAt);
    this.left = null;
    if (source.kind === 'artwork' && !this.hasAttribute('private') && !unwanted()) {
      const where = addresses(source.server, '', location.origin);
      this.unfollow = followViewing(this, where.api('playback'), source.slug);
    }
  }

  private close(): void {
    this.unfollow();
    this.unfollow = () => undefined;
    this.session?.close();
    this.session = null;
    this.known = null;
    this.heard.abort();
  }

  private host(): SessionHost {
    return hostOf(this, {
      adopted: (video) => this.adopted(video),
      changed: (state) => {
        this.known = state;
        this.frame.label(this.label);
      },
    });
  }

  private adopted(video: HTMLVideoElement): void {
    this.heard.abort();
    this.heard = new AbortController();
    const { signal } = this.heard;
    TOLD.forEach((name) => video.addEventListener(name, () => this.dispatchEvent(new Event(name)), { signal }));
    video.addEventListener('volumechange', () => this.memory.keep(video), { signal });
  }
}
