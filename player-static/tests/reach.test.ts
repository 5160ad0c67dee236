import type Hls from 'hls.js';
import { Events } from 'hls.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reach } from '../src/player/reach';

const WHOLE = 'https://a.example/whole/mila/sunset/2/';
const UNHEARD = { waits: () => undefined, better: () => undefined };

let stored: Record<string, readonly (readonly number[])[]>;
let asked: number;
let heard: Map<string, () => void>;

/** A film of a minute of which SD and 3K are planned, and HD is on demand. */
function reaching(): { hls: Hls; reach: Reach; video: { currentTime: number } } {
  const hls = {
    levels: ['SD', 'HD', '3K'].map((name) => ({ uri: `${WHOLE}${name}.m3u8`, height: 1 })),
    latestLevelDetails: { live: false, edge: 60 },
    autoLevelCapping: -1,
    on: (event: string, told: () => void) => heard.set(event, told),
  } as unknown as Hls;
  const video = { addEventListener: () => undefined, buffered: { length: 0 }, currentTime: 5, duration: 60 };
  return { hls, video, reach: new Reach(hls, video as unknown as HTMLVideoElement, `${WHOLE}stored.json`, 60, UNHEARD) };
}

beforeEach(() => {
  vi.useFakeTimers();
  [stored, asked, heard] = [{ SD: [[0, 60]], '3K': [[0, 60]] }, 0, new Map()];
  vi.stubGlobal('fetch', () => {
    asked++;
    return Promise.resolve(Response.json(stored));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('automatic quality passes over what is declared and not made', async () => {
  const { hls, reach } = reaching();
  await vi.advanceTimersByTimeAsync(1);

  expect(hls.autoLevelCapping).toBe(2);
  expect([2, 1, 0, -1].map((level) => reach.within(level))).toEqual([2, 0, 0, -1]);
});

test('what nobody asked for is not waited for, until somebody does', async () => {
  const { reach } = reaching();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(1);

  stored = { ...stored, HD: [] };
  heard.get(Events.LEVEL_LOADED)?.();
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked).toBe(3);

  stored = { ...stored, HD: [[0, 60]] };
  await vi.advanceTimersByTimeAsync(10_000);
  expect([asked, reach.within(1)]).toEqual([4, 1]);
});

test('what failed gives way at once, before hls.js looks for another level', async () => {
  stored = { SD: [[0, 4]], '3K': [] };
  const { hls, reach } = reaching();
  await vi.advanceTimersByTimeAsync(1);
  expect([hls.autoLevelCapping, reach.within(2)]).toEqual([0, 0]);

  reach.failed({ sn: 1, level: 0, start: 4, duration: 4 });
  expect([hls.autoLevelCapping, reach.within(0)]).toEqual([2, 2]);
});

test('a level of which not even the beginning can be had gives way where the viewer is', async () => {
  stored = { SD: [], '3K': [] };
  const { hls, reach } = reaching();
  await vi.advanceTimersByTimeAsync(1);

  reach.failed({ sn: 'initSegment', level: 0, start: 0, duration: 0 });
  expect(hls.autoLevelCapping).toBe(2);
});

test('beyond what is listed nothing else is asked for; but sound that lies there and is listed before its pictures is', () => {
  const { hls, reach, video } = reaching();
  Object.assign(hls, { latestLevelDetails: { live: true, edge: 10 } });
  const [last, there] = [{ sn: 2, start: 6, duration: 4 }, { sn: 7, start: 38, duration: 5 }];
  expect([reach.useless(last), reach.useless(there)]).toEqual([false, false]);

  video.currentTime = 40;
  expect([reach.useless(last), reach.useless(there)]).toEqual([true, false]);
  expect(reach.useless({ sn: 'initSegment', start: 0, duration: 0 })).toBe(false);

  // hls.js would keep to a segment that ends there.
  video.currentTime = 9.95;
  expect(reach.useless(last)).toBe(false);
});
