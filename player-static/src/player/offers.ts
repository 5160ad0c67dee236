import { canPlayHere, offersMore, parseVariants, type Variant } from './multivariant';

/** Knows what editions offer. A numbered multivariant playlist never changes, so each is asked for once. */
export class Offers {
  private readonly known = new Map<string, Promise<readonly Variant[]>>();

  /** Whether an edition offers a picture that the playing one does not have. Fails where either cannot be read. */
  async isMore(playing: string, candidate: string): Promise<boolean> {
    if (playing === candidate) {
      return false;
    }
    const [now, then] = await Promise.all([this.of(playing), this.of(candidate)]);
    return offersMore(now, then, canPlayHere);
  }

  private of(master: string): Promise<readonly Variant[]> {
    const known = this.known.get(master) ?? read(master);
    this.known.set(master, known);
    known.catch(() => this.known.delete(master));
    return known;
  }
}

async function read(master: string): Promise<readonly Variant[]> {
  const answer = await fetch(master);
  if (!answer.ok) {
    throw new Error(`The playlist ${master} was answered with ${answer.status}.`);
  }
  return parseVariants(await answer.text());
}
