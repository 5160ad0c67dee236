import { expect, test } from 'vitest';
import { nextTap, NO_TAP } from '../src/element/taps';

/** Seconds that each of some taps skips: time in milliseconds, place from left to right. */
function skips(...taps: [number, number][]): number[] {
  let last = NO_TAP;
  return taps.map(([at, share]) => (last = nextTap(last, at, share)).skip);
}

test('two taps at a side go ten seconds, each one more ten more', () => {
  expect(skips([0, 0.9], [200, 0.8], [400, 0.9])).toEqual([0, 10, 10]);
  expect(skips([0, 0.1], [200, 0.2])).toEqual([0, -10]);
});

test('slow taps only show the controls', () => {
  expect(skips([0, 0.9], [600, 0.9])).toEqual([0, 0]);
});

test('taps at different sides or in the middle skip nothing', () => {
  expect(skips([0, 0.9], [200, 0.1])).toEqual([0, 0]);
  expect(skips([0, 0.5], [200, 0.5]).map(Math.abs)).toEqual([0, 0]);
});
