import { describe, expect, test, vi } from 'vitest';
import type { Artwork } from '../src/api/artwork';
import { ApiError } from '../src/api/client';
import { decodeInstallation, InstallationClient, type Item } from '../src/api/installation';
import { draftOf, installationOf, moved, newItem, problemOf, seconds } from '../src/installation/draft';
import { Editions } from '../src/installation/editions';
import { nameFor, nameOf, places, screenOf } from '../src/installation/places';
import { placeIn, programmeOf, screensOf } from '../src/installation/programme';

const item = (slug: string, from: number | null = null): Item => ({ slug, from, until: null, mute: false });
const playlist = decodeInstallation(
  { title: 'Foyer', montages: [{ tracks: [{ items: [{ slug: 'a' }] }, { items: [{ slug: 'b', from: 2 }, {}] }] }, { tracks: [{ items: [{ slug: 'c' }] }] }] },
  'foyer',
);

describe('a programme', () => {
  test('is the track of the screen in each montage, one after the other', () => {
    expect(programmeOf(playlist, 1)).toEqual([item('a'), item('c')]);
  });
  test('takes the first track where a montage has none for the screen', () => {
    expect(programmeOf(playlist, 2)).toEqual([item('b', 2), item('c')]);
    expect(screensOf(playlist)).toBe(2);
  });
  test.each([
    ['goes on after the item that is on', [item('x'), item('b')], item('b'), 0, 1],
    ['stays at its place where an item comes twice', [item('b'), item('x'), item('b')], item('b'), 2, 2],
    ['goes on at the same place where the item is gone', [item('x'), item('y'), item('z')], item('b'), 1, 0],
    ['goes on at the end of one that became short', [item('x')], item('b'), 7, 0],
  ])('that changed %s', (_name, changed, on, before, place) => {
    expect(placeIn(changed, on, before)).toBe(place);
  });
});

describe('a draft', () => {
  test('becomes the playlist that it was made of', () => {
    expect(installationOf('foyer', draftOf(playlist))).toEqual(playlist);
  });
  test('leaves out rows without an artwork, and what is empty without them', () => {
    const draft = draftOf(playlist);
    draft.montages[0]!.tracks[0]!.items = [newItem()];
    draft.montages[1]!.tracks[0]!.items = [newItem()];
    expect(installationOf('foyer', draft).montages).toEqual([{ title: '', tracks: [{ items: [item('b', 2)] }] }]);
  });
  test.each([
    ['', null],
    ['90', 90],
    ['1:30', 90],
    ['1:02:03.5', 3723.5],
    ['-1', NaN],
    ['1:2:3:4', NaN],
    ['soon', NaN],
  ])('takes the time %j for %d', (text, value) => expect(seconds(text)).toEqual(value));
  test('says what is wrong with it', () => {
    const draft = draftOf(playlist);
    expect(problemOf(draft)).toBe('');
    draft.montages[0]!.tracks[1]!.items[0]!.until = '1';
    expect(problemOf(draft)).toBe('b: it ends before it begins.');
    draft.montages[0]!.tracks[1]!.items[0]!.until = 'x';
    expect(problemOf(draft)).toMatch(/^b: a time is written/);
    expect(problemOf({ ...draft, montages: [] })).toMatch(/needs an item/);
    expect(problemOf({ ...draft, title: ' ' })).toMatch(/needs a title/);
  });
  test('keeps a row where it is that would be moved out of the list', () => {
    const rows = ['a', 'b'];
    expect([moved(rows, 0, -1), moved(rows, 0, 1), rows.join('')]).toEqual([0, 1, 'ba']);
  });
});

describe('a page of a playlist', () => {
  test.each([
    ['/play/foyer', '', 'foyer'],
    ['/films/playlists/foyer/edit', '', 'foyer'],
    ['/films/play.html', '?name=foyer', 'foyer'],
    ['/playlists', '', null],
  ])('at %s%s is about %s', (pathname, search, name) => expect(nameOf({ pathname, search })).toBe(name));
  test('is a file on another host', () => {
    expect(places('https://films.example', '/x/').play('foyer', 2)).toBe('/x/play.html?name=foyer&screen=2');
    expect(places('', '/').play('foyer', 2)).toBe('/play/foyer?screen=2');
    expect(places('', '/').edit('foyer')).toBe('/playlists/foyer/edit');
  });
  test.each([['', 1], ['?screen=3', 3], ['?screen=0', 1], ['?screen=x', 1]])('%s is for screen %d', (search, screen) => {
    expect(screenOf({ search })).toBe(screen);
  });
  test.each([['Foyer, Été 2026!', 'foyer-ete-2026'], ['夏', ''], ['-', '']])('%s is called %j', (title, name) => {
    expect(nameFor(title)).toBe(name);
  });
});

describe('editions', () => {
  const playable = { playable: true, playback: { edition: 1, master: '/m1' }, error: null } as Artwork;
  const of = (answer: () => Promise<Artwork>): [Editions, ReturnType<typeof vi.fn>] => {
    const artwork = vi.fn(answer);
    return [new Editions({ artwork }, { resolve: (path) => path }), artwork];
  };
  test('are remembered while the server cannot be asked', async () => {
    const [editions, artwork] = of(() => Promise.resolve(playable));
    expect(await editions.of('a')).toEqual({ master: '/m1', asked: true });
    artwork.mockRejectedValue(new ApiError(0, 'gone', ''));
    expect(await editions.of('a')).toEqual({ master: '/m1', asked: false });
  });
  test('of an artwork that was removed are forgotten', async () => {
    const [editions, artwork] = of(() => Promise.resolve(playable));
    await editions.of('a');
    artwork.mockRejectedValueOnce(new ApiError(404, 'Not Found', ''));
    await expect(editions.of('a')).rejects.toThrow('There is no artwork a.');
    artwork.mockRejectedValueOnce(new ApiError(0, 'gone', ''));
    await expect(editions.of('a')).rejects.toThrow('a cannot be asked for');
  });
  test('are none where nothing can be played yet', async () => {
    const [editions] = of(() => Promise.resolve({ ...playable, playable: false, error: 'no pictures' }));
    await expect(editions.of('a')).rejects.toThrow('a cannot be played yet: no pictures');
  });
});

test('a change names the state that it changes, and a new playlist says that it is new', async () => {
  const sent: RequestInit[] = [];
  const client = new InstallationClient({ api: (path) => `/api/${path}` }, (_address, options) => {
    sent.push(options ?? {});
    return Promise.resolve(new Response('{"title": "Foyer"}', { headers: { ETag: '"1-2"' } }));
  });
  expect((await client.save(playlist, null)).tag).toBe('"1-2"');
  await client.save(playlist, '"1-1"');
  expect(sent.map(({ headers }) => headers)).toMatchObject([{ 'If-None-Match': '*' }, { 'If-Match': '"1-1"' }]);
});
