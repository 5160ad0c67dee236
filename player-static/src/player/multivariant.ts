/** A variant of a multivariant playlist, as far as it decides about a change-over. */
export interface Variant {
  /** Of the rendition, by its playlist. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly codecs: string;
}

/** Telephones may have the one, or neither. */
interface MediaSources {
  readonly ManagedMediaSource?: { isTypeSupported(type: string): boolean };
  readonly MediaSource?: { isTypeSupported(type: string): boolean };
}

/** Reads the variants of a multivariant playlist (RFC 8216, 4.3.4.2). */
export function parseVariants(playlist: string): Variant[] {
  return [...playlist.matchAll(/^(#EXT-X-STREAM-INF:.*?)\r?\n(?:.*\/)?([^/?\r\n]*?)(?:\.m3u8)?(?:\?.*)?\r?$/gm)].map(
    ([, line = '', name = '']) => {
      const [width = 0, height = 0] = (attribute(line, 'RESOLUTION') ?? '').split('x').map(Number);
      return { name, width: width || 0, height: height || 0, codecs: attribute(line, 'CODECS') ?? '' };
    },
  );
}

/** The largest picture that an edition offers this player and that the playing one does not have; null where there is none. */
export function gainOf(
  playing: readonly Variant[],
  candidate: readonly Variant[],
  canPlay: (codecs: string) => boolean,
): Variant | null {
  const known = new Set(playing.map(pictureOf));
  const fresh = candidate.filter((variant) => !known.has(pictureOf(variant)) && canPlay(variant.codecs));
  return fresh.reduce<Variant | null>((best, each) => (best && best.height >= each.height ? best : each), null);
}

/** Whether this browser decodes a list of codecs by media source extensions or by itself. */
export function canPlayHere(codecs: string): boolean {
  if (codecs === '') {
    return true;
  }
  const type = `video/mp4; codecs="${codecs}"`;
  const { ManagedMediaSource, MediaSource } = globalThis as MediaSources;
  const source = ManagedMediaSource ?? MediaSource;
  return source ? source.isTypeSupported(type) : document.createElement('video').canPlayType(type) !== '';
}

/** Size and kind of the picture. Bit rates and codec levels may differ from edition to edition. */
function pictureOf({ width, height, codecs }: Variant): string {
  const picture = codecs.split(',').map((codec) => codec.trim().slice(0, 4));
  const kind = picture.find((codec) => !codec.startsWith('mp4a')) ?? '';
  return `${width}x${height} ${kind}`;
}

function attribute(line: string, name: string): string | null {
  const found = new RegExp(`[:,]${name}=("([^"]*)"|[^,]*)`).exec(line);
  return found ? (found[2] ?? found[1] ?? null) : null;
}
