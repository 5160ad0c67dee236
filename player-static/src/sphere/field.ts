import type { Direction } from './motion';

/** Rows of a matrix: the directions ahead, to the left and up, each by how far it points to the front, to the left and up of the sphere. */
export type Axes = readonly [Point, Point, Point];
export type Point = readonly [number, number, number];

/** Which ways ahead, left and up are for somebody who looks there; ambisonic axes: front, left, up. */
export function axesOf({ yaw, pitch }: Direction): Axes {
  const [sinYaw, cosYaw, sinPitch, cosPitch] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)];
  return [
    [cosPitch * cosYaw, -cosPitch * sinYaw, sinPitch],
    [sinYaw, cosYaw, 0],
    [-sinPitch * cosYaw, sinPitch * sinYaw, cosPitch],
  ];
}

/** Where the loudspeakers stand that nobody sees: at the corners of a cube, at a distance of 1. */
export const SPEAKERS: readonly Point[] = [1, -1].flatMap((front) =>
  [1, -1].flatMap((left) => [1, -1].map((up): Point => [front / Math.sqrt(3), left / Math.sqrt(3), up / Math.sqrt(3)])),
);

/** The weight of the first order for which most of what is heard comes from where it should (max rE: Zotter and Frank, Ambisonics, 2019, 4.3). */
const WEIGHT = 1 / Math.sqrt(3);

/** How much of the component of all directions, and of those ahead, to the left and up, a loudspeaker plays (sampling decoder, SN3D). */
export function gainsOf(speaker: Point): { readonly all: number; readonly axes: Point } {
  const share = 1 / SPEAKERS.length;
  const [front, left, up] = speaker.map((each) => 3 * WEIGHT * share * each) as unknown as Point;
  return { all: share, axes: [front, left, up] };
}
