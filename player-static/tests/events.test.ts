import { beforeEach, describe, expect, test } from 'vitest';
import { followEvents, type EventListeners } from '../src/api/events';

class FakeSource extends EventTarget {
  readyState = 0;
  closed = false;
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  breaks(readyState: number): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
  tells(name: string, data: string): void {
    this.dispatchEvent(Object.assign(new Event(name), { data }));
  }
}

describe('the events', () => {
  let heard: string[];
  let sources: FakeSource[];
  let waiting: { action: () => void; milliseconds: number; cancelled: boolean }[];
  let stop: () => void;

  const last = (): FakeSource => sources[sources.length - 1] as FakeSource;

  beforeEach(() => {
    [heard, sources, waiting] = [[], [], []];
    const listeners: EventListeners = {
      opened: () => heard.push('opened'),
      lost: () => heard.push('lost'),
      changed: (artwork) => heard.push(`changed ${artwork.slug} ${artwork.state}`),
      progressed: (slug, progress) => heard.push(`progressed ${slug} ${progress}`),
      gone: (slug) => heard.push(`gone ${slug}`),
    };
    stop = followEvents('/api/events', listeners, {
      open: () => {
        sources.push(new FakeSource());
        return last();
      },
      later: (action, milliseconds) => {
        const entry = { action, milliseconds, cancelled: false };
        waiting.push(entry);
        return () => (entry.cancelled = true);
      },
    });
  });

  test('are read by their names', () => {
    last().tells('artwork', '{"slug":"a","state":"ready"}');
    last().tells('progress', '{"slug":"a","progress":0.5}');
    last().tells('gone', '{"slug":"a"}');
    expect(heard).toEqual(['changed a ready', 'progressed a 0.5', 'gone a']);
  });

  test('that were missed in great number are asked for anew', () => {
    last().tells('reset', '{}');
    expect(heard).toEqual(['opened']);
  });

  test('that make no sense are left out', () => {
    last().tells('artwork', 'not json');
    last().tells('artwork', '{"title":"no slug"}');
    last().tells('progress', '[]');
    expect(heard).toEqual([]);
  });

  test('are connected again by the browser after a break', () => {
    last().opens();
    last().breaks(0);
    last().opens();
    expect(heard).toEqual(['opened', 'lost', 'opened']);
    expect(sources).toHaveLength(1);
  });

  test('are connected again, later and later, where the browser gave up', () => {
    for (let round = 0; round < 7; round++) {
      last().breaks(2);
      waiting[round]?.action();
    }
    expect(waiting.map((entry) => entry.milliseconds)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    last().opens();
    last().breaks(2);
    expect(waiting[7]?.milliseconds).toBe(1000);
  });

  test('end when they are stopped', () => {
    last().breaks(2);
    stop();
    expect(waiting[0]?.cancelled).toBe(true);
    expect(last().closed).toBe(true);
  });
});
