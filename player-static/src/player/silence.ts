import { box, inside, joined, letters, uint32 } from './boxes';

/** What must be known of a track of sound to put silence into it. */
export interface SoundTrack {
  readonly id: number;
  /** Ticks a second, which are samples. */
  readonly timescale: number;
  /** Their arrangement, as AAC numbers it. */
  readonly channels: number;
}

/** Samples in a packet of AAC (ISO/IEC 14496-3). */
const PACKET = 1024;
const STEREO: SoundTrack = { id: 1, timescale: 48_000, channels: 2 };
/** Packets of AAC-LC in which nothing is heard, by the arrangement of channels (14496-3, 1.6.3.5): what FFmpeg's encoder makes of silence. */
const SILENT: Readonly<Record<number, string>> = {
  1: '01182007',
  2: '211004608c1c',
  3: '011820010880230460e0',
  4: '01182001088023046003182007',
  5: '011820010880230460231004608c1c',
  6: '011820010880230460231004608c0c230000e0',
  7: '011820010880230460231004608c04a2008c11818460001c',
};
/** A media file's unit of everything: no scaling, no turning (ISO/IEC 14496-12, 8.2.2). */
const MATRIX = uint32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

/** Reads an init segment; null where it has no track of AAC that silence is known of. */
export function soundTrackOf(init: Uint8Array): SoundTrack | null {
  const track = inside(init, 'moov', 'trak');
  const [header, clock, entries] = [['tkhd'], ['mdia', 'mdhd'], ['mdia', 'minf', 'stbl', 'stsd']].map((path) => track && inside(track, ...path));
  // Behind version, flags and the count there is the first entry; in it, after what is said of sound in general, what is said of its codec.
  const entry = entries && inside(entries.subarray(8), 'mp4a');
  const codec = entry && inside(entry.subarray(28), 'esds');
  if (!header || !clock || !codec) {
    return null;
  }
  const channels = arrangementIn(codec.subarray(4));
  return SILENT[channels] === undefined ? null : { id: timed(header), timescale: timed(clock), channels };
}

/** An init segment for sound of which there is none: AAC-LC, stereo, 48 kHz. */
export function silentInit(): Uint8Array<ArrayBuffer> {
  const { id, timescale } = STEREO;
  const brands = box('ftyp', letters('iso6'), uint32(0), letters('iso6mp41'));
  const movie = box('mvhd', uint32(0, 0, 0, timescale, 0, 0x10000, 0x1000000, 0, 0), MATRIX, uint32(0, 0, 0, 0, 0, 0, id + 1));
  const header = box('tkhd', uint32(7, 0, 0, id, 0, 0, 0, 0, 0, 0x1000000), MATRIX, uint32(0, 0));
  // 0x55c4: no language is said.
  const clock = box('mdhd', uint32(0, 0, 0, timescale, 0, 0x55c40000));
  const kind = box('hdlr', uint32(0, 0), letters('soun'), uint32(0, 0, 0), Uint8Array.of(0));
  const here = box('dinf', box('dref', uint32(0, 1), box('url ', uint32(1))));
  const none = ['stts', 'stsc', 'stco'].map((name) => box(name, uint32(0, 0)));
  const samples = box('stbl', described(), ...none, box('stsz', uint32(0, 0, 0)));
  const media = box('mdia', clock, kind, box('minf', box('smhd', uint32(0, 0)), here, samples));
  const more = box('mvex', box('trex', uint32(0, id, 1, 0, 0, 0)));
  return joined(brands, box('moov', movie, box('trak', header, media), more));
}

/**
 * A segment in which nothing is heard.
 *
 * @param start of the segment in seconds, by its playlist
 * @param duration in seconds
 */
export function silentSegment({ id, timescale, channels }: SoundTrack, start: number, duration: number): Uint8Array<ArrayBuffer> {
  const packet = bytes(SILENT[channels] ?? '');
  const count = Math.max(1, Math.round((duration * timescale) / PACKET));
  const time = Math.round(start * timescale);
  // Where its data begins is said by a number in it: it is as long whatever that number is.
  const head = (offset: number): Uint8Array<ArrayBuffer> => {
    // The numbers of the flags: duration, size and flags of all samples; the offset counts from the moof (8.8.7, 8.8.8).
    const all = box('tfhd', uint32(0x020038, id, PACKET, packet.length, 0x2000000));
    const at = box('tfdt', uint32(0x1000000, Math.floor(time / 2 ** 32), time % 2 ** 32));
    return box('moof', box('mfhd', uint32(0, 1)), box('traf', all, at, box('trun', uint32(1, count, offset))));
  };
  const data = box('mdat', ...Array.from({ length: count }, () => packet));
  return joined(head(head(0).length + 8), data);
}

/** AAC-LC of two channels at 48 kHz (ISO/IEC 14496-1, 7.2.6; 14496-3, 1.6.2). */
function described(): Uint8Array {
  const { channels, timescale } = STEREO;
  const specific = Uint8Array.of(5, 2, 0x11, 0x90);
  const decoder = Uint8Array.of(4, 13 + specific.length, 0x40, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const behind = Uint8Array.of(6, 1, 2);
  const es = Uint8Array.of(3, 3 + decoder.length + specific.length + behind.length, 0, 0, 0);
  const sound = uint32(0, 1, 0, 0, (channels << 16) | 16, 0, timescale * 2 ** 16);
  return box('stsd', uint32(0, 1), box('mp4a', sound, box('esds', uint32(0), es, decoder, specific, behind)));
}

/** The arrangement of channels of AAC-LC, by its descriptors, which are one in the other; 0 where it is something else (14496-1, 7.2.6). */
function arrangementIn(descriptors: Uint8Array): number {
  const skipped: Readonly<Record<number, number>> = { 3: 3, 4: 13 };
  for (let at = 0; at < descriptors.length; ) {
    const tag = descriptors[at++] ?? 0;
    // Each byte of the length but the last has its highest bit.
    while ((descriptors[at++] ?? 0) >= 0x80) {}
    const [first = 0, second = 0] = descriptors.subarray(at);
    if (tag === 5) {
      return first >> 3 === 2 ? (second >> 3) & 15 : 0;
    }
    at += skipped[tag] ?? descriptors.length;
  }
  return 0;
}

/** The number behind the times of making and changing, which have 4 bytes each, or in the box's second version 8. */
function timed(content: Uint8Array): number {
  return numberIn(content, content[0] === 1 ? 20 : 12, 4);
}

function numberIn(content: Uint8Array, at: number, length: number): number {
  return content.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0);
}

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
