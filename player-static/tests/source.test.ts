import { expect, test } from 'vitest';
import { sourceOf } from '../src/api/source';

const BASE = 'https://pages.example/blog/post';

test('an artwork is named by its address in the API or of its page', () => {
  const sunset = { kind: 'artwork', server: 'https://films.example/', slug: 'mila/un été' };
  expect(sourceOf('https://films.example/api/artworks/mila/un%20%C3%A9t%C3%A9', BASE)).toEqual(sunset);
  expect(sourceOf('https://films.example/watch/mila/un%20été/', BASE)).toEqual(sunset);
});

test('a server may be below a folder', () => {
  expect(sourceOf('/films/api/artworks/a', BASE)).toEqual({ kind: 'artwork', server: 'https://pages.example/films/', slug: 'a' });
});

test('all else is a playlist', () => {
  const address = 'https://films.example/media/mila/sunset/master.m3u8';
  expect(sourceOf(address, BASE)).toEqual({ kind: 'playlist', address });
  expect(sourceOf('film.m3u8', BASE)).toEqual({ kind: 'playlist', address: 'https://pages.example/blog/film.m3u8' });
});

test('what is no address is nothing', () => {
  expect(sourceOf('', BASE)).toBeNull();
  expect(sourceOf('https://', BASE)).toBeNull();
  expect(sourceOf('/api/artworks/%E0', BASE)).toBeNull();
});
