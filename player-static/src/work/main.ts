import '../styles/base.css';
import '../styles/work.css';
import { pageAddresses } from '../api/address';
import { whileVisible } from '../api/events';
import { WorkClient, type WorkFilter } from '../api/work';
import { byId } from '../ui/dom';
import { Board } from './board';
import { showBoard } from './view';

const addresses = pageAddresses();
const asked = new URLSearchParams(location.search).get('state') ?? '';
const filter: WorkFilter = asked === 'running' || asked === 'waiting' || asked === 'failed' ? asked : 'all';
const board = new Board(new WorkClient(addresses), addresses.api('events'), filter);
byId<HTMLAnchorElement>('back').href = addresses.library();
showBoard(board, addresses);
board.store.show((state) => {
  const address = state.filter === 'all' ? location.pathname : `?state=${state.filter}`;
  if (new URL(address, location.href).href !== location.href) {
    history.replaceState(null, '', address);
  }
});
board.show(filter);
whileVisible(() => board.follow());
