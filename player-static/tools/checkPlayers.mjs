// What players do with an edition that is still being made: `node tools/checkPlayers.mjs [form…]`. Prints a table.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, noChromium } from '../browser/support/chromium.mjs';
import { SECONDS } from '../browser/support/fixtureMedia.mjs';
import { page, programs } from './players/clients.mjs';
import { Editions, FORMS } from './players/editions.mjs';

const SHAKA = '5.2.12';
const LIBRARIES = fileURLToPath(new URL('../target/players/', import.meta.url));

/** Shaka Player is no part of the project: it is only fetched to be compared. */
function hasShaka() {
  if (existsSync(join(LIBRARIES, 'node_modules/shaka-player'))) {
    return true;
  }
  mkdirSync(LIBRARIES, { recursive: true });
  const words = ['install', '--prefix', LIBRARIES, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `shaka-player@${SHAKA}`];
  return spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function verdict({ at, took, errors, stalls, height }, refused) {
  const end = at > SECONDS - 3 ? 'to its end' : `to ${at.toFixed(0)} s`;
  const more = [
    ...(height ? [`in ${height}p`] : []),
    ...(stalls > 0 ? [`${stalls} stalls`] : []),
    ...errors,
    ...Object.entries(refused).map(([status, count]) => `${count} × ${status}`),
  ];
  return `${end} in ${took.toFixed(0)} s${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

/** Each has an edition of its own: what is asked for is made. */
async function watch(play, form) {
  const server = await new Editions().start();
  try {
    const result = await play(server.begin(form));
    return verdict(result, server.refused);
  } finally {
    server.stop();
  }
}

const browser = noChromium ? null : await launch();
const clients = {
  ...(browser && { 'hls.js': page(browser, 'hls') }),
  ...(browser && hasShaka() && { Shaka: page(browser, 'shaka') }),
  ...programs(),
};
const forms = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(FORMS);
console.log(`A film of ${SECONDS} s of which a second is made in half a second; its better rendition…\n`);
console.log(`| … while there is none of it | ${Object.keys(clients).join(' | ')} |`);
console.log(`|---|${'---|'.repeat(Object.keys(clients).length)}`);
for (const form of forms) {
  const cells = await Promise.all(Object.values(clients).map((play) => watch(play, form)));
  console.log(`| ${form}: ${FORMS[form]} | ${cells.join(' | ')} |`);
}
await browser?.close();
