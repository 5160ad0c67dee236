import { expect, test } from 'vitest';
import { actionOf } from '../src/element/keys';

const press = (key: string, fields = {}) =>
  actionOf({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...fields });

test('J and L go ten seconds, the arrows five', () => {
  expect(['j', 'l', 'ArrowLeft', 'ArrowRight'].map((key) => press(key))).toEqual(
    [-10, 10, -5, 5].map((seconds) => ({ kind: 'step', seconds })),
  );
});

test('a digit is a tenth of the film', () => {
  expect(press('0')).toEqual({ kind: 'place', share: 0 });
  expect(press('7')).toEqual({ kind: 'place', share: 0.7 });
});

test('play, full screen, mute, captions, speed and volume are the controls’ own', () => {
  for (const key of [' ', 'k', 'f', 'm', 'c', '<', '>', 'ArrowUp', 'ArrowDown']) {
    expect(press(key)).toEqual({ kind: 'chrome', key });
  }
});

test('caps lock changes nothing', () => {
  expect(press('K')).toEqual({ kind: 'chrome', key: 'k' });
  expect(press('L')).toEqual({ kind: 'step', seconds: 10 });
});

test('a key that is held goes on seeking but does not toggle', () => {
  expect(press('l', { repeat: true })).not.toBeNull();
  expect(press('ArrowUp', { repeat: true })).not.toBeNull();
  expect(press('k', { repeat: true })).toBeNull();
});

test('the browser keeps its own', () => {
  expect(press('l', { ctrlKey: true })).toBeNull();
  expect(press('1', { metaKey: true })).toBeNull();
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
  expect(press('Tab')).toBeNull();
});
