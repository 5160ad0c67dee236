import { addresses } from '../api/address';
import type { Artwork, Edition, OnDemand } from '../api/artwork';
import { ApiClient } from '../api/client';
import type { EventHub } from '../api/eventHub';
import type { Source } from '../api/source';
import type { Trouble } from '../player/mender';
import { Player } from '../player/player';
import type { Settings } from '../player/settings';
import type { VolumeMemory } from '../player/volumeMemory';
import { layoutOf, SCREEN } from '../sphere/layout';
import type { SphereScreen } from '../sphere/sphereScreen';
import { sceneOf, type Scene, type WatchState } from '../state/watchState';
import type { Frame } from './frame';
import type { SessionHost } from './host';
import type { Notices } from './notices';
import { Remarks } from './remarks';
import { SceneView } from './sceneView';
import { Screening } from './screening';

/** Plays one source from when it is given until it is taken away. */
export class Session {
  readonly player: Player;
  private readonly scene: SceneView;
  private readonly remarks: Remarks;
  private readonly over = new AbortController();
  private screening: Screening | null = null;
  private storyboard: string | null = null;
  private duration: number | null = null;
  private onDemand: OnDemand | null = null;

  constructor(
    private readonly frame: Frame,
    private readonly notices: Notices,
    private readonly sphere: SphereScreen,
    private readonly host: SessionHost,
    hub: EventHub,
    memory: VolumeMemory,
    source: Source,
    private readonly startAt: number,
  ) {
    this.scene = new SceneView(frame);
    this.remarks = new Remarks(notices, () => this.player.video);
    const settings = (): Settings => ({
      ...host.settings(),
      storyboard: host.storyboard ?? this.storyboard,
      duration: this.duration,
      onDemand: this.onDemand,
      turns: sphere.turnsSound,
    });
    this.player = new Player(frame.controller, memory, settings, {
      adopted: (video) => this.adopted(video),
      trouble: (trouble) => this.trouble(trouble),
      stale: () => void this.screening?.refresh(),
      silenced: () => (this.frame.part('unmute').hidden = false),
      better: (height) => this.better(height),
      waits: () => this.remarks.waits(),
      reaches: (height) => this.remarks.reaches(height),
      silent: (silent) => this.remarks.silent(silent),
    });
    sphere.hear(() => this.player.heard());
    this.listen();
    frame.poster(host.poster);
    if (source.kind === 'playlist') {
      this.player.show(source.address, startAt);
    } else {
      this.follow(source.server, source.slug, hub);
    }
  }

  /** Ends all of it; nothing is left behind. */
  close(): void {
    this.over.abort();
    this.player.close();
    this.notices.clear();
    this.scene.clear();
    this.sphere.close();
    this.frame.part('unmute').hidden = true;
    delete this.frame.controller.dataset['begun'];
  }

  retry(): void {
    this.player.retry();
    void this.screening?.refresh();
  }

  private follow(server: string, slug: string, hub: EventHub): void {
    const where = addresses(server, '', location.origin);
    const follow = hub.follow.bind(hub, where.api('events'));
    const screening = new Screening(slug, new ApiClient(where), follow);
    this.screening = screening;
    screening.store.show((state) => this.show(state, where.resolve));
    this.over.signal.addEventListener('abort', screening.open());
  }

  private show(state: WatchState, resolve: (path: string) => string | null): void {
    const { artwork } = state;
    const scene = sceneOf(state);
    if (artwork) {
      this.duration = artwork.durationSeconds;
      this.storyboard = artwork.storyboard && resolve(artwork.storyboard);
      this.look(artwork);
      this.frame.poster(this.host.poster ?? (artwork.poster && resolve(artwork.poster)));
      this.frame.label(artwork.title);
    }
    const playback = artwork?.playback ?? null;
    const address = playback?.onDemand ? resolve(playback.onDemand.master) : null;
    this.onDemand = playback?.onDemand && address !== null ? { ...playback.onDemand, master: address } : null;
    const master = playback && resolve(this.listed(playback));
    this.sphere.soundSettled(() => this.begin(scene, master));
    this.host.changed(state);
  }

  private begin(scene: Scene, master: string | null): void {
    if (scene.kind === 'playing' && master && !this.over.signal.aborted) {
      this.player.show(master, this.startAt);
    }
    this.scene.show(scene, this.player.playing !== null);
  }

  /** Who cannot look around is shown the flat view, once there is one. */
  private listed({ whole, flat, master }: Edition): string {
    return (this.sphere.round && !this.sphere.turnable ? flat : null) ?? whole ?? master;
  }

  private look({ width, height, projection, stereo }: Artwork): void {
    const layout = layoutOf(projection, stereo);
    this.frame.shape(...(layout ? SCREEN : ([width, height] as const)));
    this.sphere.of(layout);
  }

  private listen(): void {
    const { signal } = this.over;
    this.frame.part('scene-retry').addEventListener('click', () => this.retry(), { signal });
    this.frame.part('unmute').addEventListener('click', () => this.unmute(), { signal });
    addEventListener('offline', () => this.remarks.offline(), { signal });
    addEventListener('online', () => this.online(), { signal });
    if (!navigator.onLine) {
      this.remarks.offline();
    }
  }

  private online(): void {
    this.remarks.online();
    this.player.online();
    void this.screening?.refresh();
  }

  private adopted(video: HTMLVideoElement): void {
    this.remarks.silent(false);
    const moving = (): void => {
      this.remarks.goesOn();
      this.frame.controller.dataset['begun'] = '';
    };
    video.addEventListener('playing', moving);
    video.addEventListener('seeked', moving);
    video.addEventListener('canplay', () => this.remarks.goesOn());
    video.addEventListener('resize', () => {
      if (!this.sphere.round) {
        this.frame.shape(video.videoWidth, video.videoHeight);
      }
    });
    video.addEventListener('volumechange', () => (this.frame.part('unmute').hidden ||= !video.muted));
    this.sphere.adopted(video);
    this.host.adopted(video);
  }

  private trouble(trouble: Trouble | null): void {
    this.scene.trouble(trouble);
    this.host.trouble(trouble);
  }

  private better(height: number): void {
    this.remarks.better(height);
    this.host.better(height);
  }

  private unmute(): void {
    const { video } = this.player;
    if (video) {
      video.muted = false;
    }
  }
}
