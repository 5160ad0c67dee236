import { beforeEach, describe, expect, test } from 'vitest';
import { decodeFigures, figuresText } from '../src/viewing/figures';
import { cmcdOf } from '../src/viewing/cmcd';
import { Reports } from '../src/viewing/reports';
import { Viewer, type PlaybackEvent } from '../src/viewing/viewer';

describe('a viewer', () => {
  let told: PlaybackEvent[];
  let now: number;
  let visible: boolean;
  let video: { currentTime: number; paused: boolean; seeking: boolean; videoHeight: number };
  let viewer: Viewer;

  const happens = (...names: string[]): void => names.forEach((name) => viewer.happened(name, video));
  /** Plays on, with the four looks a second that browsers take. */
  const plays = (seconds: number): void => {
    for (let tick = 0; tick < seconds * 4; tick++) {
      now += 250;
      video.currentTime += 0.25;
      happens('timeupdate');
    }
  };
  const of = (type: PlaybackEvent['type']): PlaybackEvent[] => told.filter((event) => event.type === type);

  beforeEach(() => {
    [told, now, visible] = [[], 5000, true];
    video = { currentTime: 0, paused: false, seeking: false, videoHeight: 406 };
    viewer = new Viewer((event) => told.push(event), () => now, () => visible);
    happens('play');
    now += 300;
    happens('waiting', 'playing', 'timeupdate');
  });

  test('wants to play and sees the first picture a while later', () => {
    happens('play', 'playing');
    expect(told).toEqual([
      { type: 'start', at: 0, value: 0 },
      { type: 'first-frame', at: 0, value: 300 },
    ]);
  });

  test('has watched what moved in a tab that was seen', () => {
    plays(12);
    visible = false;
    plays(30);
    visible = true;
    plays(3);
    viewer.settle(video);
    viewer.settle(video);
    expect(of('watched').map(({ value }) => value)).toEqual([10, 5]);
  });

  test('has not watched while it is paused, jumps or stands still', () => {
    plays(1);
    happens('pause');
    now += 60_000;
    happens('play', 'playing', 'timeupdate');
    plays(1);
    viewer.settle(video);
    expect(of('watched').map(({ value }) => value)).toEqual([2]);
  });

  test('has watched up to a pause, and nothing of what is sought while it is paused', () => {
    plays(1);
    now += 200;
    video.currentTime += 0.2;
    video.paused = true;
    happens('pause');
    video.currentTime += 5;
    happens('seeking', 'timeupdate', 'seeked');
    now += 400;
    video.currentTime += 0.4;
    happens('timeupdate');
    viewer.settle(null);
    expect(of('watched')).toEqual([{ type: 'watched', at: 6.6, value: 1.2 }]);
  });

  test('is kept waiting by a stall, and not by a seek', () => {
    plays(2);
    happens('waiting');
    now += 1500;
    happens('playing');
    plays(1);
    video.seeking = true;
    video.currentTime = 60;
    happens('seeking', 'waiting');
    now += 700;
    video.seeking = false;
    happens('seeked', 'playing');
    expect(of('stall')).toEqual([{ type: 'stall', at: 2, value: 1500 }]);
    expect(of('seek')).toEqual([{ type: 'seek', at: 60, value: 3 }]);
  });

  test('does not hear of jumps that the player makes at a joint', () => {
    plays(2);
    happens('seeking');
    video.currentTime += 0.1;
    happens('seeked');
    expect(of('seek')).toEqual([]);
  });

  test('sees another size because of an edition, a choice, or by itself', () => {
    plays(1);
    viewer.announce('edition');
    video.videoHeight = 1080;
    plays(1);
    viewer.announce('chosen');
    video.videoHeight = 406;
    plays(1);
    video.videoHeight = 1080;
    plays(1);
    viewer.announce('chosen');
    now += 60_000;
    video.videoHeight = 406;
    plays(1);
    expect(of('switch').map(({ value, cause }) => `${value} ${cause}`)).toEqual([
      '1080 edition',
      '406 chosen',
      '1080 auto',
      '406 auto',
    ]);
  });

  test('comes to the end, or to a trouble', () => {
    plays(1);
    viewer.broke(video);
    happens('ended');
    expect(told.slice(-2).map(({ type }) => type)).toEqual(['error', 'complete']);
  });
});

describe('reports', () => {
  test('are sent a few at a time, each event once', () => {
    const sent: string[] = [];
    const reports = new Reports('abc', 'mila/é', (text) => sent.push(text));
    reports.flush();
    for (let number = 0; number < 101; number++) {
      reports.add({ type: 'seek', at: number, value: 0 });
    }
    reports.flush();
    reports.flush();
    const batches = sent.map((text) => JSON.parse(text) as { session: string; slug: string; events: unknown[] });
    expect(batches.map(({ events }) => events.length)).toEqual([100, 1]);
    expect(batches[0]).toMatchObject({ session: 'abc', slug: 'mila/é' });
  });
});

describe('what is said with requests', () => {
  test('names the artwork, to the host of the page alone', () => {
    expect(cmcdOf('https://a.example/media/mila/sun%20set/editions/3/master.m3u8', 'https://a.example')).toMatchObject({
      contentId: 'mila/sun%20set',
      useHeaders: true,
    });
    expect(cmcdOf('https://a.example/whole/mila/日本 "1"/3/master.m3u8', 'https://a.example')?.contentId).toMatch(/^[!#-~]+$/);
    expect(cmcdOf('https://a.example/whole/mila/sunset/3/master.m3u8', 'https://a.example')?.contentId).toBe('mila/sunset');
  });

  test('is nothing elsewhere, and where there is no artwork', () => {
    for (const master of ['https://b.example/media/a/editions/3/master.m3u8', 'https://a.example/a.m3u8', 'blob:x', 'x', `https://a.example/media/${'é'.repeat(500)}/editions/1/master.m3u8`]) {
      expect(cmcdOf(master, 'https://a.example')).toBeNull();
    }
  });
});

describe('the figures', () => {
  test('are those of all days', () => {
    const figures = decodeFigures([
      { views: 3, watchedSeconds: 4000, completed: 1, firstFrameMillis: 200, stalls: 2, stalledSeconds: 3.2 },
      { views: 1, watchedSeconds: 3200, completed: 1, firstFrameMillis: 600, stalls: 0, stalledSeconds: 0 },
      { views: 0, watchedSeconds: 5, firstFrameMillis: null },
    ]);
    expect(figuresText(figures)).toEqual([
      ['Views', '4'],
      ['Watched', '2.0 h'],
      ['Seen to the end', '2 (50 %)'],
      ['First picture after', '0.3 s'],
      ['Stood still', '2 times, 3 s in all'],
    ]);
  });

  test('of nothing, or of nonsense, are none', () => {
    for (const nonsense of [null, 7, {}, [7, null, { views: 'x' }]]) {
      expect(decodeFigures(nonsense)).toMatchObject({ views: 0, firstFrameMillis: null });
    }
  });
});
