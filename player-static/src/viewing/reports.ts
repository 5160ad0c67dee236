import type { PlaybackEvent } from './viewer';

/** Most events that the server takes at once. */
const MOST = 100;

/** Sends what a viewer saw, a few events at a time. */
export class Reports {
  private waiting: PlaybackEvent[] = [];

  /**
   * @param session a random name, of this showing alone
   * @param send takes the text of a batch
   */
  constructor(
    private readonly session: string,
    private readonly slug: string,
    private readonly send: (text: string) => void,
  ) {}

  add(event: PlaybackEvent): void {
    this.waiting.push(event);
    if (this.waiting.length >= MOST) {
      this.flush();
    }
  }

  /** Sends what waits. */
  flush(): void {
    if (this.waiting.length > 0) {
      this.send(JSON.stringify({ session: this.session, slug: this.slug, events: this.waiting }));
      this.waiting = [];
    }
  }
}
