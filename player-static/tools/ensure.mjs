// Does what Maven needs of npm, and only when something changed: `node tools/ensure.mjs installed built`.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const INPUTS = ['src', 'public', 'index.html', 'watch.html', 'work.html', 'playlists.html', 'playlist.html', 'play.html', '.env', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

const steps = {
  installed() {
    if (newest('package-lock.json') > newest('node_modules/.package-lock.json')) {
      npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
    }
  },
  built() {
    if (Math.max(...INPUTS.map(newest)) > newest('dist/index.html')) {
      npm('run', 'build');
      // Names of assets change with their content: without this, those of earlier builds would stay in the jar.
      rmSync(join(root, 'target/classes/static'), { recursive: true, force: true });
    }
  },
};

for (const step of process.argv.slice(2)) {
  steps[step]();
}

/** Time of the newest file there is, 0 where there is none. */
function newest(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    return stats?.mtimeMs ?? 0;
  }
  const times = readdirSync(join(root, path)).map((name) => newest(join(path, name)));
  return Math.max(stats.mtimeMs, ...times);
}

function npm(...words) {
  const { status, error } = spawnSync('npm', words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`"npm ${words.join(' ')}" failed${error ? `: ${error.message}` : ''}. Without it there are no pages.`);
    process.exit(1);
  }
}
