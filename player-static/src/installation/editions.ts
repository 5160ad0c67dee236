import type { Addresses } from '../api/address';
import { ApiError, type ApiClient } from '../api/client';

/** Why an item cannot be shown now. */
export class NotShown extends Error {
  /** @param asked whether the server could be asked */
  constructor(
    message: string,
    readonly asked: boolean,
  ) {
    super(message);
  }
}

/** An edition of an artwork, as far as anybody knows. */
export interface Known {
  /** Address of its multivariant playlist; while it is still being made, of that which lists all of it. */
  readonly master: string;
  /** Seconds that it lasts, where that is known. */
  readonly duration: number | null;
  /** Whether the server could be asked. */
  readonly asked: boolean;
}

/** Knows the newest edition of each artwork, or the last that it heard of while the server cannot be asked. */
export class Editions {
  private readonly known = new Map<string, Omit<Known, 'asked'>>();

  constructor(
    private readonly client: Pick<ApiClient, 'artwork'>,
    private readonly addresses: Pick<Addresses, 'resolve'>,
  ) {}

  /** The edition to show. Fails with NotShown where there is none. */
  async of(slug: string): Promise<Known> {
    try {
      const { playable, playback, durationSeconds: duration, error } = await this.client.artwork(slug, AbortSignal.timeout(5000));
      const master = playable && playback ? this.addresses.resolve(playback.whole ?? playback.master) : null;
      if (master === null) {
        throw new NotShown(`${slug} cannot be played yet${error ? `: ${error}` : '.'}`, true);
      }
      this.known.set(slug, { master, duration });
      return { master, duration, asked: true };
    } catch (error) {
      return this.remembered(slug, error);
    }
  }

  /** An artwork that is gone is not shown any more; a server that is gone is no reason to end a show. */
  private remembered(slug: string, error: unknown): Known {
    if (error instanceof NotShown || (error instanceof ApiError && error.status === 404)) {
      this.known.delete(slug);
      throw error instanceof NotShown ? error : new NotShown(`There is no artwork ${slug}.`, true);
    }
    const known = this.known.get(slug);
    if (known === undefined) {
      throw new NotShown(`${slug} cannot be asked for: ${error instanceof Error ? error.message : String(error)}`, false);
    }
    return { ...known, asked: false };
  }
}
