// Starts the S3 server of `bin/run --s3` for tests: its libraries, on a free port, with one bucket that nobody but its key may read.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './application.mjs';

const LIBRARIES = fileURLToPath(new URL('../../../target/s3', import.meta.url));
const UP = 60_000;
const KEY = { id: 'atelier', secret: 'not-a-secret' };

/** Why there is no S3 server to test with; false where there is one. Fits node:test's `skip`. */
export const noS3 = existsSync(LIBRARIES)
  ? false
  : 'its libraries are not in target/s3: mvn -f bin/s3/pom.xml dependency:copy-dependencies -DoutputDirectory=$PWD/target/s3';

export class S3Server {
  #process;

  async start() {
    this.folder = mkdtempSync(join(tmpdir(), 'atelier-s3-'));
    mkdirSync(join(this.folder, 'buckets', 'films'), { recursive: true });
    this.address = `http://127.0.0.1:${await freePort()}`;
    const settings = {
      'jclouds.provider': 'filesystem',
      'jclouds.filesystem.basedir': join(this.folder, 'buckets'),
      'jclouds.identity': 'none',
      'jclouds.credential': 'none',
      's3proxy.endpoint': this.address,
      's3proxy.authorization': 'aws-v2-or-v4',
      's3proxy.identity': KEY.id,
      's3proxy.credential': KEY.secret,
      's3proxy.cors-allow-all': 'true',
    };
    const file = join(this.folder, 's3proxy.conf');
    writeFileSync(file, Object.entries(settings).map((pair) => pair.join('=')).join('\n'));
    const main = ['-cp', `${LIBRARIES}/*`, 'org.gaul.s3proxy.Main', '--properties', file];
    this.#process = spawn('java', ['-XX:+UseSerialGC', '-Xmx192m', ...main], { stdio: 'ignore' });
    const deadline = Date.now() + UP;
    while (!(await fetch(this.address).then(() => true, () => false))) {
      if (this.#process.exitCode !== null || Date.now() > deadline) {
        throw new Error('The S3 server did not start.');
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return this;
  }

  /** What the application is told of it. */
  get environment() {
    return {
      AWS_ACCESS_KEY_ID: KEY.id,
      AWS_SECRET_ACCESS_KEY: KEY.secret,
      ATELIER_S3_ENDPOINT: this.address,
      ATELIER_S3_REGION: 'us-east-1',
      ATELIER_STORE_BUCKET: 'films',
    };
  }

  async stop() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
