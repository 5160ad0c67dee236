import { describe, expect, test } from 'vitest';
import { found, gone, missed, noteOf, NOTHING_YET, progressed, sceneOf } from '../src/state/watchState';
import { artwork } from './support';

const absent = { title: 'Away', detail: '', retry: true };
const playback = { edition: 1, master: '/m.m3u8' };

describe('the player page', () => {
  test('waits for the artwork', () => {
    expect(sceneOf(NOTHING_YET)).toEqual({ kind: 'loading' });
    expect(sceneOf(missed(NOTHING_YET, absent))).toEqual({ kind: 'absent', absent });
  });

  test('shows progress until there is something to play', () => {
    const state = progressed(found(NOTHING_YET, artwork()), 'mila/sunset', 0.4);
    expect(sceneOf(state)).toMatchObject({ kind: 'preparing', progress: 0.4 });
    expect(sceneOf(found(state, artwork({ playable: true, playback })))).toEqual({ kind: 'playing' });
  });

  test('gives the reason of a failure', () => {
    const state = found(NOTHING_YET, artwork({ state: 'failed', error: 'No video in it.' }));
    expect(sceneOf(state)).toEqual({ kind: 'failed', reason: 'No video in it.' });
  });

  test('plays what can be played, failed or not', () => {
    const state = found(NOTHING_YET, artwork({ state: 'failed', playable: true, playback }));
    expect(sceneOf(state)).toEqual({ kind: 'playing' });
  });

  test('says what could not be made of what plays, ready or not', () => {
    const note = (fields: Parameters<typeof artwork>[0]): string => noteOf(found(NOTHING_YET, artwork({ playable: true, playback, ...fields })), true);
    expect(note({ state: 'ready' })).toBe('');
    expect(note({ state: 'ready', error: 'AUDIO failed.' })).toBe('Not everything could be made: AUDIO failed.');
    expect(note({ state: 'failed' })).toBe('Not everything could be made: no reason was given.');
  });

  test('keeps the artwork while the server is away', () => {
    const state = found(NOTHING_YET, artwork());
    expect(missed(state, absent)).toBe(state);
  });

  test('says that the artwork was removed, and of no other', () => {
    const state = found(NOTHING_YET, artwork());
    expect(gone(state, 'other')).toBe(state);
    expect(sceneOf(gone(state, 'mila/sunset'))).toMatchObject({ kind: 'absent' });
  });
});
