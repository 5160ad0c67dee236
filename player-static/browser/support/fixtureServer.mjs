// Serves the built pages, a catalogue held in memory with its events, and fixture media, on the loopback interface.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { CORS, file, send, TYPES } from './fixtureAnswers.mjs';
import { answerCatalogue } from './fixtureCatalogue.mjs';
import { answerEdition, answerSegment } from './fixtureEditions.mjs';
import { answerPlaylist } from './fixturePlaylists.mjs';

const PAGES = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A server that knows the artworks that it is told of. */
export class FixtureServer {
  artworks = new Map();
  /** Edition number → { renditions, growing, commentary, captions, around, sizes }. */
  editions = new Map();
  /** What is stored of an edition that lists all of a film while it is made: name of the rendition → stretches of seconds. */
  stored = {};
  /** How many segments growing playlists have. */
  segments = Infinity;
  /** Every request for media is answered with this status instead, where it is set. */
  mediaStatus = null;
  /** Segments that are not made yet: asked for, they are answered with 503 and `Retry-After` in seconds. */
  notYet = new Set();
  retryAfter = 1;
  /** What is answered for playlists instead, where it is set: a file of the fixture. */
  insteadOfPlaylists = null;
  /** Slug → plans, the newest first. */
  plans = new Map();
  /** Pages of other hosts: path → HTML. */
  foreign = new Map();
  /** Whether the API and its events are there. */
  up = true;
  /** Name → playlist for an installation. */
  playlists = new Map();
  /** Nothing at all is answered: the network is gone. */
  cut = false;
  requests = [];
  /** Path → when it was asked for, in milliseconds. */
  asked = new Map();
  /** Segments whose connections break. */
  broken = new Set();
  /** Segment → what is answered instead, and how often: { status, text, times }. */
  spoilt = new Map();
  /** What the work page is told. */
  work = { running: 0, waiting: 0, failed: 0, notice: null, unattended: [], jobs: [] };
  /** Slug → days of viewing figures. */
  viewing = new Map();
  /** What came with requests for segments, as CMCD. */
  said = [];
  /** What players told of what was seen. */
  told = [];
  /** What was to be tried again. */
  retried = [];
  #readers = new Set();
  #media;
  #server = createServer((request, response) => this.#answer(request, response));

  constructor(media = '') {
    this.#media = media;
  }

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Adds or changes an artwork and tells of it. */
  put(fields) {
    const artwork = { ...NEUTRAL, title: fields.slug, ...this.artworks.get(fields.slug), ...fields };
    this.artworks.delete(artwork.slug);
    this.artworks.set(artwork.slug, artwork);
    this.tell('artwork', artwork);
    return artwork;
  }

  remove(slug) {
    this.artworks.delete(slug);
    this.tell('gone', { slug });
  }

  tell(name, data) {
    this.#readers.forEach((reader) => reader.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
  }

  /** How many follow the events. */
  get readers() {
    return this.#readers.size;
  }

  /** Breaks all event connections, as a restarting server does. */
  breakEvents() {
    this.#readers.forEach((reader) => reader.destroy());
    this.#readers.clear();
  }

  #answer(request, response) {
    if (this.cut) {
      return request.destroy();
    }
    const url = new URL(request.url, this.address);
    const path = decodeURIComponent(url.pathname);
    this.requests.push(path);
    this.asked.set(path, [...(this.asked.get(path) ?? []), performance.now()]);
    if (path.startsWith('/api/') && !this.up) {
      return send(response, 503, 'text/plain', 'restarting');
    }
    if (path === '/api/events') {
      return this.#events(response);
    }
    if (path === '/api/playback') {
      return this.#told(request, response);
    }
    if (path === '/api/playlists' || path.startsWith('/api/playlists/')) {
      return answerPlaylist(this.playlists, path.slice('/api/playlists/'.length), request, response);
    }
    if (request.method === 'PUT') {
      return this.#told(request, response);
    }
    if (request.method === 'POST' || /^\/api\/(artworks|viewing|work)\b/.test(path)) {
      return answerCatalogue(this, path, url.searchParams, request, response);
    }
    if (/^\/(media|whole)\//.test(path)) {
      return this.insteadOfPlaylists ? file(response, this.#media, this.insteadOfPlaylists) : answerEdition(this, path, response);
    }
    if (path.startsWith('/fixture/')) {
      this.said.push(['request', 'object', 'status', 'session'].map((name) => request.headers[`cmcd-${name}`] ?? '').join());
      return answerSegment(this, this.#media, path.slice('/fixture/'.length), response);
    }
    return this.foreign.has(path)
      ? send(response, 200, TYPES['.html'], this.foreign.get(path))
      : file(response, PAGES, pageOf(path));
  }

  /** A page that goes away may break off what it tells last. */
  #told(request, response) {
    const parts = [];
    request.on('error', () => undefined);
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      this.told.push(JSON.parse(Buffer.concat(parts).toString()));
      response.writeHead(204, CORS).end();
    });
  }

  #events(response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', ...CORS });
    response.write(': hello\nretry: 200\n\n');
    this.#readers.add(response);
    response.on('close', () => this.#readers.delete(response));
  }
}

/** Where the fixture's edition of an artwork is. */
export function playback(slug, edition) {
  const path = slug.split('/').map(encodeURIComponent).join('/');
  return { edition, master: `/media/${path}/editions/${edition}/master.m3u8` };
}

/** A rendition as the API shows it. */
export function rendition(fields = {}) {
  return {
    ready: false,
    complete: false,
    failed: false,
    error: null,
    segments: 0,
    expectedSegments: 20,
    sha256: null,
    bytes: 0,
    origin: 'encoded',
    ...fields,
  };
}

/** The file of dist/ that the application shows at an address. */
function pageOf(path) {
  const pages = [[/^\/$/, 'index'], [/^\/watch\//, 'watch'], [/^\/playlists$/, 'playlists'], [/^\/playlists\/[^/]+\/edit$/, 'playlist'], [/^\/play\//, 'play']];
  const [, page] = pages.find(([address]) => address.test(path)) ?? [];
  return page ? `${page}.html` : path.slice(1);
}

const NEUTRAL = {
  state: 'ingesting',
  error: null,
  durationSeconds: null,
  width: 0,
  height: 0,
  projection: 'flat',
  playable: false,
  poster: null,
  playback: null,
  progress: 0,
  renditions: {},
};
