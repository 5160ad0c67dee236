import type { Addresses } from '../api/address';
import type { Artwork } from '../api/artwork';
import type { ApiClient } from '../api/client';
import type { AtelierPlayer } from '../element/atelierPlayer';
import { layoutOf, SCREEN } from '../sphere/layout';
import { noteOf, type WatchState } from '../state/watchState';
import { byId, setText } from '../ui/dom';
import { facts, leftOutText, notMadeText } from '../ui/format';
import { Status } from '../ui/status';
import { Advice } from './advice';
import { Plans } from './plans';
import { Renditions } from './renditions';
import { ViewingSection } from '../viewing/section';
import { Same } from './same';

/** Shows what the player page says beside the player. */
export class WatchView {
  private readonly status = new Status();
  private readonly renditions: Renditions;
  private readonly plans: Plans;
  private readonly same: Same;
  private readonly advice: Advice;
  private readonly viewing: ViewingSection;

  constructor(
    addresses: Addresses,
    client: ApiClient,
    private readonly player: Pick<AtelierPlayer, 'video'>,
  ) {
    byId<HTMLAnchorElement>('back').href = addresses.library();
    byId('status').append(this.status.element);
    this.renditions = new Renditions(byId('rows'), addresses);
    this.plans = new Plans(client);
    this.same = new Same(addresses);
    this.advice = new Advice(client);
    this.viewing = new ViewingSection(addresses);
  }

  show(state: WatchState): void {
    byId('connection').hidden = state.connected;
    setText(byId('note'), noteOf(state, this.player.video !== null));
    if (state.artwork) {
      this.describe(state.artwork);
    }
  }

  private describe(artwork: Artwork): void {
    document.title = `${artwork.title} · Atelier`;
    setText(byId('title'), artwork.title);
    setText(byId('slug'), artwork.slug);
    setText(byId('facts'), facts(artwork).join(' · '));
    this.same.show(artwork);
    this.advice.show(artwork);
    this.status.update(artwork);
    byId('renditions').hidden = artwork.renditions.length === 0;
    this.renditions.show(artwork);
    const missing = [leftOutText(artwork.leftOut), notMadeText(artwork.notMade)].filter(Boolean).join(' ');
    setText(byId('left-out'), missing);
    byId('left-out').hidden = missing === '';
    this.plans.show(artwork);
    this.viewing.show(artwork.slug);
    shape(artwork);
  }
}

/** Gives the player's place the shape of what is seen in it. */
function shape({ width, height, projection, stereo }: Artwork): void {
  const round = layoutOf(projection, stereo) !== null;
  document.body.classList.toggle('round', round);
  const [across, down] = round ? SCREEN : [width, height];
  if (across > 0 && down > 0) {
    document.body.style.setProperty('--shape', String(across / down));
  }
}
