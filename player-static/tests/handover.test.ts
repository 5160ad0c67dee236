import { describe, expect, test } from 'vitest';
import { meetingPoint, nextStep, type Playhead } from '../src/player/handover';

const runs = (time: number, fields: Partial<Playhead> = {}): Playhead => ({ time, still: false, rate: 1, able: true, ...fields });
const stands = (time: number, fields: Partial<Playhead> = {}): Playhead => runs(time, { still: true, ...fields });

describe('the video that waits', () => {
  test('gets its data first', () => {
    expect(nextStep(runs(10), stands(11, { able: false })).kind).toBe('wait');
  });

  test('waits ahead of the playing one and starts just before it is there', () => {
    expect(nextStep(runs(10), stands(11))).toEqual({ kind: 'wait', milliseconds: 250 });
    expect(nextStep(runs(10.9), stands(11))).toMatchObject({ kind: 'wait' });
    expect(nextStep(runs(10.97), stands(11))).toEqual({ kind: 'play' });
  });

  test('starts sooner at double speed', () => {
    expect(nextStep(runs(10.93, { rate: 2 }), stands(11))).toEqual({ kind: 'play' });
    expect(meetingPoint(runs(10, { rate: 2 }))).toBe(12);
  });

  test('goes ahead again where it was overtaken or left far behind', () => {
    expect(nextStep(runs(14), stands(11))).toEqual({ kind: 'seek', time: 15 });
    expect(nextStep(runs(2), stands(11))).toEqual({ kind: 'seek', time: 3 });
    expect(nextStep(runs(14), runs(11))).toEqual({ kind: 'seek', time: 15 });
  });

  test('runs slower or faster until both show the same frame', () => {
    expect(nextStep(runs(20), runs(20.1))).toEqual({ kind: 'rate', rate: 0.6 });
    expect(nextStep(runs(20), runs(19.95))).toEqual({ kind: 'rate', rate: 1.2 });
    expect(nextStep(runs(20, { rate: 2 }), runs(19.5))).toEqual({ kind: 'rate', rate: 3 });
    expect(nextStep(runs(20), runs(19.95, { rate: 1.2 })).kind).toBe('wait');
    expect(nextStep(runs(20), runs(20.02))).toEqual({ kind: 'swap' });
  });

  test('stands on the same frame as one that is paused', () => {
    expect(nextStep(stands(20), stands(21))).toEqual({ kind: 'seek', time: 20 });
    expect(nextStep(stands(20), runs(20))).toEqual({ kind: 'seek', time: 20 });
    expect(nextStep(stands(20), stands(20.001))).toEqual({ kind: 'swap' });
    expect(meetingPoint(stands(20))).toBe(20);
  });
});

test('two videos that start with different delays meet within a second and a half', () => {
  for (const delay of [0, 0.05, 0.2, 0.4]) {
    let [now, at, rate, still, startsAt] = [10, 11, 1, true, Infinity];
    let swapped = Infinity;
    for (let tick = 0; tick < 400 && swapped === Infinity; tick++) {
      const step = nextStep(runs(now), { time: at, still, rate, able: true });
      if (step.kind === 'play' && startsAt === Infinity) startsAt = now + delay;
      if (step.kind === 'rate') rate = step.rate;
      if (step.kind === 'swap') swapped = now;
      now += 0.01;
      still = now < startsAt;
      at += still ? 0 : 0.01 * rate;
    }
    expect(swapped).toBeLessThan(12.5);
  }
});
