/** Where somebody looks who looks through a screen, in radians; to the right and upwards is positive. */
export interface Direction {
  readonly yaw: number;
  readonly pitch: number;
}

type Angles = Pick<DeviceOrientationEvent, 'alpha' | 'beta' | 'gamma'>;
/** Safari asks the person before it tells. */
type Asking = typeof DeviceOrientationEvent & { requestPermission?: () => Promise<string> };

const RADIANS = Math.PI / 180;

/** The direction of a device's back (W3C Device Orientation, 3.1: turned by alpha, beta and gamma about z, x and y); null where it does not tell. */
export function directionOf({ alpha, beta, gamma }: Angles): Direction | null {
  if (alpha === null || beta === null || gamma === null) {
    return null;
  }
  const [a, b, c] = [alpha * RADIANS, beta * RADIANS, gamma * RADIANS];
  const east = -(Math.cos(a) * Math.sin(c) + Math.sin(a) * Math.sin(b) * Math.cos(c));
  const north = -(Math.sin(a) * Math.sin(c) - Math.cos(a) * Math.sin(b) * Math.cos(c));
  const up = -Math.cos(b) * Math.cos(c);
  return { yaw: Math.atan2(east, north), pitch: Math.asin(Math.max(-1, Math.min(1, up))) };
}

/** How far one direction is from another, the short way round. */
export function between(from: Direction, to: Direction): Direction {
  const yaw = to.yaw - from.yaw;
  return { yaw: Math.atan2(Math.sin(yaw), Math.cos(yaw)), pitch: to.pitch - from.pitch };
}

/** Tells how a device is moved, from when it is asked to. */
export class Motion {
  private last: Direction | null = null;

  constructor(private readonly moved: (by: Direction) => void) {}

  /** Whether this may be a device that is held in hands. */
  static get possible(): boolean {
    return 'DeviceOrientationEvent' in window && matchMedia('(pointer: coarse)').matches;
  }

  /** False where the person does not allow it. */
  async begin(): Promise<boolean> {
    const allowed = await (DeviceOrientationEvent as Asking).requestPermission?.();
    if (allowed !== undefined && allowed !== 'granted') {
      return false;
    }
    window.addEventListener('deviceorientation', this.follow);
    return true;
  }

  end(): void {
    window.removeEventListener('deviceorientation', this.follow);
    this.last = null;
  }

  private readonly follow = (event: DeviceOrientationEvent): void => {
    const now = directionOf(event);
    if (now && this.last) {
      this.moved(between(this.last, now));
    }
    this.last = now ?? this.last;
  };
}
