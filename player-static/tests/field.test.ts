import { expect, test } from 'vitest';
import { axesOf, gainsOf, SPEAKERS, type Point } from '../src/sphere/field';

const QUARTER = Math.PI / 2;
const [FRONT, LEFT, RIGHT, UP, DOWN, BACK]: Point[] = [[1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1], [-1, 0, 0]];

/** Where a source is heard by somebody who looks there. */
function heard(yaw: number, pitch: number, source: Point | undefined): number[] {
  return axesOf({ yaw, pitch }).map((axis) => Math.round(1000 * axis.reduce((sum, each, at) => sum + each * (source?.[at] ?? 0), 0)) / 1000 + 0);
}

test.each([
  ['ahead', 0, 0, FRONT, FRONT],
  ['what is to the right comes to the front where somebody turns to the right', QUARTER, 0, RIGHT, FRONT],
  ['what was ahead is then to the left', QUARTER, 0, FRONT, LEFT],
  ['what is above comes to the front where somebody looks up', 0, QUARTER, UP, FRONT],
  ['what was ahead is then below', 0, QUARTER, FRONT, DOWN],
  ['what is behind comes to the front where somebody turns round', 2 * QUARTER, 0, BACK, FRONT],
  ['a turned head looks up along its own axis', QUARTER, QUARTER, RIGHT, DOWN],
])('%s', (_name, yaw, pitch, source, expected) => {
  expect(heard(yaw, pitch, source)).toEqual([...(expected ?? [])]);
});

test('of a source, the loudspeakers near it play most, and together as much as all', () => {
  const played = SPEAKERS.map((speaker) => {
    const { all, axes } = gainsOf(speaker);
    return all + axes[1];
  });
  expect(played.reduce((sum, each) => sum + each)).toBeCloseTo(1);
  SPEAKERS.forEach(([, left], at) => expect((played[at] ?? 0) > 1 / 8).toBe(left > 0));
});
