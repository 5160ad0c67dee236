// Serves the pages in which a browser's players play an address, and the libraries that they are made of.
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHAKA = '5.2.12';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FETCHED = join(ROOT, 'target/players/');

/** Shaka Player is no part of the project: it is only fetched to be compared. */
export function hasShaka() {
  if (existsSync(join(FETCHED, 'node_modules/shaka-player'))) {
    return true;
  }
  mkdirSync(FETCHED, { recursive: true });
  const words = ['install', '--prefix', FETCHED, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `shaka-player@${SHAKA}`];
  return spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

export class Pages {
  #server = createServer((request, response) => this.#answer(request, response));

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request, response) {
    const [, kind, name] = /^\/(page|library)\/([^?]+)/.exec(request.url) ?? [];
    if (kind === 'page') {
      const html = readFileSync(new URL(`./${name}.html`, import.meta.url), 'utf8');
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
    }
    response.setHeader('Content-Type', 'text/javascript');
    createReadStream(join(ROOT, name ?? 'none'))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  }
}
