import { describe, expect, test } from 'vitest';
import type { ArtworkPage } from '../src/api/client';
import * as states from '../src/state/libraryState';
import { artwork } from './support';

const { NO_ARTWORKS } = states;
const named = (...slugs: string[]) => slugs.map((slug) => artwork({ slug, title: slug }));
const page = (slugs: string[], fields: Partial<ArtworkPage> = {}): ArtworkPage => ({
  artworks: named(...slugs),
  total: slugs.length,
  more: false,
  ...fields,
});
const slugsOf = (state: states.LibraryState) => state.artworks.map((each) => each.slug);
const library = (...slugs: string[]) => states.listed(NO_ARTWORKS, page(slugs));

describe('the library', () => {
  test('shows what the server lists', () => {
    const state = library('b', 'a');
    expect(slugsOf(state)).toEqual(['b', 'a']);
    expect([state.phase, state.total]).toEqual(['shown', 2]);
  });

  test('puts a new artwork first and counts it', () => {
    const state = states.changed(library('b', 'a'), artwork({ slug: 'c' }));
    expect(slugsOf(state)).toEqual(['c', 'b', 'a']);
    expect(state.total).toBe(3);
  });

  test('leaves a changed artwork where it is', () => {
    const state = states.changed(library('b', 'a'), artwork({ slug: 'a', state: 'ready' }));
    expect(state.artworks.map((each) => [each.slug, each.state])).toEqual([['b', 'encoding'], ['a', 'ready']]);
    expect(state.total).toBe(2);
  });

  test('takes in a new artwork only where the search would find it', () => {
    const state = states.listed(states.searching(NO_ARTWORKS, 'SUN'), page([]));
    expect(slugsOf(states.changed(state, artwork({ slug: 'mila/sunset' })))).toEqual(['mila/sunset']);
    expect(slugsOf(states.changed(state, artwork({ slug: 'x', title: 'The Sun' })))).toEqual(['x']);
    expect(states.changed(state, artwork({ slug: 'mila/rain', title: 'Rain' }))).toBe(state);
  });

  test('keeps what events told while a list was under way', () => {
    const told = states.changed(states.asking(library('a')), artwork({ slug: 'a', state: 'ready' }));
    const newer = states.changed(told, artwork({ slug: 'new' }));
    const state = states.listed(states.gone(newer, 'b'), page(['b', 'a']));
    expect(slugsOf(state)).toEqual(['new', 'a']);
    expect(state.artworks[1]?.state).toBe('ready');
  });

  test('drops what the server lists no more', () => {
    expect(slugsOf(states.listed(states.asking(library('b', 'a')), page(['b'])))).toEqual(['b']);
  });

  test('shows once what moved from one page to the next', () => {
    const state = states.continued(states.changed(library('c', 'b'), artwork({ slug: 'd' })), page(['b', 'a']));
    expect(slugsOf(state)).toEqual(['d', 'c', 'b', 'a']);
  });

  test('asks for the page with the first artwork that is not shown', () => {
    const slugs = Array.from({ length: 60 }, (_, index) => `a${index}`);
    expect(states.nextPage(library(...slugs), 60)).toBe(1);
    expect(states.nextPage(states.gone(library(...slugs), 'a7'), 60)).toBe(0);
    expect(states.nextPage(states.changed(library(...slugs), artwork({ slug: 'new' })), 60)).toBe(1);
  });

  test('forgets what is gone and counts it once', () => {
    const state = states.gone(states.gone(library('b', 'a'), 'a'), 'a');
    expect(slugsOf(state)).toEqual(['b']);
    expect(state.total).toBe(1);
  });

  test('changes progress alone, and nothing where nothing changed', () => {
    const state = states.progressed(library('a'), 'a', 0.5);
    expect(state.artworks[0]?.progress).toBe(0.5);
    expect(states.progressed(state, 'a', 0.5)).toBe(state);
    expect(states.progressed(state, 'unknown', 0.5)).toBe(state);
  });

  test('keeps what is shown while the server is away', () => {
    const state = states.failed(library('a'), 'away');
    expect(slugsOf(state)).toEqual(['a']);
    expect([state.phase, state.problem]).toEqual(['unreachable', 'away']);
    expect(states.listed(state, page(['a'])).problem).toBe('');
  });
});
