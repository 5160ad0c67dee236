import { decodeArtwork, type Artwork } from '../src/api/artwork';

/** An artwork with what a test is about; the rest is neutral. */
export function artwork(fields: Record<string, unknown> = {}): Artwork {
  return decodeArtwork({ slug: 'mila/sunset', title: 'Sunset', state: 'encoding', ...fields });
}
