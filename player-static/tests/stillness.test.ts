import { expect, test } from 'vitest';
import { Stillness } from '../src/installation/stillness';

const at = (currentTime: number, paused = false) => ({ currentTime, paused });

test('a picture that moves is left alone', () => {
  const still = new Stillness();
  expect([0, 5000, 10_000].map((now) => still.remedy(at(now / 1000), false, now))).toEqual(['wait', 'wait', 'wait']);
});

test('one that stalls in the middle begins again after a while', () => {
  const still = new Stillness();
  expect([0, 3900, 4000, 4100].map((now) => still.remedy(at(3), false, now))).toEqual(['wait', 'wait', 'go on', 'wait']);
});

test('one that is over is repeated after a moment, the next times at once, and after a change after a moment again', () => {
  const still = new Stillness();
  expect([0, 400, 500, 501].map((now) => still.remedy(at(3), true, now))).toEqual(['wait', 'wait', 'go on', 'go on']);
  still.forgive();
  expect([600, 1000, 1100].map((now) => still.remedy(at(3), true, now))).toEqual(['wait', 'wait', 'go on']);
});

test('one that was paused by nobody is told to go on, but not when it is over', () => {
  const still = new Stillness();
  expect([0, 200, 300].map((now) => still.remedy(at(3, true), false, now))).toEqual(['wait', 'wait', 'nudge']);
  expect(new Stillness().remedy(at(3, true), true, 0)).toBe('wait');
});
