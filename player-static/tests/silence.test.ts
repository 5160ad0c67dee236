import { expect, test } from 'vitest';
import { inside, letters } from '../src/player/boxes';
import { silentInit, silentSegment, soundTrackOf } from '../src/player/silence';
import { Silences } from '../src/player/silences';

const STEREO = { id: 1, timescale: 48_000, channels: 2 };
const word = (content: Uint8Array | null, at: number): number => {
  const { buffer, byteOffset } = content ?? new Uint8Array(4);
  return new DataView(buffer, byteOffset).getUint32(at);
};

test('what is written of a track is read again', () => {
  expect(soundTrackOf(silentInit())).toEqual(STEREO);
});

test('no silence is known of a file that is cut, has pictures, or another codec', () => {
  const init = silentInit();
  const text = String.fromCharCode(...init);
  const changed = (from: string, to: string): Uint8Array => letters(text.replace(from, to));
  const pictures = changed('mp4a', 'avc1');
  const highEfficiency = changed('\x05\x02\x11\x90', '\x05\x02\x29\x90');
  for (const file of [new Uint8Array(), init.subarray(0, 60), pictures, highEfficiency]) {
    expect(soundTrackOf(file)).toBeNull();
  }
});

test('silence lasts as long as the segment in whose place it is, and begins where that would', () => {
  const segment = silentSegment({ id: 7, timescale: 48_000, channels: 2 }, 100_000 + 5.12, 5.12);
  const [header, time, run, data] = [['moof', 'traf', 'tfhd'], ['moof', 'traf', 'tfdt'], ['moof', 'traf', 'trun'], ['mdat']].map((path) => inside(segment, ...path));

  expect([word(header ?? null, 4), word(header ?? null, 8)]).toEqual([7, 1024]);
  expect(word(time ?? null, 4) * 2 ** 32 + word(time ?? null, 8)).toBe((100_000 + 5.12) * 48_000);
  const [count, offset] = [word(run ?? null, 4), word(run ?? null, 8)];
  expect(count * 1024).toBe(5.12 * 48_000);
  expect(data?.length).toBe(count * 6);
  expect(segment.subarray(offset, offset + 6)).toEqual(Uint8Array.from([0x21, 0x10, 0x04, 0x60, 0x8c, 0x1c]));
});

test('it is silent where the sound that is chosen is missing, until that is there', () => {
  const silences = new Silences();
  const missing = { level: 0, sn: 2, start: 10, duration: 5 };
  silences.note({ level: 0, sn: 1, start: 5, duration: 5 }, false);
  silences.note(missing, true);
  expect([9.9, 10, 14.9, 15].map((time) => silences.at(0, time))).toEqual([false, true, true, false]);
  expect(silences.at(1, 12)).toBe(false);

  silences.note(missing, false);
  expect(silences.at(0, 12)).toBe(false);
});
