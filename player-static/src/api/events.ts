import { decodeArtwork, fieldsOf, share, type Artwork } from './artwork';

/** What the server tells while a page is open. */
export interface EventListeners {
  /** The connection stands, for the first time or again: what was told before may have been missed. */
  opened(): void;
  /** The connection is gone and comes back by itself. */
  lost(): void;
  changed(artwork: Artwork): void;
  progressed(slug: string, progress: number): void;
  gone(slug: string): void;
}

/** What is used of an EventSource. */
interface Source {
  readonly readyState: number;
  addEventListener(name: string, listener: (event: Event) => void): void;
  close(): void;
}

export interface EventsEnvironment {
  open(address: string): Source;
  later(action: () => void, milliseconds: number): () => void;
}

const CLOSED = 2;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

const browser: EventsEnvironment = {
  open: (address) => new EventSource(address),
  later: (action, milliseconds) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Follows the server's events until it is closed. The browser reconnects after a broken connection, but not after an
 * answer that is no event stream (a restarting server's 503): that is done here.
 *
 * @returns what ends it
 */
export function followEvents(address: string, listeners: EventListeners, environment = browser): () => void {
  let source: Source;
  let wait = FIRST_WAIT;
  let cancel = (): void => undefined;

  const connect = (): void => {
    source = environment.open(address);
    source.addEventListener('open', () => {
      wait = FIRST_WAIT;
      listeners.opened();
    });
    source.addEventListener('error', () => {
      listeners.lost();
      if (source.readyState === CLOSED) {
        cancel = environment.later(connect, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    });
    // So much was missed that it is better to ask anew.
    source.addEventListener('reset', () => listeners.opened());
    for (const name of ['artwork', 'progress', 'gone'] as const) {
      source.addEventListener(name, (event) => tell(listeners, name, (event as MessageEvent<string>).data));
    }
  };

  connect();
  return () => {
    cancel();
    source.close();
  };
}

function tell(listeners: EventListeners, name: 'artwork' | 'progress' | 'gone', data: string): void {
  const value = parsed(data);
  const slug = fieldsOf(value)['slug'];
  if (typeof slug !== 'string') {
    return;
  }
  switch (name) {
    case 'artwork':
      return listeners.changed(decodeArtwork(value));
    case 'progress':
      return listeners.progressed(slug, share(fieldsOf(value)['progress']));
    case 'gone':
      return listeners.gone(slug);
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/**
 * Runs something only while the page is seen. A browser allows six connections to a host over HTTP/1.1, and each page
 * in a forgotten tab would hold one.
 *
 * @returns what ends it for good
 */
export function whileVisible(start: () => () => void): () => void {
  const over = new AbortController();
  let stop: (() => void) | null = null;
  const end = (): void => {
    stop?.();
    stop = null;
  };
  const update = (): void => {
    if (document.visibilityState === 'visible') {
      stop ??= start();
    } else {
      end();
    }
  };
  document.addEventListener('visibilitychange', update, over);
  addEventListener('pagehide', end, over);
  addEventListener('pageshow', update, over);
  update();
  return () => {
    over.abort();
    end();
  };
}
