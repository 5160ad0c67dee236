import type { CMCDControllerConfig } from 'hls.js';

const EDITION = /\/(?:media|whole)\/(.+?)\/(?:editions\/)?\d+\/master\.m3u8$/;
const LONGEST = 1000;

/**
 * What hls.js says about itself with its requests (CTA-5004): in headers, so that addresses stay the same for caches. To
 * another host it says nothing, since a browser would ask there first, for each segment. Null where nothing is said.
 *
 * @param master address of the multivariant playlist
 * @param origin of the page
 */
export function cmcdOf(master: string, origin: string): CMCDControllerConfig | null {
  const url = URL.canParse(master) ? new URL(master) : null;
  const [, path = ''] = EDITION.exec(url?.pathname ?? '') ?? [];
  if (url?.origin !== origin || path === '') {
    return null;
  }
  // As the address spells it: a header holds ASCII alone, and one that is very long is refused with its request.
  return path.length <= LONGEST ? { contentId: path, useHeaders: true, includeKeys: ['br', 'bs', 'mtp', 'ot', 'cid'] } : null;
}
