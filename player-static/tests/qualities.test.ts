import { expect, test } from 'vitest';
import { Qualities } from '../src/player/qualities';

const of = (height: number) => ({ id: String(height), width: (height * 16) / 9, height, bitrate: height * 1000 });

function heard(qualities: Qualities): string[] {
  const events: string[] = [];
  for (const name of ['addrendition', 'change']) {
    qualities.addEventListener(name, () => events.push(name));
  }
  return events;
}

test('the quality menu finds what it looks for', () => {
  const qualities = new Qualities();
  const events = heard(qualities);
  qualities.set([of(406), of(1080)]);
  expect(Array.prototype.findIndex.call(qualities, (quality) => quality.id === '1080')).toBe(1);
  expect([...qualities].map(({ height }) => height)).toEqual([406, 1080]);
  expect([qualities.length, qualities.selectedIndex]).toEqual([2, -1]);
  expect(events).toEqual(['addrendition']);
});

test('a choice is told once', () => {
  const qualities = new Qualities();
  qualities.set([of(406), of(1080)]);
  const events = heard(qualities);
  qualities.selectedIndex = 1;
  qualities.selectedIndex = 1;
  expect(events).toEqual(['change']);
  expect(qualities.chosenHeight).toBe(1080);
});

test('a chosen height is found again among others, and automatic stays automatic', () => {
  const qualities = new Qualities();
  qualities.set([of(2160), of(1080), of(406)]);
  qualities.choose(406);
  expect(qualities.selectedIndex).toBe(2);
  qualities.choose(null);
  expect(qualities.chosenHeight).toBeNull();
});

test('nothing is left of a longer list', () => {
  const qualities = new Qualities();
  qualities.set([of(2160), of(1080)]);
  qualities.set([of(406)]);
  expect(qualities[1]).toBeUndefined();
});
