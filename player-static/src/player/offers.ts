import type { OnDemand } from '../api/artwork';
import { canPlayHere, gainOf, parseVariants, type Variant } from './multivariant';

/** Knows what editions offer. A numbered multivariant playlist never changes, so each is asked for once. */
export class Offers {
  private readonly known = new Map<string, Promise<readonly Variant[]>>();

  /**
   * What an edition offers beyond the playing one, or null. What is declared and made only for whoever chooses it is nothing to change over for.
   * Fails where either cannot be read.
   */
  async gain(playing: string, candidate: string, onDemand: OnDemand | null): Promise<Variant | null> {
    if (editionOf(playing) === editionOf(candidate)) {
      return null;
    }
    this.forgetAllBut(playing, candidate, onDemand?.master ?? '');
    const [now, then] = await Promise.all([this.of(playing), this.of(candidate)]);
    const declared = onDemand && editionOf(candidate) === editionOf(onDemand.master) ? onDemand.renditions : [];
    const made = then.filter(({ name }) => !declared.includes(name));
    return gainOf(now, made, canPlayHere);
  }

  /** What can be had on demand and be played here. Fails where that cannot be read. */
  async onDemand({ master, renditions }: OnDemand): Promise<readonly Variant[]> {
    const declared = await this.of(master);
    return declared.filter(({ name, codecs }) => renditions.includes(name) && canPlayHere(codecs));
  }

  private forgetAllBut(...masters: string[]): void {
    [...this.known.keys()].filter((known) => !masters.includes(known)).forEach((known) => this.known.delete(known));
  }

  private of(master: string): Promise<readonly Variant[]> {
    const known = this.known.get(master) ?? read(master);
    this.known.set(master, known);
    known.catch(() => this.known.delete(master));
    return known;
  }
}

/** Which edition an address leads to: where addresses are signed and expire, each edition has many. */
function editionOf(master: string): string {
  return master.replace(/\?.*$/, '');
}

async function read(master: string): Promise<readonly Variant[]> {
  const answer = await fetch(master);
  if (!answer.ok) {
    throw new Error(`The playlist ${master} was answered with ${answer.status}.`);
  }
  return parseVariants(await answer.text());
}
