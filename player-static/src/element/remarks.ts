import type { Notices } from './notices';

/** What is said over the picture of how it plays. */
export class Remarks {
  /** @param video the one that is seen */
  constructor(
    private readonly notices: Notices,
    private readonly video: () => HTMLVideoElement | null,
  ) {}

  better(height: number): void {
    this.notices.pass(height > 0 ? `Better picture available: ${height}p` : 'Better picture available');
  }

  /** The viewer chose a picture of this height, which is made now. */
  reaches(height: number): void {
    this.notices.pass(`${height}p is being made. It plays as soon as it is there.`);
  }

  /** What is to be seen next is not made yet. */
  waits(): void {
    if ((this.video()?.readyState ?? HTMLMediaElement.HAVE_ENOUGH_DATA) < HTMLMediaElement.HAVE_FUTURE_DATA) {
      this.notices.hold('waits', 'This part is still being made. It goes on by itself.');
    }
  }

  /** It can go on. */
  goesOn(): void {
    this.notices.release('waits');
  }

  silent(silent: boolean): void {
    if (silent) {
      this.notices.hold('silent', 'The sound of this part is missing. The pictures go on without it.');
    } else {
      this.notices.release('silent');
    }
  }

  offline(): void {
    this.notices.hold('offline', 'There is no connection. What is loaded plays on.');
  }

  online(): void {
    this.notices.release('offline');
  }
}
