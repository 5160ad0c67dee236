// An FFmpeg that takes its time: what players do when they wait for long, on a machine with nothing else to do.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../target/players/', import.meta.url));
/** What only calls have that make pictures. */
const PICTURES = '*-force_key_frames*|*"-c:v copy"*';

/** The folder of an FFmpeg that sleeps for some seconds before it makes pictures. */
export function slowEncoder(seconds) {
  const folder = join(FOLDER, `slow-${seconds}`);
  mkdirSync(folder, { recursive: true });
  program(folder, 'ffmpeg', `case "$*" in ${PICTURES}) sleep ${seconds} ;; esac\n`);
  program(folder, 'ffprobe', '');
  return folder;
}

function program(folder, name, before) {
  const real = join(dirname(process.env.FFMPEG), name);
  writeFileSync(join(folder, name), `#!/bin/sh\n${before}exec ${real} "$@"\n`);
  chmodSync(join(folder, name), 0o755);
}
