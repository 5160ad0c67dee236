/** What names an audio track from edition to edition. */
export interface AudioName {
  readonly label: string;
  readonly language: string;
}

/** One of the sounds to choose from, as media-chrome's menu wants it. */
export class AudioTrack {
  // Hidden from JSON too: media-chrome writes tracks as JSON, and the list leads back to them.
  readonly #list: AudioTracks;

  constructor(
    list: AudioTracks,
    readonly id: string,
    readonly label: string,
    readonly language: string,
    readonly kind = '',
  ) {
    this.#list = list;
  }

  get enabled(): boolean {
    return this.#list.chosen === this;
  }

  /** The menu disables all but one: only that one is of interest. */
  set enabled(wanted: boolean) {
    if (wanted && !this.enabled) {
      this.#list.choose(this);
    }
  }
}

/** The audio tracks of a video as media-chrome's menu asks for them; browsers have none of their own for hls.js. */
export class AudioTracks extends EventTarget {
  private tracks: readonly AudioTrack[] = [];
  private current: AudioTrack | null = null;

  get length(): number {
    return this.tracks.length;
  }

  get chosen(): AudioTrack | null {
    return this.current;
  }

  /** Puts others in the place of all, in the order of their numbers. */
  set(names: readonly AudioName[], chosen: number): void {
    this.tracks = names.map(({ label, language }, id) => new AudioTrack(this, String(id), label, language));
    this.current = this.tracks[chosen] ?? null;
    this.dispatchEvent(new Event('addtrack'));
  }

  /** Says which one is heard, without asking for it. */
  heard(number: number): void {
    this.current = this.tracks[number] ?? null;
    this.dispatchEvent(new Event('change'));
  }

  choose(track: AudioTrack): void {
    this.current = track;
    this.dispatchEvent(new Event('choice'));
    this.dispatchEvent(new Event('change'));
  }

  [Symbol.iterator](): Iterator<AudioTrack> {
    return this.tracks[Symbol.iterator]();
  }
}
