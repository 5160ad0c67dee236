import { describe, expect, test } from 'vitest';
import { gainOf, parseVariants } from '../src/player/multivariant';

const SD = '#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=722x406,AUDIO="a"\nsd.m3u8\n';
const HD = '#EXT-X-STREAM-INF:BANDWIDTH=4500000,RESOLUTION=1920x1080,CODECS="avc1.640028,mp4a.40.2",AUDIO="a"\nhd.m3u8\n';
const UHD = '#EXT-X-STREAM-INF:BANDWIDTH=15000000,RESOLUTION=3840x2160,CODECS="hvc1.2.4.L150,mp4a.40.2"\n4k.m3u8\n';
const I_FRAMES = '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,RESOLUTION=1920x1080,CODECS="avc1.640028",URI="i.m3u8"\n';
const master = (...variants: string[]) => parseVariants(`#EXTM3U\n#EXT-X-VERSION:7\n${variants.join('')}`);
const all = () => true;
const noHevc = (codecs: string) => !codecs.startsWith('hvc1');

describe('a multivariant playlist', () => {
  test('is read with its sizes and codecs, commas and all', () => {
    expect(master(SD, HD)).toEqual([
      { name: 'sd', width: 722, height: 406, codecs: 'avc1.64001e,mp4a.40.2' },
      { name: 'hd', width: 1920, height: 1080, codecs: 'avc1.640028,mp4a.40.2' },
    ]);
  });

  test('may end its lines in CR LF', () => {
    expect(parseVariants(SD.replaceAll('\n', '\r\n'))[0]?.height).toBe(406);
  });

  test('names its renditions by their playlists, wherever these are and whatever they are signed with', () => {
    const signed = HD.replace('hd.m3u8', '../../whole/mila/a%20b/3/HD.m3u8?pass=1.2.x');
    expect(master(SD, signed).map(({ name }) => name)).toEqual(['sd', 'HD']);
  });

  test('has no variants in its I-frame playlists', () => {
    expect(master(I_FRAMES)).toEqual([]);
  });
});

describe('the player changes over', () => {
  test('to an edition with a further rendition', () => {
    expect(gainOf(master(SD), master(SD, HD), all)?.height).toBe(1080);
  });

  test('not to a sealed edition with the same renditions at other bit rates', () => {
    expect(gainOf(master(SD, HD), master(HD.replace('4500000', '3900000'), SD), all)).toBeNull();
  });

  test('not to an edition that has less', () => {
    expect(gainOf(master(SD, HD), master(SD), all)).toBeNull();
  });

  test('not for a rendition that the browser cannot decode', () => {
    expect(gainOf(master(SD), master(SD, UHD), noHevc)).toBeNull();
    expect(gainOf(master(SD), master(SD, HD, UHD), all)?.height).toBe(2160);
  });
});
