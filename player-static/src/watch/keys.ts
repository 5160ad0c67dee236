import { byId } from '../ui/dom';

interface Shortcuts extends HTMLElement {
  keyboardShortcutHandler(event: KeyboardEvent): void;
}

const KEYS = [' ', 'k', 'm', 'f', 'c', 'j', 'l', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '<', '>'];
const SCROLLS = [' ', 'ArrowUp', 'ArrowDown'];

/** The player's shortcuts work wherever nothing else has the focus, not only after a click into the player. */
export function usePageKeys(): void {
  const player = byId<Shortcuts>('player');
  document.addEventListener('keydown', (event) => {
    const unclaimed = event.target === document.body || event.target === byId('stage');
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (!unclaimed || !plain || player.inert || !KEYS.includes(event.key)) {
      return;
    }
    if (SCROLLS.includes(event.key)) {
      event.preventDefault();
    }
    player.keyboardShortcutHandler(event);
  });
}
