/** What names an audio track from edition to edition. */
export interface AudioName {
  readonly label: string;
  readonly language: string;
}

/** A sound that an edition lists. */
export interface ListedAudio extends AudioName {
  /** Whether it is to be turned with the view: it stands for the one that it is named after, and is in no menu. */
  readonly ambisonic?: boolean;
}

/** What the server calls the ambisonic form of a sound. */
const AMBISONIC = / \(ambisonic\)( \d+)?$/;

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
  private names: readonly ListedAudio[] = [];
  private sounds = -1;

  get length(): number {
    return this.tracks.length;
  }

  get chosen(): AudioTrack | null {
    return this.current;
  }

  /** Whether what is heard is to be turned with the view. */
  get ambisonic(): boolean {
    return this.names[this.sounds]?.ambisonic === true;
  }

  /** The ambisonic form of the sound that is chosen; null where there is none. */
  get around(): AudioName | null {
    const { current } = this;
    return (current && this.names.find(({ ambisonic, label }) => ambisonic && label.replace(AMBISONIC, '') === current.label)) ?? null;
  }

  /** What is heard, in the form in which it is heard. */
  get name(): AudioName | null {
    return this.names[this.sounds] ?? null;
  }

  /** Puts others in the place of all, in the order of their numbers. */
  set(names: readonly ListedAudio[], chosen: number): void {
    this.names = names;
    this.tracks = names.flatMap(({ label, language, ambisonic }, id) =>
      ambisonic ? [] : [new AudioTrack(this, String(id), label, language)],
    );
    this.hears(chosen);
    this.dispatchEvent(new Event('addtrack'));
    if (this.ambisonic) {
      this.dispatchEvent(new Event('change'));
    }
  }

  /** Says which one is heard, without asking for it. */
  heard(number: number): void {
    this.hears(number);
    this.dispatchEvent(new Event('change'));
  }

  choose(track: AudioTrack): void {
    this.current = track;
    this.sounds = this.wanted;
    this.dispatchEvent(new Event('choice'));
    this.dispatchEvent(new Event('change'));
  }

  /** Number of what is to be heard of the track that is chosen: in the form in which sound is heard now. Without any, -1. */
  get wanted(): number {
    const { around, current } = this;
    return this.ambisonic && around ? this.names.indexOf(around) : Number(current?.id ?? -1);
  }

  private hears(number: number): void {
    this.sounds = number;
    const label = this.names[number]?.label;
    const plain = this.ambisonic ? label?.replace(AMBISONIC, '') : label;
    this.current = this.tracks.find((track) => (this.ambisonic ? track.label === plain : track.id === String(number))) ?? null;
  }

  [Symbol.iterator](): Iterator<AudioTrack> {
    return this.tracks[Symbol.iterator]();
  }
}
