import type { Artwork } from '../api/artwork';

/** What is worth telling somebody who does not see the page; null for mere progress. */
export function news(before: Artwork | undefined, after: Artwork): string | null {
  if (!before) {
    return `New artwork: ${after.title}`;
  }
  if (after.state === 'failed' && before.state !== 'failed') {
    return `${after.title} failed`;
  }
  if (after.playable && !before.playable) {
    return `${after.title} can be played`;
  }
  if (after.state === 'ready' && before.state !== 'ready') {
    return `${after.title} is ready`;
  }
  return null;
}
