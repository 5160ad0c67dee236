import { describe, expect, test } from 'vitest';
import { decodeArtwork } from '../src/api/artwork';

describe('an artwork from the server', () => {
  test('has its renditions from the largest to the sound', () => {
    const renditions = { AUDIO: {}, TN: {}, HD: { complete: true, bytes: 12 }, '4K': {}, SD: {}, '3K': {}, '8K': {} };
    const names = decodeArtwork({ slug: 'a', renditions }).renditions.map((rendition) => rendition.name);
    expect(names).toEqual(['4K', '3K', 'HD', 'SD', 'TN', 'AUDIO', '8K']);
  });

  test('is not playable without an edition', () => {
    expect(decodeArtwork({ slug: 'a', playable: true, playback: null }).playable).toBe(false);
    const playback = { edition: 2, master: '/m.m3u8' };
    expect(decodeArtwork({ slug: 'a', playable: true, playback }).playback).toEqual({ ...playback, whole: null, flat: null, onDemand: null });
    const whole = { ...playback, whole: '/whole/a/1/master.m3u8', flat: '/flat.m3u8', onDemand: null };
    expect(decodeArtwork({ slug: 'a', playable: true, playback: whole }).playback).toEqual(whole);
    const onDemand = { renditions: ['HD'], master: '/whole/a/1/master.m3u8' };
    expect(decodeArtwork({ slug: 'a', playback: { ...playback, onDemand } }).playback?.onDemand).toEqual(onDemand);
    const none = { ...playback, onDemand: { ...onDemand, renditions: [] } };
    expect(decodeArtwork({ slug: 'a', playback: none }).playback?.onDemand).toBeNull();
  });

  test('is neutral where fields are missing or of another kind', () => {
    expect(decodeArtwork({ slug: 'a', title: 7, state: 'baked', progress: 7, width: 'wide', renditions: [] })).toEqual({
      slug: 'a',
      title: 'a',
      state: 'ingesting',
      error: null,
      durationSeconds: null,
      width: 0,
      height: 0,
      projection: 'flat',
      stereo: 'mono',
      findings: [],
      suggestion: null,
      playable: false,
      poster: null,
      posterWebp: null,
      storyboard: null,
      playback: null,
      sameAs: [],
      progress: 1,
      renditions: [],
      leftOut: [],
      notMade: [],
    });
  });

  test('says which renditions are left out, the largest first', () => {
    const leftOut = { HD: 'SD', '4K': 'HD', MID: 7, '<b>': '' };
    expect(decodeArtwork({ slug: 'a', leftOut }).leftOut).toEqual([
      { name: '4K', instead: 'HD' },
      { name: 'HD', instead: 'SD' },
    ]);
  });

  test('says which are not made for other reasons, and why one is made otherwise', () => {
    const notMade = { '6K360': 'left out: b', '8K360': 'left out: a', MID: 7 };
    const renditions = { '8K360': { note: 'made of 8 bits: a' }, SD: {} };
    const read = decodeArtwork({ slug: 'a', notMade, renditions });
    expect(read.notMade).toEqual([
      { name: '8K360', why: 'left out: a' },
      { name: '6K360', why: 'left out: b' },
    ]);
    expect(read.renditions.map(({ note }) => note)).toEqual(['made of 8 bits: a', null]);
  });

  test('names the others with the same film', () => {
    expect(decodeArtwork({ slug: 'a', sameAs: ['mila/b', '', 7, 'c'] }).sameAs).toEqual(['mila/b', 'c']);
    expect(decodeArtwork({ slug: 'a', sameAs: 'mila/b' }).sameAs).toEqual([]);
  });

  test.each([null, {}, { slug: '' }, 'text'])('is refused without a slug: %j', (value) => {
    expect(() => decodeArtwork(value)).toThrow(TypeError);
  });
});
