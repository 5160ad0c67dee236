/** A variant of a multivariant playlist, as far as it decides about a change-over. */
export interface Variant {
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
  return playlist
    .split(/\r?\n/)
    .filter((line) => line.startsWith('#EXT-X-STREAM-INF:'))
    .map((line) => {
      const [width = 0, height = 0] = (attribute(line, 'RESOLUTION') ?? '').split('x').map(Number);
      return { width: width || 0, height: height || 0, codecs: attribute(line, 'CODECS') ?? '' };
    });
}

/** The largest picture that an edition offers this player and that the playing one does not have; null where there is none. */
export function gainOf(
  playing: readonly Variant[],
  candidate: readonly Variant[],
  canPlay: (codecs: string) => boolean,
): Variant | null {
  const known = new Set(playing.map(nameOf));
  const fresh = candidate.filter((variant) => !known.has(nameOf(variant)) && canPlay(variant.codecs));
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
function nameOf({ width, height, codecs }: Variant): string {
  const picture = codecs.split(',').map((codec) => codec.trim().slice(0, 4));
  const kind = picture.find((codec) => !codec.startsWith('mp4a')) ?? '';
  return `${width}x${height} ${kind}`;
}

function attribute(line: string, name: string): string | null {
  const found = new RegExp(`[:,]${name}=("([^"]*)"|[^,]*)`).exec(line);
  return found ? (found[2] ?? found[1] ?? null) : null;
}
