interface Sound {
  readonly volume: number;
  readonly muted: boolean;
}

/** Where a volume is kept from visit to visit. */
type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'atelier-player-sound';

/** Remembers how loud the viewer likes it. A browser that keeps nothing (a private window) is no error. */
export class VolumeMemory {
  private last: Sound | null = null;

  constructor(private readonly shelf: () => Shelf = () => localStorage) {}

  /** Makes a video as loud as the last one was. */
  recall(video: HTMLVideoElement): void {
    const sound = this.read();
    if (sound) {
      video.volume = sound.volume;
      video.muted = sound.muted;
    }
    this.note(video);
  }

  /** What a video is set to now was not the viewer's choice. */
  note({ volume, muted }: Sound): void {
    this.last = { volume, muted };
  }

  /** Keeps what a video is set to, where it is another than the last. */
  keep({ volume, muted }: Sound): void {
    if (this.last?.volume === volume && this.last.muted === muted) {
      return;
    }
    this.last = { volume, muted };
    try {
      this.shelf().setItem(KEY, JSON.stringify(this.last));
    } catch {
      // It is as loud as it was set until the page is left.
    }
  }

  private read(): Sound | null {
    try {
      const { volume, muted } = JSON.parse(this.shelf().getItem(KEY) ?? 'null') as Sound;
      return volume >= 0 && volume <= 1 && typeof muted === 'boolean' ? { volume, muted } : null;
    } catch {
      return null;
    }
  }
}
