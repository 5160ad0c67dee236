import type { MediaController } from 'media-chrome';
import type { Addresses } from '../api/address';
import type { Artwork } from '../api/artwork';
import { Player } from '../player/player';
import { sceneOf, type Scene, type WatchState } from '../state/watchState';
import { byId, setText } from '../ui/dom';
import { facts } from '../ui/format';
import { Status } from '../ui/status';
import { Renditions } from './renditions';
import { SceneView } from './sceneView';
import { offerSound } from './sound';

/** Shows the state of the player page. */
export class WatchView {
  private readonly frame = byId<MediaController>('player');
  private readonly scene: SceneView;
  private readonly status = new Status();
  private readonly renditions: Renditions;
  private readonly player: Player;

  constructor(
    private readonly addresses: Addresses,
    private readonly refresh: () => void,
  ) {
    byId<HTMLAnchorElement>('back').href = addresses.library();
    byId('status').append(this.status.element);
    this.renditions = new Renditions(byId('rows'), addresses);
    this.scene = new SceneView(() => this.retry());
    this.player = new Player(this.frame, {
      trouble: (trouble) => this.scene.trouble(trouble),
      stale: refresh,
      silenced: () => offerSound(this.frame),
    });
  }

  show(state: WatchState): void {
    const scene = sceneOf(state);
    byId('connection').hidden = state.connected;
    this.scene.show(scene, this.player.playing !== null);
    this.note(state, scene);
    if (state.artwork) {
      this.describe(state.artwork);
      this.play(state.artwork, scene);
    }
  }

  private play(artwork: Artwork, scene: Scene): void {
    const master = artwork.playback && this.addresses.resolve(artwork.playback.master);
    if (scene.kind === 'playing' && master) {
      this.player.show(master);
    }
  }

  private describe(artwork: Artwork): void {
    document.title = `${artwork.title} · Atelier`;
    setText(byId('title'), artwork.title);
    setText(byId('slug'), artwork.slug);
    setText(byId('facts'), facts(artwork).join(' · '));
    this.status.update(artwork);
    byId('renditions').hidden = artwork.renditions.length === 0;
    this.renditions.show(artwork);
    this.shape(artwork);
  }

  /** The frame has the picture's shape before the picture is there, and its poster. */
  private shape({ width, height, poster }: Artwork): void {
    const stage = byId('stage');
    if (width > 0 && height > 0) {
      document.body.style.setProperty('--shape', String(width / height));
    }
    const address = poster === null ? null : this.addresses.resolve(poster);
    if (address && byId('poster').getAttribute('src') !== address) {
      byId('poster').setAttribute('src', address);
      stage.style.setProperty('--poster', `url("${address.replaceAll('\\', '%5C').replaceAll('"', '%22')}")`);
    }
  }

  /** What is to be said beside a video that plays. */
  private note({ artwork }: WatchState, scene: Scene): void {
    const playing = this.player.playing !== null;
    if (playing && scene.kind === 'absent') {
      setText(byId('note'), `${scene.absent.title}. ${scene.absent.detail}`);
    } else if (artwork?.playable && artwork.state === 'failed') {
      setText(byId('note'), `Not everything could be made: ${artwork.error ?? 'no reason was given.'}`);
    } else {
      setText(byId('note'), '');
    }
  }

  private retry(): void {
    if (this.player.playing !== null) {
      this.player.retry();
    }
    this.refresh();
  }
}
