import { expect, test } from 'vitest';
import { news } from '../src/library/news';
import { artwork } from './support';

const playback = { edition: 1, master: '/m.m3u8' };

test('arrival, playability, readiness and failure are told', () => {
  expect(news(undefined, artwork())).toBe('New artwork: Sunset');
  expect(news(artwork(), artwork({ playable: true, playback }))).toBe('Sunset can be played');
  expect(news(artwork(), artwork({ state: 'ready' }))).toBe('Sunset is ready');
  expect(news(artwork(), artwork({ state: 'failed' }))).toBe('Sunset failed');
});

test('mere progress is not', () => {
  expect(news(artwork({ progress: 0.1 }), artwork({ progress: 0.2 }))).toBeNull();
});
