import { expect, test } from 'vitest';
import { AudioTracks } from '../src/player/audioTracks';

const NAMES = [
  { label: 'English', language: 'en' },
  { label: 'Director', language: 'en' },
];

function listened(): [AudioTracks, string[]] {
  const tracks = new AudioTracks();
  const events: string[] = [];
  ['addtrack', 'choice', 'change'].forEach((name) => tracks.addEventListener(name, () => events.push(name)));
  return [tracks, events];
}

test('the menu finds the tracks and the one that is heard', () => {
  const [tracks, events] = listened();
  tracks.set(NAMES, 1);
  expect([...tracks].map(({ id, label, enabled }) => [id, label, enabled])).toEqual([['0', 'English', false], ['1', 'Director', true]]);
  expect([tracks.length, events]).toEqual([2, ['addtrack']]);
});

test('the menu chooses by enabling one and disabling the others', () => {
  const [tracks, events] = listened();
  tracks.set(NAMES, 1);
  for (const track of tracks) {
    track.enabled = track.id === '0';
  }
  expect(tracks.chosen?.label).toBe('English');
  expect(events).toEqual(['addtrack', 'choice', 'change']);
});

test('what the library plays by itself is no choice', () => {
  const [tracks, events] = listened();
  tracks.set(NAMES, -1);
  expect(tracks.chosen).toBeNull();
  tracks.heard(0);
  expect(tracks.chosen?.label).toBe('English');
  expect(events).toEqual(['addtrack', 'change']);
});

test('a track can be written as JSON, as the menu does', () => {
  const [tracks] = listened();
  tracks.set(NAMES, 0);
  expect(JSON.parse(JSON.stringify([...tracks]))[1]).toEqual({ id: '1', label: 'Director', language: 'en', kind: '' });
});

const AROUND = [...NAMES, { label: 'English (ambisonic)', language: 'en', ambisonic: true }];

test('the form of a sound that turns with the view is in no menu, and stands for its sound', () => {
  const [tracks] = listened();
  tracks.set(AROUND, 2);
  expect([...tracks].map(({ label, enabled }) => [label, enabled])).toEqual([['English', true], ['Director', false]]);
  expect([tracks.ambisonic, tracks.name?.label, tracks.wanted]).toEqual([true, 'English (ambisonic)', 2]);
});

test('who chooses a sound that has no such form hears it as it is', () => {
  const [tracks] = listened();
  tracks.set(AROUND, 2);
  [...tracks].forEach((track) => (track.enabled = track.label === 'Director'));
  expect([tracks.wanted, tracks.around, tracks.ambisonic]).toEqual([1, null, false]);
});

test('of what is heard plain, the form that turns is known by its name', () => {
  const [tracks] = listened();
  tracks.set(AROUND, 0);
  expect([tracks.around?.label, tracks.ambisonic, tracks.wanted]).toEqual(['English (ambisonic)', false, 0]);
});
