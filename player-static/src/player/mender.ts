import { bufferedTo } from './buffered';
import { remedyFor, UNTRIED, type Attempts, type Breakage } from './recovery';
import type { Stream } from './stream';
import type { Timers } from './timers';

/** Something that keeps the video from playing. */
export interface Trouble {
  readonly title: string;
  readonly detail: string;
}

export interface MenderListeners {
  /** Something is wrong that the viewer can do something about; null when it is over. */
  trouble(trouble: Trouble | null): void;
  /** The edition may have gone from the server: its address should be asked for again. */
  stale(): void;
  /** The time has come to ask for the media again. */
  again(): void;
}

/** A decoder that stumbles again after this long has earned new chances. */
const FORGIVEN = 60_000;

/** Brings a broken stream back, or says that it cannot. */
export class Mender {
  private attempts: Attempts = UNTRIED;
  private broken = false;
  private stumbled = 0;

  constructor(
    private readonly timers: Timers,
    private readonly listeners: MenderListeners,
  ) {}

  /** Another stream begins, with all chances. */
  anew(): void {
    this.attempts = UNTRIED;
    this.well();
  }

  /** Media arrived: the network is well. */
  well(): void {
    if (this.broken) {
      this.broken = false;
      this.attempts = { ...this.attempts, network: 0 };
      this.listeners.trouble(null);
    }
  }

  /** The network is there again. */
  online(): void {
    if (this.broken) {
      this.attempts = UNTRIED;
      this.listeners.again();
    }
  }

  /** Does what can be done about a breakage. */
  mend(stream: Stream, breakage: Breakage): void {
    this.broken = true;
    if (breakage.kind === 'network' && !navigator.onLine) {
      return;
    }
    this.forgive(breakage);
    const [remedy, attempts] = remedyFor(breakage, this.attempts, bufferedTo(stream.video) - stream.video.currentTime);
    this.attempts = attempts;
    switch (remedy.kind) {
      case 'load again':
        this.listeners.stale();
        this.timers.later(() => this.listeners.again(), remedy.afterMilliseconds);
        break;
      case 'recover media':
        stream.recoverMedia(remedy.swapCodec);
        break;
      case 'give up':
        this.listeners.trouble(remedy);
        break;
    }
  }

  private forgive({ kind }: Breakage): void {
    if (kind !== 'media') {
      return;
    }
    const now = performance.now();
    if (now - this.stumbled > FORGIVEN) {
      this.attempts = { ...this.attempts, media: 0 };
    }
    this.stumbled = now;
  }
}
