import type { MediaController } from 'media-chrome';
import { autoplay } from './autoplay';
import { changeOver } from './changeover';
import { Mender } from './mender';
import { Offers } from './offers';
import { openStream } from './openStream';
import { Reaching } from './reaching';
import type { PlayerListeners, Settings } from './settings';
import { discard, type Stream } from './stream';
import { Timers } from './timers';
import type { VolumeMemory } from './volumeMemory';

const CHANGE_AGAIN = 20_000;

/** Plays editions of one artwork, one after the other, in media-chrome's frame. */
export class Player {
  private stream: Stream | null = null;
  private wanted = '';
  private changing = false;
  private readonly timers = new Timers();
  private readonly offers = new Offers();
  private readonly reaching: Reaching;
  private readonly mender: Mender;

  constructor(
    private readonly frame: MediaController,
    private readonly memory: VolumeMemory,
    private readonly settings: () => Settings,
    private readonly listeners: PlayerListeners,
  ) {
    this.reaching = new Reaching(
      this.offers,
      () => settings().onDemand,
      (height) => {
        listeners.reaches(height);
        void this.considerChange();
      },
    );
    this.mender = new Mender(this.timers, {
      trouble: (trouble) => listeners.trouble(trouble),
      stale: () => listeners.stale(),
      again: () => this.loadAgain(),
    });
  }

  /** Address of the edition that plays, or null where none does. */
  get playing(): string | null {
    return this.stream?.master ?? null;
  }

  /** The video that is seen. */
  get video(): HTMLVideoElement | null {
    return this.stream?.video ?? null;
  }

  /** Plays an edition. Where one plays already, changes over to this one if it has more to offer. */
  show(master: string, startAt = 0): void {
    this.wanted = master;
    if (this.stream === null) {
      this.start(startAt, this.settings().autoplay);
    } else {
      void this.reaching.list(this.stream);
      void this.considerChange();
    }
  }

  /** Begins again where it broke, with the newest edition known. */
  retry(): void {
    if (this.stream) {
      this.restart(true);
    }
  }

  /** Sound can be turned from now on: what plays is begun in that form beside itself, for browsers keep the number of channels that they began with. */
  heard(): void {
    void this.considerChange();
  }

  /** The network is there again. */
  online(): void {
    this.mender.online();
  }

  /** Ends what plays and all that is under way. */
  close(): void {
    this.timers.callOff();
    if (this.stream) {
      discard(this.stream);
    }
    this.stream = null;
  }

  private restart(play = this.video?.paused === false): void {
    const at = this.video?.currentTime ?? 0;
    this.close();
    this.start(at, play);
  }

  private start(startAt: number, play: boolean): void {
    this.listeners.trouble(null);
    this.mender.anew();
    const { muted, loop, eager, storyboard, duration, turns } = this.settings();
    const from = { master: this.wanted, startAt, bandwidth: null, audio: null, duration, turns };
    const stream = openStream({ ...from, storyboard, eager: eager || play || startAt > 0 });
    const { video } = stream;
    video.loop = loop;
    this.memory.recall(video);
    if (muted) {
      this.mute(video, true);
    }
    this.adopt(stream);
    this.frame.append(video);
    if (play) {
      void this.begin(video);
    }
  }

  private async begin(video: HTMLVideoElement): Promise<void> {
    const silent = video.muted;
    const beginning = await autoplay(video, (muted) => this.mute(video, muted));
    if (beginning === 'silent' && !silent) {
      this.listeners.silenced();
    }
  }

  /** What the browser or the page wants is not what the viewer chose: it is not remembered. */
  private mute(video: HTMLVideoElement, muted: boolean): void {
    video.muted = muted;
    this.memory.note(video);
  }

  private adopt(stream: Stream): void {
    this.stream = stream;
    stream.on({
      ...this.listeners,
      broke: (breakage) => this.mender.mend(stream, breakage),
      flowed: () => this.mender.well(),
    });
    this.reaching.follow(stream);
    this.listeners.adopted(stream.video);
  }

  private loadAgain(): void {
    if (this.wanted === this.stream?.master) {
      this.stream.loadAgain();
    } else if (this.stream) {
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
      while (this.stream && (await this.improve(this.stream, this.wanted))) {
        // Meanwhile there may be an even better one.
      }
    } catch {
      // What plays goes on; the better edition is tried again later.
      if (this.stream) {
        this.timers.later(() => void this.considerChange(), CHANGE_AGAIN);
      }
    } finally {
      this.changing = false;
    }
  }

  private async improve(before: Stream, master: string): Promise<boolean> {
    const wish = this.reaching.wish(before);
    if (wish !== null) {
      await this.change(before, wish);
      return true;
    }
    if (this.settings().turns && before.begun && before.audio.around && !before.audio.ambisonic) {
      await this.change(before, before.master);
      return true;
    }
    const gain = await this.offers.gain(before.master, master, this.settings().onDemand);
    if (gain === null || before !== this.stream) {
      return false;
    }
    if (before.begun) {
      await this.change(before, master);
    } else {
      this.restart();
    }
    this.listeners.better(gain.height);
    return true;
  }

  private async change(before: Stream, master: string): Promise<void> {
    const wish = this.reaching.wish(before);
    const wanted = (): boolean => before === this.stream && wish === this.reaching.wish(before);
    const next = await changeOver(this.frame, before, master, this.settings(), wanted);
    this.reaching.grant(before, next);
    this.adopt(next);
    this.mender.well();
    discard(before);
    // media-chrome lets go of a video that is removed, but looks for another only when one is added.
    queueMicrotask(() => void this.frame.handleMediaUpdated(next.video));
  }
}
