import { expect, test } from 'vitest';
import { layoutOf, partOf } from '../src/sphere/layout';

test.each([
  ['equirectangular', 'mono', 360, [0, 0, 1, 1]],
  ['equirectangular', 'top-bottom', 360, [0, 0.5, 1, 0.5]],
  ['half equirectangular', 'left-right', 180, [0, 0, 0.5, 1]],
])('of %s, %s, the left eye sees %d degrees', (projection, stereo, span, part) => {
  const layout = layoutOf(projection, stereo)!;
  expect(layout.span).toBe(span);
  expect(partOf(layout)).toEqual(part);
});

test('what is flat, or lies on the frame in another way, is not looked around in', () => {
  expect(layoutOf('flat', 'left-right')).toBeNull();
  expect(layoutOf('fisheye', 'mono')).toBeNull();
});
