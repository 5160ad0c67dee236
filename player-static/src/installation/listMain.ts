import '../styles/base.css';
import '../styles/work.css';
import '../styles/playlists.css';
import { pageAddresses } from '../api/address';
import { InstallationClient, type Listed } from '../api/installation';
import { mayChange } from '../api/work';
import { byId, el, setText } from '../ui/dom';
import { nameFor, pagePlaces } from './places';

const addresses = pageAddresses();
const places = pagePlaces();
const allowed = mayChange(addresses, location.origin);

byId<HTMLAnchorElement>('back').href = addresses.library();
byId('new').hidden = !allowed;
byId('new').addEventListener('submit', (event) => {
  event.preventDefault();
  const title = byId<HTMLInputElement>('title').value.trim();
  const name = nameFor(title) || `playlist-${Date.now().toString(36)}`;
  const edit = places.edit(name);
  location.assign(`${edit}${edit.includes('?') ? '&' : '?'}title=${encodeURIComponent(title)}`);
});
try {
  const all = await new InstallationClient(addresses).list();
  byId('playlists').append(...all.map(row));
  byId('nothing').hidden = all.length > 0;
} catch (error) {
  setText(byId('problem'), error instanceof Error ? error.message : String(error));
}

function row({ name, title, items }: Listed): HTMLElement {
  return el(
    'li',
    {},
    el('h2', {}, title),
    el('p', { class: 'facts' }, items === 1 ? '1 item' : `${items} items`),
    el('a', { href: places.play(name), 'aria-label': `Play ${title}` }, 'Play'),
    allowed && el('a', { href: places.edit(name), 'aria-label': `Edit ${title}` }, 'Edit'),
  );
}
