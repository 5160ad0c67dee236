import '../styles/base.css';
import '../styles/library.css';
import { pageAddresses } from '../api/address';
import { ApiClient } from '../api/client';
import { whileVisible } from '../api/events';
import { WorkClient } from '../api/work';
import { byId } from '../ui/dom';
import { Library } from './library';
import { showLibrary } from './view';
import { followWork } from './workLink';

const addresses = pageAddresses();
const library = new Library(new ApiClient(addresses), addresses.api('events'));
const work = new WorkClient(addresses);
showLibrary(library, addresses, work);
byId<HTMLAnchorElement>('work').href = `${import.meta.env.BASE_URL}work.html`;

const search = byId<HTMLInputElement>('search');
search.value = new URLSearchParams(location.search).get('q') ?? '';
let pause: ReturnType<typeof setTimeout>;
search.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => find(search.value.trim()), 200);
});
byId('search-form').addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  find(search.value.trim());
});

function find(text: string): void {
  history.replaceState(null, '', text ? `?q=${encodeURIComponent(text)}` : location.pathname);
  library.search(text);
}

library.search(search.value.trim());
whileVisible(() => library.follow());
whileVisible(() => followWork(work));
