import { expect, test } from 'vitest';
import { cueOf, Lead, type Standing } from '../src/installation/cue';

const playing: Standing = { left: 1, ended: false, able: true, started: false, ahead: 0 };

test.each([
  ['long before the end nothing is done', playing, 'wait'],
  ['shortly before the end the next one is told to play', { ...playing, left: 0.04 }, 'start'],
  ['it is told once', { ...playing, left: 0.04, started: true }, 'wait'],
  ['at the end it takes the place', { ...playing, left: 0.005, started: true }, 'change'],
  ['a video that ended early is followed at once', { ...playing, left: 0.4, ended: true }, 'change'],
  ['while the next one begins it waits', { ...playing, left: 0.04, started: true, ahead: 0.1 }, 'wait'],
  ['one that stops just before its end is followed', { ...playing, left: 0.04, started: true, ahead: 0.2 }, 'change'],
  ['what is not there yet takes no place', { ...playing, left: 0, ended: true, able: false }, 'wait'],
] as const)('%s', (_name, standing, cue) => {
  expect(cueOf(standing, 0.05)).toBe(cue);
});

test('a video that began late is told sooner the next time, one that began early later', () => {
  const lead = new Lead();
  const first = lead.seconds;
  lead.learn(-0.06);
  expect(lead.seconds).toBeCloseTo(first + 0.03);
  lead.learn(0.02);
  expect(lead.seconds).toBeCloseTo(first + 0.02);
});

test('how a change went is looked at once, when it is known', () => {
  const lead = new Lead();
  const first = lead.seconds;
  lead.judge(9, 1000);
  lead.changed(1000);
  lead.judge(9, 1100);
  expect(lead.seconds).toBe(first);
  lead.judge(0.16, 1200);
  lead.judge(9, 1300);
  expect(lead.seconds).toBeCloseTo(first + 0.02);
});

test('one bad change does not spoil those that follow', () => {
  const lead = new Lead();
  lead.learn(-5);
  expect(lead.seconds).toBeLessThanOrEqual(0.1);
  for (let time = 0; time < 100; time++) {
    lead.learn(-5);
  }
  expect(lead.seconds).toBeLessThanOrEqual(0.3);
  for (let time = 0; time < 100; time++) {
    lead.learn(5);
  }
  expect(lead.seconds).toBe(0);
});
