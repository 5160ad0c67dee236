// The part of the fixture's server that is asked for artworks: what is known of them, what was made and is made, what was seen, and to try again.
import { send } from './fixtureAnswers.mjs';

const ONE = '/api/artworks/';
const VIEWING = '/api/viewing/';

/** Answers a call below /api/artworks, /api/viewing or /api/work, or one to try again. */
export function answerCatalogue(server, path, query, request, response) {
  if (request.method === 'POST') {
    return retry(server, path, response);
  }
  if (path === '/api/artworks') {
    return page(server, query, response);
  }
  if (path === '/api/work') {
    return json(response, 200, work(server, query));
  }
  if (path.startsWith(VIEWING)) {
    return json(response, 200, server.viewing.get(path.slice(VIEWING.length)) ?? []);
  }
  return path.endsWith('/plans')
    ? json(response, 200, plans(server, path.slice(ONE.length, -'/plans'.length), query))
    : one(server, path.slice(ONE.length), response);
}

function json(response, status, value, headers = {}) {
  send(response, status, 'application/json', JSON.stringify(value), headers);
}

function page({ artworks }, query, response) {
  const [text, number, size] = [query.get('q') ?? '', Number(query.get('page')), Number(query.get('size'))];
  const found = [...artworks.values()]
    .reverse()
    .filter(({ slug, title }) => `${slug} ${title}`.toLowerCase().includes(text.toLowerCase()));
  const headers = { 'X-Total-Count': found.length };
  if ((number + 1) * size < found.length) {
    headers.Link = `</api/artworks?page=${number + 1}&size=${size}>; rel="next"`;
  }
  json(response, 200, found.slice(number * size, (number + 1) * size), headers);
}

function work({ work: all }, query) {
  const jobs = all.jobs.filter(({ state }) => ['all', state].includes(query.get('state')));
  return { ...all, jobs: jobs.slice(0, Number(query.get('limit'))) };
}

function plans({ plans: known }, slug, query) {
  const all = known.get(slug) ?? [];
  const [offset, limit] = ['offset', 'limit'].map((name) => Number(query.get(name)));
  return { total: all.length, plans: all.slice(offset, offset + limit) };
}

function one({ artworks }, slug, response) {
  const artwork = artworks.get(slug);
  const problem = { title: 'No such artwork', detail: `There is no artwork "${slug}".`, status: 404 };
  json(response, artwork ? 200 : 404, artwork ?? problem);
}

/** An artwork that failed without a job was refused: that is not tried again. */
function retry({ artworks, retried }, path, response) {
  retried.push(path);
  const refused = [...artworks.values()].some(({ slug, state }) => state === 'failed' && path.includes(`/${slug}/`));
  const problem = { title: 'Conflict', detail: 'A file that was refused is to be delivered again.', status: 409 };
  json(response, refused ? 409 : 202, refused ? problem : { jobs: 1 });
}
