// Starts the whole application for tests: its jar, on a fresh home and a free port, with nothing of the environment.
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { rename, copyFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const JAR = process.env.ATELIER_JAR ?? '';
const UP = 240_000;
const JAVA_OPTS = (process.env.JAVA_OPTS ?? '').split(' ').filter(Boolean);

/** Why there is no application to test with; false where there is one. Fits node:test's `skip`. */
export const noApplication = JAR ? false : 'ATELIER_JAR is not set; set it to the application’s jar to run these tests';

export class Application {
  #process;
  #said = '';
  #environment;

  /** @param environment what else it is told */
  constructor(environment = {}) {
    this.#environment = environment;
  }

  /** Starts and waits until it is ready to serve. */
  async start() {
    this.home = mkdtempSync(join(tmpdir(), 'atelier-browser-'));
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.#process = spawn('java', [...JAVA_OPTS, '-jar', JAR, `--server.port=${port}`], {
      env: { PATH: process.env.PATH, HOME: this.home, LC_ALL: 'C.UTF-8', ATELIER_HOME: this.home, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const remember = (text) => (this.#said = (this.#said + text).slice(-20_000));
    this.#process.stdout.on('data', remember);
    this.#process.stderr.on('data', remember);
    await this.#until(UP, async () => (await fetch(`${this.address}/actuator/health/readiness`)).ok);
    return this;
  }

  /** Puts a file into the inbox as an artist would: the copy is made elsewhere and appears at once. */
  async drop(file, name) {
    const target = join(this.home, 'inbox', name);
    mkdirSync(dirname(target), { recursive: true });
    const copy = join(this.home, `copy-of-${name.replaceAll('/', '-')}`);
    await copyFile(file, copy);
    await rename(copy, target);
  }

  /** The artwork, once it is as wanted. */
  async artwork(slug, wanted, patience = 60_000) {
    let artwork;
    await this.#until(patience, async () => {
      const answer = await fetch(`${this.address}/api/artworks/${slug}`);
      artwork = answer.ok ? await answer.json() : undefined;
      return artwork !== undefined && wanted(artwork);
    });
    return artwork;
  }

  async stop() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    await ended;
    rmSync(this.home, { recursive: true, force: true });
  }

  async #until(patience, condition) {
    const deadline = Date.now() + patience;
    for (;;) {
      if (await condition().catch(() => false)) {
        return;
      }
      if (this.#process.exitCode !== null || Date.now() > deadline) {
        throw new Error(`The application did not come so far. It said:\n${this.#said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** A port of this machine that nobody has. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
