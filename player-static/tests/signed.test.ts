import { afterEach, describe, expect, test, vi } from 'vitest';
import { Offers } from '../src/player/offers';
import { toldNothing } from '../src/player/patientLoader';
import { nameOf } from '../src/player/stored';

describe('addresses that are signed', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('lead to the same edition when they are signed anew: nothing is asked for', async () => {
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    const gain = await new Offers().gain('https://a.example/m.m3u8?pass=1.2.x', 'https://a.example/m.m3u8?pass=1.3.y', null);
    expect(gain).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  test('name the same rendition', () => {
    expect(nameOf('https://a.example/media/mila/HD.m3u8?pass=1.2.x')).toBe('HD');
  });

  test('of a bucket are asked for without a word of the player', () => {
    const headers = { 'CMCD-Object': 'br=1', Range: 'bytes=0-9' };
    const there = { url: 'https://bucket.example/chunks/ab/0/00000.m4s?X-Amz-Signature=1', headers };
    const here = { url: 'https://a.example/chunks/ab/0/00000.m4s', headers };
    toldNothing(there, 'https://a.example');
    toldNothing(here, 'https://a.example');
    expect(there.headers).toEqual({ Range: 'bytes=0-9' });
    expect(here.headers).toEqual(headers);
  });
});
