/** Where the pages of playlists are: only the application knows `/play/…`; on another host they are files. */
export interface Places {
  list(): string;
  edit(name: string): string;
  play(name: string, screen?: number): string;
}

/** @param api the application's address; empty means the host that serves the pages */
export function places(api: string, base: string): Places {
  const own = api === '';
  const onScreen = (address: string, screen: number): string =>
    screen === 1 ? address : `${address}${address.includes('?') ? '&' : '?'}screen=${screen}`;
  return {
    list: () => (own ? `${base}playlists` : `${base}playlists.html`),
    edit: (name) => (own ? `${base}playlists/${encodeURIComponent(name)}/edit` : `${base}playlist.html?name=${encodeURIComponent(name)}`),
    play: (name, screen = 1) =>
      onScreen(own ? `${base}play/${encodeURIComponent(name)}` : `${base}play.html?name=${encodeURIComponent(name)}`, screen),
  };
}

/** The places as the page's `<meta name="atelier-api">` has them. */
export function pagePlaces(): Places {
  const api = document.querySelector<HTMLMetaElement>('meta[name="atelier-api"]')?.content.trim() ?? '';
  return places(api, import.meta.env.BASE_URL);
}

/** The playlist that a page is about: `/play/foyer`, `/playlists/foyer/edit` or `?name=foyer`. Null: the address names none. */
export function nameOf(location: { pathname: string; search: string }): string | null {
  const asked = new URLSearchParams(location.search).get('name');
  return asked || (/\/(?:play\/([^/]+)|playlists\/([^/]+)\/edit)\/?$/.exec(location.pathname)?.slice(1).find(Boolean) ?? null);
}

/** The screen that an address asks for, counted from 1. */
export function screenOf({ search }: { search: string }): number {
  const asked = Number(new URLSearchParams(search).get('screen') ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

/** A name in addresses for a title; empty where nothing of it can be in one. */
export function nameFor(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').slice(0, 64).replace(/^-+|-+$/g, '');
}
