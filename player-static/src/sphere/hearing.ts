import { AudioTracks } from '../player/audioTracks';
import { Binaural } from './binaural';
import type { Direction } from './motion';

/** How long a browser may take to say that sound may be made, in milliseconds. */
const DECIDES = 300;

/** What a person does that lets a page make sound. */
const GESTURES = ['pointerup', 'keydown', 'touchend'] as const;

/**
 * Lets ambisonic sound turn with the view, where the browser has Web Audio and lets it run: a video whose sound goes through what stands still would stand still
 * too. Elsewhere, and until then, what it is mixed down to is heard, as in every other player.
 */
export class Hearing {
  private context: AudioContext | null = null;
  private binaural: Binaural | null = null;
  private source: MediaElementAudioSourceNode | null = null;
  private over = new AbortController();
  private direction: Direction = { yaw: 0, pitch: 0 };
  private decided = false;

  /** @param able tells that sound can be turned from now on */
  constructor(private readonly able: () => void) {}

  /** Whether sound that is to be turned can be asked for. */
  get turns(): boolean {
    return this.context?.state === 'running';
  }

  /** Asks the browser, once. Resolved when it has answered, or takes its time. */
  async begin(): Promise<void> {
    if (this.context || this.decided || typeof AudioContext === 'undefined') {
      return;
    }
    const context = new AudioContext({ latencyHint: 'playback' });
    this.context = context;
    const { signal } = this.over;
    const resume = (): void => void context.resume().catch(() => undefined);
    context.addEventListener(
      'statechange',
      () => {
        if (this.decided && this.turns) {
          this.able();
        }
      },
      { signal },
    );
    GESTURES.forEach((name) => addEventListener(name, () => this.turns || resume(), { signal, capture: true }));
    await Promise.race([context.resume().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, DECIDES))]);
    this.decided = true;
  }

  /** Another video is heard from now on. */
  adopted(video: HTMLVideoElement): void {
    this.source?.disconnect();
    this.source = null;
    const tracks = (video as { audioTracks?: unknown }).audioTracks;
    if (!this.context || !this.turns || !(tracks instanceof AudioTracks)) {
      return;
    }
    const begin = (): void => {
      if (tracks.ambisonic && this.source === null) {
        this.connect(video);
      }
    };
    tracks.addEventListener('change', begin, { signal: this.over.signal });
    begin();
  }

  /** Somebody looks there. */
  look(direction: Direction): void {
    this.direction = direction;
    this.binaural?.look(direction);
  }

  close(): void {
    this.over.abort();
    this.over = new AbortController();
    this.source?.disconnect();
    void this.context?.close();
    [this.source, this.binaural, this.context, this.decided] = [null, null, null, false];
  }

  private connect(video: HTMLVideoElement): void {
    const context = this.context as AudioContext;
    this.binaural ??= new Binaural(context, context.destination);
    this.binaural.look(this.direction);
    this.source = context.createMediaElementSource(video);
    this.source.connect(this.binaural.input);
  }
}
