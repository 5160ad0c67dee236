import '../styles/base.css';
import '../styles/work.css';
import '../styles/playlists.css';
import { pageAddresses } from '../api/address';
import { ApiClient } from '../api/client';
import { InstallationClient } from '../api/installation';
import { mayChange } from '../api/work';
import { byId, el, setText } from '../ui/dom';
import { Editor } from './editor';
import { nameOf, pagePlaces } from './places';

const addresses = pageAddresses();
const places = pagePlaces();
const name = nameOf(location);

byId<HTMLAnchorElement>('back').href = places.list();
if (name === null) {
  setText(byId('problem'), 'No playlist was named. Choose one in the list of playlists.');
} else if (!mayChange(addresses, location.origin)) {
  setText(byId('problem'), 'Playlists can be changed only on the pages of the application itself.');
} else {
  await edit(name);
}

async function edit(playlist: string): Promise<void> {
  const library = await new ApiClient(addresses).page({ text: '', page: 0, size: 500 }).catch(() => null);
  const artworks = library?.artworks ?? [];
  byId('artworks').append(...artworks.map(({ slug, title }) => el('option', { value: slug }, title)));
  const known = { slugs: new Set(artworks.map(({ slug }) => slug)), all: library !== null && !library.more };
  await new Editor(playlist, new InstallationClient(addresses), places, known).read(
    new URLSearchParams(location.search).get('title') ?? '',
  );
}
