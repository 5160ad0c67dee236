import { describe, expect, test } from 'vitest';
import { decodeWork, mayChange, WorkClient, type Job } from '../src/api/work';
import { hasMore } from '../src/work/board';
import { facts, span, stateText, subject } from '../src/work/words';

const NOW = new Date('2026-05-01T12:00:00Z');

function job(fields: Record<string, unknown>): Job {
  const [decoded] = decodeWork({ jobs: [{ id: 'ab', task: 'encode', state: 'waiting', ...fields }] }).jobs;
  if (!decoded) {
    throw new Error('That is no job.');
  }
  return decoded;
}

describe('a page of work', () => {
  test('is read with neutral values for what is missing', () => {
    expect(decodeWork({ running: 1, waiting: 2, failed: -3, jobs: [{ id: '', state: 'running' }, { id: 'a', state: 'odd' }] })).toEqual({
      counts: { all: 3, running: 1, waiting: 2, failed: 0 },
      notice: null,
      unattended: [],
      jobs: [],
    });
    expect(decodeWork('nonsense').jobs).toEqual([]);
  });

  test('has no progress beyond its ends, whatever was sent', () => {
    expect([-1, 0.5, 7, 'x', null].map((progress) => job({ progress }).progress)).toEqual([0, 0.5, 1, 0, 0]);
  });

  test('has more where not all is shown', () => {
    const state = { filter: 'failed' as const, size: 100, problem: '', connected: true, said: '' };
    expect(hasMore({ ...state, work: decodeWork({ running: 900, failed: 0 }) })).toBe(false);
    expect(hasMore({ ...state, work: decodeWork({ failed: 101 }) })).toBe(true);
    expect(hasMore({ ...state, size: 500, work: decodeWork({ failed: 9000 }) })).toBe(false);
  });
});

describe('words for a job', () => {
  test.each([
    [{ rendition: 'HD', chunk: 2 }, 'HD, chunk 3'],
    [{ rendition: 'AUDIO-2', chunk: 1 }, 'AUDIO-2, piece 2'],
    [{ rendition: 'AUDIO' }, 'AUDIO'],
    [{ task: 'read', rendition: 'SOURCE' }, 'Reading the source'],
    [{ task: 'read', rendition: 'HD' }, 'Reading the delivered HD'],
    [{ task: 'fetch', rendition: 'SOURCE' }, 'Fetching the source from its bucket'],
    [{ task: 'fetch', rendition: 'HD' }, 'Fetching the delivered HD'],
    [{ task: 'batch' }, 'Looking over the library'],
    [{}, 'An output that nobody needs any more'],
  ])('%o is %s', (fields, text) => expect(subject(job(fields))).toBe(text));

  test.each([
    [{ state: 'running', progress: 0.999 }, 'Running 99 %'],
    [{ state: 'running' }, 'Running'],
    [{ waitsFor: 'a free slot' }, 'Waiting for a free slot'],
    [{ state: 'failed', failure: { reason: 'disk full' } }, 'Failed: disk full'],
  ])('%o is %s', (fields, text) => expect(stateText(job(fields))).toBe(text));

  test('say where it runs, for how long, how often it was tried, and when it ends', () => {
    const running = job({
      state: 'running',
      node: 'a',
      attempts: 2,
      since: '2026-05-01T11:59:20Z',
      estimatedEnd: '2026-05-01T12:03:00Z',
    });
    expect(facts(running, NOW)).toEqual(['on a', 'tried 2 times', 'for 40 s', 'done in about 3 min']);
    expect(facts(job({ until: '2026-05-01T12:00:30Z', attempts: 1 }), NOW)).toEqual(['again in 30 s', 'tried once']);
    expect(facts(job({ state: 'failed', since: '2026-04-28T12:00:00Z' }), NOW)).toEqual(['3 days ago']);
  });

  test('a span before its beginning is none', () => {
    expect(span(NOW, new Date('2026-05-01T11:00:00Z'))).toBe('0 s');
  });
});

describe('trying again', () => {
  const client = (asked: string[], answer: Response): WorkClient =>
    new WorkClient({ api: (path) => `http://host/api/${path}` }, async (input, options) => {
      asked.push(`${options?.method ?? 'GET'} ${String(input)}`);
      return answer.clone();
    });

  test('asks for all, an artwork, or a rendition', async () => {
    const asked: string[] = [];
    const work = client(asked, Response.json({ jobs: 4 }, { status: 202 }));
    expect(await work.retry({})).toBe(4);
    await work.retry({ slug: 'a b/c' });
    await work.retry({ slug: 'a', rendition: 'HD' });
    expect(asked).toEqual([
      'POST http://host/api/retry',
      'POST http://host/api/artworks/a%20b/c/retry',
      'POST http://host/api/artworks/a/renditions/HD/retry',
    ]);
  });

  test('passes on why it is refused', async () => {
    const work = client([], Response.json({ title: 'Conflict', detail: 'Nothing has failed.' }, { status: 409 }));
    await expect(work.retry({})).rejects.toMatchObject({ status: 409, detail: 'Nothing has failed.' });
  });

  test('is for pages of the application itself', () => {
    expect(mayChange({ api: (path) => `http://host/api/${path}` }, 'http://host')).toBe(true);
    expect(mayChange({ api: (path) => `https://films.example/api/${path}` }, 'http://host')).toBe(false);
  });
});
