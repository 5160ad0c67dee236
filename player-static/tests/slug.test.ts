import { describe, expect, test } from 'vitest';
import { slugOf, slugPath } from '../src/api/slug';

describe('a slug', () => {
  test.each([
    ['mila/sunset', 'mila/sunset'],
    ['été à Paris/n° 1', '%C3%A9t%C3%A9%20%C3%A0%20Paris/n%C2%B0%201'],
    ['what?/50%#1', 'what%3F/50%25%231'],
  ])('%s keeps its slashes and encodes the rest', (slug, path) => {
    expect(slugPath(slug)).toBe(path);
    expect(slugOf({ pathname: `/watch/${path}`, search: '' }, '/')).toBe(slug);
  });

  test('is taken from the query where the page is a file', () => {
    expect(slugOf({ pathname: '/site/watch.html', search: '?slug=mila/sunset' }, '/site/')).toBe('mila/sunset');
    expect(slugOf({ pathname: '/watch.html', search: '?slug=a%2Fb%26c' }, '/')).toBe('a/b&c');
  });

  test('is found below another base', () => {
    expect(slugOf({ pathname: '/site/watch/a/b/', search: '' }, '/site/')).toBe('a/b');
  });

  test.each(['/watch/', '/', '/other/a', '/watch/%E0%A4%A'])('is not there in %s', (pathname) => {
    expect(slugOf({ pathname, search: '' }, '/')).toBeNull();
  });
});
