import '../styles/base.css';
import '../styles/watch.css';
import '../styles/player.css';
import 'media-chrome';
import 'media-chrome/menu';
import { pageAddresses } from '../api/address';
import { ApiClient } from '../api/client';
import { whileVisible } from '../api/events';
import { slugOf } from '../api/slug';
import { Screening } from './screening';
import { usePageKeys } from './keys';
import { WatchView } from './view';

const addresses = pageAddresses();
const screening = new Screening(
  slugOf(location, import.meta.env.BASE_URL),
  new ApiClient(addresses),
  addresses.api('events'),
);
const view = new WatchView(addresses, () => void screening.refresh());
screening.store.show((state) => view.show(state));
usePageKeys();
void screening.refresh();
whileVisible(() => screening.follow());
