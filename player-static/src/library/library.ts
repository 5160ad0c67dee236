import type { Artwork } from '../api/artwork';
import { ApiError, type ApiClient, type ArtworkPage, type ArtworkQuery } from '../api/client';
import { followEvents } from '../api/events';
import * as states from '../state/libraryState';
import { Store } from '../state/store';
import { news } from './news';

const PAGE = 60;
/** The largest list the server gives at once. */
const MOST = 500;
const RETRY_AFTER = 5000;

/** Keeps the library's state as the server's: asks for lists, listens to events. */
export class Library {
  readonly store = new Store(states.NO_ARTWORKS);
  private asked = new AbortController();
  private again: ReturnType<typeof setTimeout> | undefined;
  private tell: (news: string) => void = () => undefined;

  constructor(
    private readonly client: Pick<ApiClient, 'page'>,
    private readonly events: string,
  ) {}

  /** Says what changed, in words. */
  onNews(tell: (news: string) => void): void {
    this.tell = tell;
  }

  search(text: string): void {
    this.store.update((state) => states.searching(state, text));
    void this.refresh(PAGE);
  }

  /** Asks again for everything that is shown. */
  async refresh(size = Math.max(PAGE, Math.min(MOST, this.store.state.artworks.length))): Promise<void> {
    this.store.update(states.asking);
    await this.ask({ text: this.store.state.query, page: 0, size }, states.listed, () => this.refresh());
  }

  async more(): Promise<void> {
    const { query, artworks } = this.store.state;
    const page = states.nextPage(this.store.state, PAGE);
    await this.ask({ text: query, page, size: PAGE }, states.continued, () => this.more());
    const nothingNew = this.store.state.artworks.length === artworks.length;
    if (nothingNew && this.store.state.more && this.store.state.phase === 'shown') {
      await this.ask({ text: query, page: page + 1, size: PAGE }, states.continued, () => this.more());
    }
  }

  /** Follows the server's events until it is stopped. */
  follow(): () => void {
    return followEvents(this.events, {
      opened: () => {
        this.store.update((state) => states.connection(state, true));
        void this.refresh();
      },
      lost: () => this.store.update((state) => states.connection(state, false)),
      changed: (artwork) => this.change(artwork),
      progressed: (slug, progress) => this.store.update((state) => states.progressed(state, slug, progress)),
      gone: (slug) => this.store.update((state) => states.gone(state, slug)),
    });
  }

  private change(artwork: Artwork): void {
    const before = this.store.state.artworks.find((each) => each.slug === artwork.slug);
    this.store.update((state) => states.changed(state, artwork));
    const told = news(before, artwork);
    if (told && this.store.state.artworks.includes(artwork)) {
      this.tell(told);
    }
  }

  private async ask(
    query: ArtworkQuery,
    take: (state: states.LibraryState, page: ArtworkPage) => states.LibraryState,
    again: () => Promise<void>,
  ): Promise<void> {
    clearTimeout(this.again);
    this.asked.abort();
    const { signal } = (this.asked = new AbortController());
    try {
      const page = await this.client.page(query, signal);
      if (!signal.aborted) {
        this.store.update((state) => take(state, page));
      }
    } catch (error) {
      if (!signal.aborted) {
        this.store.update((state) => states.failed(state, reason(error)));
        this.again = setTimeout(() => void again(), RETRY_AFTER);
      }
    }
  }
}

function reason(error: unknown): string {
  return error instanceof ApiError ? error.message : `The library cannot be shown: ${String(error)}`;
}
