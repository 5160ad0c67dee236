import { describe, expect, test } from 'vitest';
import { ApiClient, ApiError, hasNext } from '../src/api/client';

const addresses = { api: (path: string) => `http://host/api/${path}` };

function clientOf(answer: () => Response | Promise<Response>): [ApiClient, string[]] {
  const asked: string[] = [];
  const load = async (input: RequestInfo | URL): Promise<Response> => {
    asked.push(String(input));
    return answer();
  };
  return [new ApiClient(addresses, load), asked];
}

describe('the client', () => {
  test('asks for a page and reads how many there are', async () => {
    const headers = { 'X-Total-Count': '137', Link: '</api/artworks?page=2&size=60>; rel="next"' };
    const [client, asked] = clientOf(() => Response.json([{ slug: 'a' }, { slug: 'b' }], { headers }));
    const page = await client.page({ text: 'sea & sky', page: 1, size: 60 });
    expect(asked).toEqual(['http://host/api/artworks?page=1&size=60&q=sea+%26+sky']);
    expect(page.artworks.map((artwork) => artwork.slug)).toEqual(['a', 'b']);
    expect([page.total, page.more]).toEqual([137, true]);
  });

  test('encodes each part of a slug', async () => {
    const [client, asked] = clientOf(() => Response.json({ slug: 'a b/c?' }));
    await client.artwork('a b/c?');
    expect(asked).toEqual(['http://host/api/artworks/a%20b/c%3F']);
  });

  test("passes on the server's problem details", async () => {
    const problem = { title: 'No such artwork', detail: 'There is no "x".', status: 404 };
    const [client] = clientOf(() => Response.json(problem, { status: 404 }));
    await expect(client.artwork('x')).rejects.toEqual(new ApiError(404, problem.title, problem.detail));
  });

  test('names the status where an error has no details', async () => {
    const [client] = clientOf(() => new Response('<html>', { status: 502 }));
    await expect(client.artwork('x')).rejects.toMatchObject({ status: 502, message: 'The server answered 502' });
  });

  test('says that the server cannot be reached', async () => {
    const [client] = clientOf(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(client.artwork('x')).rejects.toMatchObject({ status: 0, title: 'The server cannot be reached' });
  });
});

test.each([
  ['<x>; rel="next"', true],
  ['<x>; rel=next', true],
  ['<x>; rel="prev", <y>; rel="next"', true],
  ['<x>; rel="prev"', false],
  [null, false],
])('the Link header %s leads on: %s', (link, expected) => {
  expect(hasNext(link)).toBe(expected);
});
