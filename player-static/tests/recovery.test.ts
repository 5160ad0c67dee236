import { expect, test } from 'vitest';
import { remedyFor, UNTRIED, type Breakage, type Remedy } from '../src/player/recovery';

function remediesOf(breakage: Breakage, times: number): Remedy[] {
  const remedies: Remedy[] = [];
  let attempts = UNTRIED;
  for (let round = 0; round < times; round++) {
    const [remedy, next] = remedyFor(breakage, attempts);
    remedies.push(remedy);
    attempts = next;
  }
  return remedies;
}

test('a broken network gets five more chances, later and later', () => {
  const remedies = remediesOf({ kind: 'network', detail: 'fragLoadError 503' }, 6);
  const waits = remedies.map((remedy) => (remedy.kind === 'load again' ? remedy.afterMilliseconds : remedy.kind));
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 'give up']);
  expect(remedies[5]).toMatchObject({ detail: expect.stringContaining('fragLoadError 503') });
});

test('a decoder that stumbles gets one more chance', () => {
  const kinds = remediesOf({ kind: 'media', detail: 'bufferAppendError' }, 2).map((remedy) => remedy.kind);
  expect(kinds).toEqual(['recover media', 'give up']);
});

test('anything else is left to the viewer', () => {
  expect(remediesOf({ kind: 'other', detail: 'x' }, 1)[0]?.kind).toBe('give up');
});
