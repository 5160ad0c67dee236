import { slugPath } from './slug';

/** Where things are: the API and media on one host, the pages on the same or another. */
export interface Addresses {
  /** Address of a path of the API, or null where it leads out of the web. */
  resolve(path: string): string | null;
  api(path: string): string;
  watch(slug: string): string;
  library(): string;
  rendition(slug: string, name: string): string;
}

/**
 * @param api the application's address; empty means the host that serves the pages
 * @param base where the pages' root is
 * @param origin of the pages
 */
export function addresses(api: string, base: string, origin: string): Addresses {
  const root = api === '' ? `${origin}/` : `${new URL(api, origin).href.replace(/\/+$/, '')}/`;
  const below = (path: string): string => new URL(path.replace(/^\/+/, ''), root).href;
  return {
    resolve(path) {
      const url = path.startsWith('/') && !path.startsWith('//') ? new URL(below(path)) : safeUrl(path, root);
      return url && /^https?:$/.test(url.protocol) ? url.href : null;
    },
    api: (path) => below(`api/${path}`),
    // Only the application knows /watch/…; on another host the page is a file.
    watch: (slug) =>
      api === '' ? `${base}watch/${slugPath(slug)}` : `${base}watch.html?slug=${encodeURIComponent(slug)}`,
    library: () => (api === '' ? base : `${base}index.html`),
    rendition: (slug, name) => below(`media/${slugPath(slug)}/${encodeURIComponent(name)}.mp4`),
  };
}

/** The addresses as the page's `<meta name="atelier-api">` has them. */
export function pageAddresses(): Addresses {
  const api = document.querySelector<HTMLMetaElement>('meta[name="atelier-api"]')?.content.trim() ?? '';
  return addresses(api, import.meta.env.BASE_URL, location.origin);
}

function safeUrl(path: string, root: string): URL | null {
  try {
    return new URL(path, root);
  } catch {
    return null;
  }
}
