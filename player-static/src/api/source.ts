/** What a player is to play: one playlist, or an artwork with all editions that come. */
export type Source =
  | { readonly kind: 'playlist'; readonly address: string }
  | { readonly kind: 'artwork'; readonly server: string; readonly slug: string };

const ARTWORK = /^(.*\/)(?:api\/artworks|watch)\/(.+?)\/*$/;

/**
 * Reads a `src`: `…/api/artworks/mila/sunset` and `…/watch/mila/sunset` are an artwork, all else is a playlist. Null where
 * it is no address.
 *
 * @param base what a relative address is relative to
 */
export function sourceOf(src: string, base: string): Source | null {
  if (src.trim() === '' || !URL.canParse(src, base)) {
    return null;
  }
  const url = new URL(src, base);
  const [, path = '', slug = ''] = ARTWORK.exec(url.pathname) ?? [];
  try {
    return slug === ''
      ? { kind: 'playlist', address: url.href }
      : { kind: 'artwork', server: new URL(path, url).href, slug: slug.split('/').map(decodeURIComponent).join('/') };
  } catch {
    return null;
  }
}
