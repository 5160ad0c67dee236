import { expect, test } from 'vitest';
import { Holdings } from '../src/player/holdings';
import type { Stored } from '../src/player/stored';

const NAMES = ['SD', 'HD'];

function holding(stored: Stored): Holdings {
  const holdings = new Holdings();
  holdings.hold(stored);
  return holdings;
}

test.each([
  { why: 'nothing is made there', stored: {}, at: 540, best: 0 },
  { why: 'only the beginning is made', stored: { SD: [[0, 60]], HD: [[0, 30]] }, at: 540, best: 0 },
  { why: 'the better one is stored for a while', stored: { SD: [[0, 60]], HD: [[0, 30]] }, at: 10, best: 1 },
  { why: 'its end is near', stored: { SD: [[0, 60]], HD: [[0, 30]] }, at: 20, best: 0 },
  { why: 'the end of the film is near', stored: { SD: [[0, 600]], HD: [[590, 600]] }, at: 595, best: 1 },
  { why: 'the better one alone is made', stored: { SD: [], HD: [[530, 560]] }, at: 540, best: 1 },
  { why: 'the film is over', stored: { SD: [[0, 600]], HD: [[0, 600]] }, at: 600.04, best: 1 },
] as const)('leads to the best that needs no waiting: $why', ({ stored, at, best }) => {
  expect(holding(stored).bestFrom(NAMES, at, 600)).toBe(best);
});

test('a better one is not taken where it need not be, and is where all below it failed', () => {
  const holdings = holding({ SD: [[0, 40]], HD: [[0, 60]] });
  expect(holdings.bestFrom(NAMES, 10, 600, 0)).toBe(0);

  holdings.fail('SD', 43);
  expect(holdings.bestFrom(NAMES, 40, 600, 0)).toBe(1);
});

test('what failed is passed over up to where something of it is stored again', () => {
  const holdings = holding({ SD: [[0, 40.05], [52, 60]], HD: [] });
  holdings.fail('SD', 43);

  expect([30, 40, 46, 51.9, 52, 80].map((at) => holdings.bestFrom(NAMES, at, 600))).toEqual([0, 1, 1, 1, 0, 0]);
});

test('what failed is taken again when it is made after all', () => {
  const holdings = holding({ SD: [[0, 40]], HD: [] });
  holdings.fail('SD', 43);
  expect(holdings.bestFrom(NAMES, 46, 600)).toBe(1);

  holdings.hold({ SD: [[0, 50]], HD: [] });
  expect(holdings.bestFrom(NAMES, 46, 600)).toBe(0);
});

test('what nobody asked for is not made in place of what failed', () => {
  const holdings = holding({ SD: [], '3K': [] });
  holdings.fail('SD', 3);

  expect(holdings.bestFrom(['SD', 'HD', '3K'], 0, 600)).toBe(2);
});
