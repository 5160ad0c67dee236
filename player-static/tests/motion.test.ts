import { describe, expect, test } from 'vitest';
import { between, directionOf } from '../src/sphere/motion';

const degrees = (angles: { alpha: number; beta: number; gamma: number }) => {
  const { yaw, pitch } = directionOf(angles)!;
  return [yaw, pitch].map((angle) => Math.round((angle * 180) / Math.PI) + 0);
};

describe('a device that is held', () => {
  test.each([
    [{ alpha: 0, beta: 90, gamma: 0 }, [0, 0]],
    [{ alpha: 90, beta: 90, gamma: 0 }, [-90, 0]],
    [{ alpha: 330, beta: 90, gamma: 0 }, [30, 0]],
    [{ alpha: 0, beta: 60, gamma: 0 }, [0, -30]],
    [{ alpha: 0, beta: 120, gamma: 0 }, [0, 30]],
    [{ alpha: 0, beta: 0, gamma: -90 }, [90, 0]],
    [{ alpha: 0, beta: 0, gamma: 90 }, [-90, 0]],
  ])('as %j looks to %j', (angles, expected) => {
    expect(degrees(angles)).toEqual(expected);
  });

  test('that tells nothing looks nowhere', () => {
    expect(directionOf({ alpha: null, beta: 90, gamma: 0 })).toBeNull();
  });
});

test('from one direction to another it goes the short way round', () => {
  const turned = between({ yaw: 3, pitch: 0.1 }, { yaw: -3, pitch: 0.3 });
  expect(turned.yaw).toBeCloseTo(2 * Math.PI - 6);
  expect(turned.pitch).toBeCloseTo(0.2);
});
