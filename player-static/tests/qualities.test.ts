import { describe, expect, test } from 'vitest';
import { isOffer, nameOfOffer, offerOf, Qualities } from '../src/player/qualities';

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

describe('what is made on demand', () => {
  const hd = offerOf({ name: 'HD', width: 1920, height: 1080 });

  test('stands beside what there is, and in the place of what is declared and not made', () => {
    const qualities = new Qualities();
    qualities.set([of(406), of(1080)]);
    qualities.offer([hd]);
    expect([...qualities].map(({ id }) => id)).toEqual(['406', 'HD-on-demand']);
    expect([...qualities].filter(isOffer).map(nameOfOffer)).toEqual(['HD']);
  });

  test('stays chosen when other qualities come, and becomes what is made', () => {
    const qualities = new Qualities();
    qualities.set([of(406)]);
    qualities.offer([hd]);
    qualities.choose(1080);
    const events = heard(qualities);
    qualities.set([of(270), of(406), of(1080)]);
    expect([qualities.choice?.id, events]).toEqual(['HD-on-demand', ['addrendition']]);
    qualities.offer([]);
    expect([qualities.choice?.id, events]).toEqual(['1080', ['addrendition', 'addrendition', 'change']]);
  });

  test('is listed again only when it is something else', () => {
    const qualities = new Qualities();
    qualities.offer([hd]);
    const events = heard(qualities);
    qualities.offer([hd]);
    expect(events).toEqual([]);
  });
});
