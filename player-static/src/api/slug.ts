/** A slug as the path of an address: its slashes stay, each part is percent-encoded. */
export function slugPath(slug: string): string {
  return slug.split('/').map(encodeURIComponent).join('/');
}

/**
 * Slug of the artwork that a player page shows: `/watch/mila/sunset`, or `watch.html?slug=mila/sunset` on a plain web host.
 * Null where the address names none or is not valid percent-encoding.
 */
export function slugOf(location: { pathname: string; search: string }, base: string): string | null {
  const asked = new URLSearchParams(location.search).get('slug');
  if (asked) {
    return trimmed(asked);
  }
  const prefix = `${base}watch/`;
  if (!location.pathname.startsWith(prefix)) {
    return null;
  }
  try {
    return trimmed(location.pathname.slice(prefix.length).split('/').map(decodeURIComponent).join('/'));
  } catch {
    return null;
  }
}

function trimmed(slug: string): string | null {
  return slug.replace(/^\/+|\/+$/g, '') || null;
}
