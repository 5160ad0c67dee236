// Serves one film as editions that are still being made, each in another form, from the moment that a client begins.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fixtureMedia, mediaPlaylist, multivariant } from '../../browser/support/fixtureMedia.mjs';

const SEGMENTS = 20;
/** A segment lasts 2 s, and is made in 1 s: SD and sound one after the other, and then HD. */
const MADE_IN = 1000;
/** One that is asked for, out of turn. */
const ASKED_IN = 1500;
const PATIENCE = 6000;
const TYPES = { '.m3u8': 'application/vnd.apple.mpegurl', '.mp4': 'video/mp4', '.m4s': 'video/iso.segment' };

/** What becomes of the better rendition while there is none of it. */
export const FORMS = {
  joins: 'is not declared before it is made; a new edition has it',
  missing: 'is declared, its playlist is answered with 404',
  empty: 'is declared, its playlist lists nothing',
  short: 'is declared, its playlist ends long before the other does',
  whole: 'is declared and listed whole; what is asked for is made, the request waits',
};

export class Editions {
  #server = createServer((request, response) => void this.#answer(request, response));
  #media = fixtureMedia();
  #form = 'joins';
  #began = 0;
  #asked = new Map();
  /** Answers that were no success, by status. */
  refused = {};

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  /** Begins to make the film anew. */
  begin(form) {
    [this.#form, this.#began, this.refused] = [form, performance.now(), {}];
    this.#asked.clear();
    return `${this.address}/film/${Math.round(this.#began)}/master.m3u8`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** How many segments of a rendition are made. */
  #made(name) {
    const begun = name === 'HD' && this.#form !== 'joins' ? SEGMENTS - 3 : 0;
    const made = 3 + Math.floor((performance.now() - this.#began) / MADE_IN) - begun;
    return Math.max(0, Math.min(SEGMENTS, name === 'HD' ? made - 3 : made));
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, this.address);
    response.setHeader('Cache-Control', 'no-store').setHeader('Access-Control-Allow-Origin', '*');
    response.on('finish', () => {
      if (response.statusCode >= 400) {
        this.refused[response.statusCode] = (this.refused[response.statusCode] ?? 0) + 1;
      }
    });
    if (pathname.startsWith('/fixture/')) {
      return this.#segment(pathname, response);
    }
    const name = /\/(\w+)\.m3u8$/.exec(pathname)?.[1] ?? '';
    if (!['master', 'SD', 'HD', 'AUDIO'].includes(name)) {
      return response.writeHead(404).end();
    }
    return name === 'master' ? this.#master(response) : this.#playlist(name, response);
  }

  #master(response) {
    text(response, TYPES['.m3u8'], multivariant(this.#form === 'joins' ? ['SD'] : ['SD', 'HD']));
  }

  #playlist(name, response) {
    if (this.#form === 'whole') {
      return text(response, TYPES['.m3u8'], mediaPlaylist(name, true, Infinity));
    }
    const made = this.#made(name) === SEGMENTS ? Infinity : this.#made(name);
    if (made > 0 || (name === 'HD' && this.#form === 'short')) {
      return text(response, TYPES['.m3u8'], mediaPlaylist(name, true, Math.max(made, 2)));
    }
    if (this.#form === 'empty') {
      return text(response, TYPES['.m3u8'], mediaPlaylist(name, true, 1).replace(/#EXTINF[^]*$/, ''));
    }
    response.writeHead(404).end();
  }

  async #segment(path, response) {
    const [, name = '', number = '-1'] = /fixture\/(\w+)\/(?:(\d+)\.m4s|init\.mp4)$/.exec(path) ?? [];
    if (this.#form === 'whole' && Number(number) >= this.#made(name) && !(await this.#comes(path))) {
      return response.writeHead(503, { 'Retry-After': '1' }).end();
    }
    return file(response, join(this.#media, path.slice('/fixture/'.length)));
  }

  async #comes(path) {
    const made = (this.#asked.get(path) ?? performance.now()) + ASKED_IN;
    this.#asked.set(path, made - ASKED_IN);
    const wait = Math.max(0, made - performance.now());
    await new Promise((resolve) => setTimeout(resolve, Math.min(wait, PATIENCE)));
    return wait <= PATIENCE;
  }
}

function text(response, type, content) {
  response.writeHead(200, { 'Content-Type': type }).end(content);
}

function file(response, path) {
  response.setHeader('Content-Type', TYPES[extname(path)]);
  createReadStream(path)
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
}
