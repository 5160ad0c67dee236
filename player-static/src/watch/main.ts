import '../styles/base.css';
import '../styles/watch.css';
import '../styles/renditions.css';
import '../styles/plans.css';
import '../element/define';
import { pageAddresses } from '../api/address';
import { ApiClient } from '../api/client';
import { slugOf, slugPath } from '../api/slug';
import { byId, setText } from '../ui/dom';
import { WatchView } from './view';

const addresses = pageAddresses();
const player = byId<HTMLElementTagNameMap['atelier-player']>('stage');
const view = new WatchView(addresses, new ApiClient(addresses), player);
const slug = slugOf(location, import.meta.env.BASE_URL);

player.addEventListener('atelierstate', () => player.state && view.show(player.state));
// The player's shortcuts work wherever nothing else has the focus, not only after a click into it.
document.addEventListener('keydown', (event) => {
  const unclaimed = event.target === document.body || (event.target === player && player.shadowRoot?.activeElement === null);
  if (unclaimed && !event.defaultPrevented && player.press(event)) {
    event.preventDefault();
  }
});
if (slug === null) {
  player.hidden = true;
  setText(byId('note'), 'No artwork was named. Choose one in the library.');
} else {
  player.src = addresses.api(`artworks/${slugPath(slug)}`);
}
