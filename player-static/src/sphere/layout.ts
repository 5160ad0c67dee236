/** How a picture of everything around lies on its frame. */
export interface SphereLayout {
  /** Degrees from its left to its right edge; from top to bottom they are always 180. */
  readonly span: 360 | 180;
  /** Where the picture of the left eye is, of which one eye sees all. */
  readonly eye: 'whole' | 'top' | 'left';
}

const SPANS: Readonly<Record<string, SphereLayout['span']>> = { equirectangular: 360, 'half equirectangular': 180 };
const EYES: Readonly<Record<string, SphereLayout['eye']>> = { 'top-bottom': 'top', 'left-right': 'left' };

/** Null for a flat picture, and for projections that cannot be looked around in. */
export function layoutOf(projection: string, stereo: string): SphereLayout | null {
  const span = SPANS[projection];
  return span === undefined ? null : { span, eye: EYES[stereo] ?? 'whole' };
}

/** What is looked around in has any shape, whatever its frame's; it gets that of a screen. */
export const SCREEN = [16, 9] as const;

/** The part of the frame that an eye sees, as shares of it: x and y of its lower left corner, width and height. */
export function partOf({ eye }: SphereLayout, of: 'left' | 'right' = 'left'): readonly [number, number, number, number] {
  switch (eye) {
    case 'top':
      return [0, of === 'left' ? 0.5 : 0, 1, 0.5];
    case 'left':
      return [of === 'left' ? 0 : 0.5, 0, 0.5, 1];
    default:
      return [0, 0, 1, 1];
  }
}

/** A step of the view, in degrees; `zoom` in the viewer's hundredths. */
export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
  readonly zoom: number;
}

const STEP = 15;
const ZOOM = 10;
const NO_TURN: Turn = { yaw: 0, pitch: 0, zoom: 0 };
const TURNS: Readonly<Record<string, Partial<Turn>>> = {
  a: { yaw: -STEP },
  d: { yaw: STEP },
  w: { pitch: STEP },
  s: { pitch: -STEP },
  '+': { zoom: ZOOM },
  '=': { zoom: ZOOM },
  '-': { zoom: -ZOOM },
};

/** What a key does to the view; null where it is none of its keys. `r` goes back to where it began. */
export function turnOf(key: string): Turn | 'reset' | null {
  const lower = key.toLowerCase();
  const turn = TURNS[lower];
  return lower === 'r' ? 'reset' : turn ? { ...NO_TURN, ...turn } : null;
}
