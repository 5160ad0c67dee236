import type { MediaController } from 'media-chrome';
import { autoplay } from './autoplay';
import { changeOver } from './changeover';
import { Offers } from './offers';
import { remedyFor, UNTRIED, type Attempts, type Breakage } from './recovery';
import { discard, openStream, type Stream } from './stream';

/** Something that keeps the video from playing. */
export interface Trouble {
  readonly title: string;
  readonly detail: string;
}

export interface PlayerListeners {
  /** Something is wrong that the viewer can do something about; null when it is over. */
  trouble(trouble: Trouble | null): void;
  /** The edition may have gone from the server: its address should be asked for again. */
  stale(): void;
  /** The browser plays, but only without sound. */
  silenced(): void;
}

const CHANGE_AGAIN = 20_000;

/** Plays editions of one artwork, one after the other, in media-chrome's frame. */
export class Player {
  private stream: Stream | null = null;
  private wanted = '';
  private attempts: Attempts = UNTRIED;
  private changing = false;
  private readonly offers = new Offers();

  constructor(
    private readonly frame: MediaController,
    private readonly listeners: PlayerListeners,
  ) {}

  /** Address of the edition that plays, or null where none does. */
  get playing(): string | null {
    return this.stream?.master ?? null;
  }

  /** Plays an edition. Where one plays already, changes over to this one if it has more to offer. */
  show(master: string): void {
    this.wanted = master;
    if (this.stream === null) {
      this.start(master, 0);
    } else {
      void this.considerChange();
    }
  }

  /** Begins again where it broke, with the newest edition known. */
  retry(): void {
    this.attempts = UNTRIED;
    this.restart();
  }

  private restart(): void {
    const at = this.stream?.video.currentTime ?? 0;
    if (this.stream) {
      discard(this.stream);
    }
    this.start(this.wanted, at);
  }

  private start(master: string, startAt: number): void {
    this.listeners.trouble(null);
    const stream = openStream({ master, startAt, bandwidth: null });
    this.adopt(stream);
    this.frame.append(stream.video);
    void autoplay(stream.video).then((beginning) => {
      if (beginning === 'silent') {
        this.listeners.silenced();
      }
    });
  }

  private adopt(stream: Stream): void {
    this.stream = stream;
    stream.on({ broke: (breakage) => this.mend(stream, breakage), flowed: () => this.flowed() });
  }

  private flowed(): void {
    if (this.attempts.network > 0) {
      this.attempts = { ...this.attempts, network: 0 };
      this.listeners.trouble(null);
    }
  }

  private mend(stream: Stream, breakage: Breakage): void {
    if (stream !== this.stream) {
      return;
    }
    const [remedy, attempts] = remedyFor(breakage, this.attempts);
    this.attempts = attempts;
    switch (remedy.kind) {
      case 'load again':
        this.listeners.stale();
        setTimeout(() => this.loadAgain(stream), remedy.afterMilliseconds);
        break;
      case 'recover media':
        stream.recoverMedia();
        break;
      case 'give up':
        this.listeners.trouble(remedy);
        break;
    }
  }

  private loadAgain(stream: Stream): void {
    if (stream !== this.stream) {
      return;
    }
    if (this.wanted === stream.master) {
      stream.loadAgain();
    } else {
      // Its edition may have gone from the server, and there is a newer one.
      this.restart();
    }
  }

  private async considerChange(): Promise<void> {
    if (this.changing) {
      return;
    }
    this.changing = true;
    try {
      while (this.stream && (await this.offers.isMore(this.stream.master, this.wanted))) {
        await this.change(this.stream, this.wanted);
      }
    } catch {
      // What plays goes on; the better edition is tried again later.
      setTimeout(() => void this.considerChange(), CHANGE_AGAIN);
    } finally {
      this.changing = false;
    }
  }

  private async change(before: Stream, master: string): Promise<void> {
    const next = await changeOver(this.frame, before, master, () => before === this.stream);
    this.adopt(next);
    this.flowed();
    discard(before);
    // media-chrome lets go of a video that is removed, but looks for another only when one is added.
    queueMicrotask(() => void this.frame.handleMediaUpdated(next.video));
  }
}
