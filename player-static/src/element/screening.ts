import { ApiError, type ApiClient } from '../api/client';
import type { EventListeners } from '../api/events';
import { Store } from '../state/store';
import * as states from '../state/watchState';

const RETRY_AFTER = 5000;

/** Keeps one artwork as the server has it. */
export class Screening {
  readonly store = new Store(states.NOTHING_YET);
  private again: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was heard, so that an answer does not overwrite what is newer. */
  private heard = 0;
  private closed = false;

  constructor(
    private readonly slug: string,
    private readonly client: Pick<ApiClient, 'artwork'>,
    private readonly follow: (listeners: EventListeners) => () => void,
  ) {}

  /** Asks the server and follows its events until it is stopped. */
  open(): () => void {
    const stop = this.follow(this.listeners());
    void this.refresh();
    return () => {
      stop();
      clearTimeout(this.again);
      this.closed = true;
    };
  }

  /** Asks the server for the artwork. */
  async refresh(): Promise<void> {
    clearTimeout(this.again);
    const heard = this.heard;
    try {
      const artwork = await this.client.artwork(this.slug);
      if (heard === this.heard && !this.closed) {
        this.store.update((state) => states.found(state, artwork));
      }
    } catch (error) {
      this.miss(error);
    }
  }

  private listeners(): EventListeners {
    return {
      opened: () => {
        this.store.update((state) => states.connection(state, true));
        void this.refresh();
      },
      lost: () => this.store.update((state) => states.connection(state, false)),
      changed: (artwork) => {
        if (artwork.slug === this.slug) {
          this.heard++;
          this.store.update((state) => states.found(state, artwork));
        }
      },
      progressed: (slug, progress) => this.store.update((state) => states.progressed(state, slug, progress)),
      gone: (slug) => {
        this.heard += slug === this.slug ? 1 : 0;
        this.store.update((state) => states.gone(state, slug));
      },
    };
  }

  private miss(error: unknown): void {
    if (this.closed) {
      return;
    }
    const [status, title, detail] =
      error instanceof ApiError
        ? [error.status, error.title, error.detail]
        : [0, 'The artwork cannot be shown', String(error)];
    if (status === 404) {
      this.store.update((state) => (state.artwork ? states.gone(state, state.artwork.slug) : state));
      this.store.update((state) => states.missed(state, notThere(this.slug)));
      return;
    }
    this.store.update((state) => states.missed(state, { title, detail, retry: true }));
    this.again = setTimeout(() => void this.refresh(), RETRY_AFTER);
  }
}

function notThere(slug: string): states.Absence {
  const detail = `There is no “${slug}” in the library. If it arrives while this page is open, it is shown here.`;
  return { title: 'No such artwork', detail, retry: false };
}
