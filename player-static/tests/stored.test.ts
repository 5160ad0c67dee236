import { describe, expect, test } from 'vitest';
import { covers, decodeStored, nameOf, storedAddress } from '../src/player/stored';

describe('what is stored of a film that is being made', () => {
  test('is told beside playlists of the whole film alone', () => {
    expect(storedAddress('https://a.example/whole/mila/un%20soir/3/master.m3u8?x=1')).toBe(
      'https://a.example/whole/mila/un%20soir/3/stored.json?x=1',
    );
    expect(storedAddress('https://a.example/media/mila/sunset/editions/3/master.m3u8')).toBeNull();
  });

  test('is nothing where the server makes no sense', () => {
    expect(decodeStored(null)).toEqual({});
    expect(decodeStored({ SD: [[0, 12], [3], 'x', [20, '30']], HD: 7 })).toEqual({ SD: [[0, 12]], HD: [] });
  });

  test.each([
    { from: 0, to: 12, expected: true },
    { from: 0, to: 12.2, expected: false },
    { from: 20, to: 31, expected: true },
    { from: 11, to: 21, expected: false },
  ])('covers $from to $to: $expected', ({ from, to, expected }) => {
    expect(covers([[0, 12.05], [20, 31]], from, to)).toBe(expected);
  });

  test('knows renditions by their playlists', () => {
    expect(nameOf('https://a.example/whole/mila/sunset/3/HD.m3u8?_HLS_msn=4')).toBe('HD');
  });
});
