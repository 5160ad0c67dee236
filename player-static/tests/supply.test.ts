import { beforeEach, expect, test, vi } from 'vitest';
import type { Item } from '../src/api/installation';
import { NotShown } from '../src/installation/editions';
import type { Slot } from '../src/installation/slot';
import { Supply } from '../src/installation/supply';

const programme: Item[] = ['a', 'b', 'c'].map((slug) => ({ slug, from: null, until: null, mute: false }));

/** Two videos that have at once what they are to have, and a server that may be away. */
class World {
  away = false;
  gone = new Set<string>();
  skipped: string[] = [];
  nothing = 0;
  slots = [this.slot(), this.slot()] as const;
  on = 0;
  supply = new Supply(
    {
      of: (slug) =>
        this.gone.has(slug)
          ? Promise.reject(new NotShown(`There is no artwork ${slug}.`, true))
          : Promise.resolve({ master: `/${slug}`, duration: null, asked: !this.away }),
    },
    { ready: () => undefined, skipped: ({ slug }) => this.skipped.push(slug), nothing: () => this.nothing++ },
  );

  private slot() {
    const made = {
      item: null as Item | null,
      able: false,
      isBroken: false,
      has: (slug: string) => made.item?.slug === slug,
      prepare: (item: Item) => ((made.item = item), Promise.resolve((made.able = true))),
      standIn: () => Promise.resolve((made.able = true)),
    };
    return made;
  }

  /** What is shown as the next items, where each is there in time. */
  async shows(count: number): Promise<string> {
    const shown: string[] = [];
    for (let time = 0; time < count; time++) {
      const slot = this.slots[1 - this.on]!;
      slot.able = false;
      this.supply.fill(slot as unknown as Slot, null);
      await vi.advanceTimersByTimeAsync(100);
      shown.push(this.supply.waits ? slot.item!.slug : '-');
      this.supply.take();
      this.on = 1 - this.on;
    }
    return shown.join('');
  }
}

let world: World;

beforeEach(() => {
  vi.useFakeTimers();
  world = new World();
  world.supply.show(programme, true, null);
});

test('items come in their order, the first after the last', async () => {
  expect(await world.shows(7)).toBe('abcabca');
});

test('what is gone is passed over, and shown when it is there again', async () => {
  world.gone.add('b');
  expect(await world.shows(4)).toBe('acac');
  expect(world.skipped).toEqual(['b', 'b']);
  world.gone.clear();
  expect(await world.shows(3)).toBe('abc');
});

test('while the server is away the two videos show what they have, and then go on where they were', async () => {
  expect(await world.shows(2)).toBe('ab');
  world.away = true;
  expect(await world.shows(4)).toBe('abab');
  world.away = false;
  await vi.advanceTimersByTimeAsync(5100);
  expect(await world.shows(3)).toBe('cab');
});

test('items shorter than the time between two looks for the server do not keep it from being found', async () => {
  await world.shows(2);
  world.away = true;
  await world.shows(3);
  world.away = false;
  expect(await world.shows(60)).toMatch(/c/);
});

test('when nothing can be shown it is tried again', async () => {
  programme.forEach(({ slug }) => world.gone.add(slug));
  expect(await world.shows(1)).toBe('-');
  world.supply.fill(world.slots[0] as unknown as Slot, null);
  await vi.advanceTimersByTimeAsync(100);
  const before = world.nothing;
  world.gone.clear();
  await vi.advanceTimersByTimeAsync(5100);
  expect([before > 0, world.supply.waits]).toEqual([true, true]);
});

test('a programme that does not loop is over after its last item that can be shown', async () => {
  world.supply.show(programme, false, null);
  world.gone.add('c');
  expect(await world.shows(3)).toBe('ab-');
  expect(world.supply.isOver).toBe(true);
});

test('one item alone follows itself', async () => {
  world.supply.show(programme.slice(0, 1), true, null);
  expect(await world.shows(3)).toBe('aaa');
});

test('a programme that changes goes on after the item that is on', async () => {
  expect(await world.shows(2)).toBe('ab');
  const [a, b, c] = programme as [Item, Item, Item];
  world.supply.show([c, b, a], true, b);
  expect(await world.shows(2)).toBe('ac');
});
