import { expect, test } from 'vitest';
import { retryAfter } from '../src/player/retryAfter';

const NOW = Date.parse('2026-01-02T03:04:05Z');

test('a server may name seconds or a date', () => {
  expect(retryAfter('3', NOW)).toBe(3000);
  expect(retryAfter(' 0 ', NOW)).toBe(0);
  expect(retryAfter('Fri, 02 Jan 2026 03:04:15 GMT', NOW)).toBe(10_000);
});

test('a date that is past means now', () => {
  expect(retryAfter('Fri, 02 Jan 2026 03:00:00 GMT', NOW)).toBe(0);
});

test('nobody waits longer than a minute', () => {
  expect(retryAfter('86400', NOW)).toBe(60_000);
});

test('what cannot be read is as if it were not there', () => {
  expect(retryAfter(null, NOW)).toBeNull();
  expect(retryAfter('', NOW)).toBeNull();
  expect(retryAfter('soon', NOW)).toBeNull();
});
