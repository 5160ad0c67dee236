import type { Addresses } from '../api/address';
import { mayChange, type WorkClient } from '../api/work';
import type { LibraryState } from '../state/libraryState';
import { byId, setText } from '../ui/dom';
import { Grid } from './grid';
import type { Library } from './library';

/** Shows the library's state on its page. */
export function showLibrary(library: Library, addresses: Addresses, work: WorkClient): void {
  const grid = new Grid(byId('artworks'), addresses, mayChange(addresses, location.origin) ? work : null);
  const more = byId<HTMLButtonElement>('more');
  const announcer = byId('announcer');
  library.onNews((text) => {
    announcer.textContent = text;
  });
  more.addEventListener('click', () => void library.more());
  library.store.show((state) => {
    grid.show(state.artworks);
    more.hidden = !state.more;
    byId('empty').hidden = !(isEmpty(state) && state.query === '');
    byId('nothing-found').hidden = !(isEmpty(state) && state.query !== '');
    setText(byId('nothing-found-text'), state.query);
    setText(byId('count'), countText(state));
    setText(byId('problem'), state.phase === 'unreachable' ? state.problem : '');
    byId('connection').hidden = state.connected || state.phase === 'unreachable';
    byId('artworks').setAttribute('aria-busy', String(state.phase === 'loading'));
  });
}

function isEmpty(state: LibraryState): boolean {
  return state.phase === 'shown' && state.artworks.length === 0;
}

function countText({ total, artworks }: LibraryState): string {
  const count = total ?? artworks.length;
  return count === 0 ? '' : count === 1 ? '1 artwork' : `${count} artworks`;
}
