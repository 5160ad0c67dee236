import { expect, test } from 'vitest';
import { remedyFor, UNTRIED, type Breakage, type Remedy } from '../src/player/recovery';

function remediesOf(breakage: Breakage, times: number, ahead = 0): Remedy[] {
  const remedies: Remedy[] = [];
  let attempts = UNTRIED;
  for (let round = 0; round < times; round++) {
    const [remedy, next] = remedyFor(breakage, attempts, ahead);
    remedies.push(remedy);
    attempts = next;
  }
  return remedies;
}

const waits = (remedies: Remedy[]) =>
  remedies.map((remedy) => (remedy.kind === 'load again' ? remedy.afterMilliseconds : remedy.kind));

test('a broken network gets four more chances, later and later', () => {
  const remedies = remediesOf({ kind: 'network', detail: 'fragLoadError 500' }, 5);
  expect(waits(remedies)).toEqual([1000, 2000, 4000, 8000, 'give up']);
  expect(remedies[4]).toMatchObject({ detail: expect.stringContaining('fragLoadError 500') });
});

test('nobody is told of a broken network while the picture still moves', () => {
  const remedies = remediesOf({ kind: 'network', detail: 'x' }, 8, 25);
  expect(waits(remedies).slice(4)).toEqual([8000, 8000, 8000, 8000]);
});

test('a decoder that stumbles is restarted, then given the other audio codec, then given up', () => {
  const remedies = remediesOf({ kind: 'media', detail: 'bufferAppendError' }, 3);
  expect(remedies).toMatchObject([
    { kind: 'recover media', swapCodec: false },
    { kind: 'recover media', swapCodec: true },
    { kind: 'give up', detail: expect.stringContaining('bufferAppendError') },
  ]);
});

test('anything else is left to the viewer', () => {
  expect(remediesOf({ kind: 'other', detail: 'x' }, 1)[0]?.kind).toBe('give up');
  expect(remediesOf({ kind: 'unsupported', detail: 'x' }, 1)[0]?.kind).toBe('give up');
});
