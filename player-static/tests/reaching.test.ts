import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Offers } from '../src/player/offers';
import { Qualities } from '../src/player/qualities';
import { Reaching } from '../src/player/reaching';
import type { Stream } from '../src/player/stream';

const SEALED = 'https://a.example/media/mila/sunset/editions/3/master.m3u8';
const WHOLE = 'https://a.example/whole/mila/sunset/2/master.m3u8';
const ON_DEMAND = { renditions: ['HD'], master: WHOLE };
const SD = '#EXT-X-STREAM-INF:RESOLUTION=722x406,CODECS="avc1.64001e"\nSD.m3u8\n';
const HD = '#EXT-X-STREAM-INF:RESOLUTION=1920x1080,CODECS="avc1.640028"\nHD.m3u8\n';

let playlists: Record<string, string>;
let asked: string[];

function stream(): Stream {
  const qualities = new Qualities();
  qualities.set([{ id: '0', width: 722, height: 406, bitrate: 1 }]);
  return { qualities } as unknown as Stream;
}

const ids = ({ qualities }: Stream) => [...qualities].map(({ id }) => id);

beforeEach(() => {
  playlists = { [SEALED]: SD, [WHOLE]: SD + HD };
  asked = [];
  vi.stubGlobal('MediaSource', { isTypeSupported: (type: string) => type.includes('avc1') });
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const text = playlists[address];
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(`#EXTM3U\n${text}`));
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what can be had is offered beside what there is, and a choice of it leads to where it is listed', async () => {
  const chosen: number[] = [];
  const reaching = new Reaching(new Offers(), () => ON_DEMAND, (height) => chosen.push(height));
  const sealed = stream();
  reaching.follow(sealed);
  await vi.waitFor(() => expect(ids(sealed)).toEqual(['0', 'HD-on-demand']));
  expect(reaching.wish(sealed)).toBeNull();

  sealed.qualities.choose(1080);

  expect([reaching.wish(sealed), chosen]).toEqual([WHOLE, [1080]]);
  sealed.qualities.choose(null);
  expect(reaching.wish(sealed)).toBeNull();
});

test('what was asked for is a quality like any other in the stream that has it', async () => {
  const reaching = new Reaching(new Offers(), () => ON_DEMAND, () => undefined);
  const [sealed, whole] = [stream(), stream()];
  reaching.follow(sealed);
  await vi.waitFor(() => expect(ids(sealed)).toHaveLength(2));
  sealed.qualities.choose(1080);
  whole.qualities.set([...whole.qualities, { id: '1', width: 1920, height: 1080, bitrate: 2 }]);

  reaching.grant(sealed, whole);
  await reaching.list(whole);

  expect(ids(whole)).toEqual(['0', '1']);
});

test('nothing is offered that this browser cannot play, or that cannot be read', async () => {
  const offers = new Offers();
  const reaching = new Reaching(offers, () => ON_DEMAND, () => undefined);
  playlists[WHOLE] = SD + HD.replace('avc1.640028', 'hvc1.1.6.L150.90');
  const [first, second] = [stream(), stream()];
  await reaching.list(first);
  expect(ids(first)).toEqual(['0']);
  await new Reaching(new Offers(), () => ({ ...ON_DEMAND, master: `${WHOLE}x` }), () => undefined).list(second);
  expect(ids(second)).toEqual(['0']);
});

test('nobody changes over for what is declared and made only for whoever chooses it', async () => {
  expect(await new Offers().gain(SEALED, WHOLE, ON_DEMAND)).toBeNull();
  expect((await new Offers().gain(SEALED, WHOLE, null))?.height).toBe(1080);
});

test('what can be had is asked for once', async () => {
  const offers = new Offers();
  await offers.onDemand(ON_DEMAND);
  await offers.gain(SEALED, WHOLE, ON_DEMAND);
  await offers.onDemand(ON_DEMAND);
  expect(asked).toEqual([WHOLE, SEALED]);
});
