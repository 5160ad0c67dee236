import { expect, test } from 'vitest';
import { VolumeMemory } from '../src/player/volumeMemory';

function shelfOf(content: string | null = null) {
  const written: string[] = [];
  return { written, getItem: () => written.at(-1) ?? content, setItem: (_key: string, value: string) => void written.push(value) };
}

const videoOf = (fields = {}) => ({ volume: 1, muted: false, ...fields }) as HTMLVideoElement;

test('the next video is as loud as the last', () => {
  const shelf = shelfOf();
  new VolumeMemory(() => shelf).keep({ volume: 0.3, muted: true });
  const video = videoOf();
  new VolumeMemory(() => shelf).recall(video);
  expect([video.volume, video.muted]).toEqual([0.3, true]);
});

test('what the browser silenced is not remembered', () => {
  const shelf = shelfOf();
  const memory = new VolumeMemory(() => shelf);
  memory.note({ volume: 1, muted: true });
  memory.keep({ volume: 1, muted: true });
  expect(shelf.written).toEqual([]);
  memory.keep({ volume: 1, muted: false });
  expect(shelf.written).toHaveLength(1);
});

test('what somebody else wrote there is not believed', () => {
  for (const content of ['nonsense', '{"volume":7,"muted":false}', '{"volume":0.5}', 'null']) {
    const video = videoOf();
    new VolumeMemory(() => shelfOf(content)).recall(video);
    expect([video.volume, video.muted]).toEqual([1, false]);
  }
});

test('a browser that keeps nothing plays all the same', () => {
  const memory = new VolumeMemory(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const video = videoOf({ volume: 0.7 });
  memory.recall(video);
  memory.keep({ volume: 0.2, muted: false });
  expect(video.volume).toBe(0.7);
});
