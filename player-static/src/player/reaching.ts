import type { OnDemand } from '../api/artwork';
import type { Offers } from './offers';
import { isOffer, nameOfOffer, offerOf } from './qualities';
import type { Stream } from './stream';

/** What is made when a viewer chooses it: stands in the quality menu, and is played from where it is listed, made or not. */
export class Reaching {
  /** What was asked for already, and is a quality like any other now. */
  private readonly asked = new WeakMap<Stream, readonly string[]>();

  /**
   * @param known what can be had now
   * @param chosen a viewer chose something of it, of this height
   */
  constructor(
    private readonly offers: Offers,
    private readonly known: () => OnDemand | null,
    private readonly chosen: (height: number) => void,
  ) {}

  /** Offers it beside what a stream has, and hears what is chosen. */
  follow(stream: Stream): void {
    stream.qualities.addEventListener('change', () => {
      const { choice } = stream.qualities;
      if (choice && this.wish(stream) !== null) {
        this.chosen(choice.height);
      }
    });
    void this.list(stream);
  }

  /** Lists what can be had now. */
  async list(stream: Stream): Promise<void> {
    const onDemand = this.known();
    const found = onDemand ? await this.offers.onDemand(onDemand).catch(() => []) : [];
    const asked = this.asked.get(stream) ?? [];
    stream.qualities.offer(found.filter(({ name }) => !asked.includes(name)).map(offerOf));
  }

  /** Address where there is, or will be, what the viewer of a stream chose; null where it has all that was chosen. */
  wish({ qualities: { choice } }: Stream): string | null {
    return choice && isOffer(choice) ? (this.known()?.master ?? null) : null;
  }

  /** A stream has what the viewer of the one before chose. */
  grant(before: Stream, next: Stream): void {
    const { choice } = before.qualities;
    const asked = this.asked.get(before) ?? [];
    this.asked.set(next, choice && isOffer(choice) ? [...asked, nameOfOffer(choice)] : []);
  }
}
