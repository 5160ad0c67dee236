import { describe, expect, test } from 'vitest';
import { addresses } from '../src/api/address';

describe('addresses on the host of the pages', () => {
  const here = addresses('', '/', 'https://films.example');

  test('lead to the application', () => {
    expect(here.api('events')).toBe('https://films.example/api/events');
    expect(here.watch('a b/c')).toBe('/watch/a%20b/c');
    expect(here.rendition('a b/c', 'HD')).toBe('https://films.example/media/a%20b/c/HD.mp4');
  });

  test('of media are taken as the server writes them', () => {
    expect(here.resolve('/media/a%20b/master.m3u8')).toBe('https://films.example/media/a%20b/master.m3u8');
    expect(here.resolve('https://cdn.example/x.jpg')).toBe('https://cdn.example/x.jpg');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://['])('%s is not followed', (path) => {
    expect(here.resolve(path)).toBeNull();
  });
});

describe('addresses of an application elsewhere', () => {
  const there = addresses('https://api.example/films/', '/', 'https://pages.example');

  test('lead below its own address', () => {
    expect(there.api('artworks')).toBe('https://api.example/films/api/artworks');
    expect(there.resolve('/media/x/master.m3u8')).toBe('https://api.example/films/media/x/master.m3u8');
  });

  test('of pages are files of this host', () => {
    expect(there.watch('a b/c')).toBe('/watch.html?slug=a%20b%2Fc');
    expect(there.library()).toBe('/index.html');
  });
});
