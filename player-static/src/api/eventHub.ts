import { followEvents, whileVisible, type EventListeners } from './events';

interface Feed {
  readonly listeners: Set<EventListeners>;
  readonly stop: () => void;
}

/** One connection to each server for all that follow its events: a page can have many players, but few connections. */
export class EventHub {
  private readonly feeds = new Map<string, Feed>();

  /** @returns what ends it for these listeners */
  follow(address: string, listeners: EventListeners): () => void {
    const feed = this.feeds.get(address) ?? open(address);
    this.feeds.set(address, feed);
    feed.listeners.add(listeners);
    return () => {
      feed.listeners.delete(listeners);
      if (feed.listeners.size === 0 && this.feeds.get(address) === feed) {
        feed.stop();
        this.feeds.delete(address);
      }
    };
  }
}

function open(address: string): Feed {
  const listeners = new Set<EventListeners>();
  const all = (tell: (each: EventListeners) => void): void => listeners.forEach(tell);
  const stop = whileVisible(() =>
    followEvents(address, {
      opened: () => all((each) => each.opened()),
      lost: () => all((each) => each.lost()),
      changed: (artwork) => all((each) => each.changed(artwork)),
      progressed: (slug, progress) => all((each) => each.progressed(slug, progress)),
      gone: (slug) => all((each) => each.gone(slug)),
    }),
  );
  return { listeners, stop };
}
