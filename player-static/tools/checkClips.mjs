// What players do with films that the application makes: `node tools/checkClips.mjs FOLDER [--slow SECONDS] [form…]`. Prints a table.
import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { Application } from '../browser/support/application.mjs';
import { players, verdict } from './players/clients.mjs';
import { conformance } from './players/conformance.mjs';
import { filmWithTracks } from './players/filmWithTracks.mjs';
import { slowEncoder } from './players/slowEncoder.mjs';

const FILMS = /\.(mp4|mov|mkv|webm|m4v|avi|mxf|ts)$/i;
const LONG = 300_000;

/** How an edition is played, and where. A form that is made while it is played needs an application of its own: nothing is made twice. */
const FORMS = {
  growing: (artwork) => artwork.state !== 'ready' && `/media/${artwork.slug}`,
  whole: (artwork) => artwork.playback.whole?.replace('/master.m3u8', ''),
  sealed: (artwork) => `/media/${artwork.slug}`,
};

const { values, positionals } = parseArgs({ options: { slow: { type: 'string' } }, allowPositionals: true });
const [folder, ...wanted] = positionals;
const environment = values.slow === undefined ? {} : { ATELIER_FFMPEG_FOLDER: slowEncoder(values.slow) };
const films = [filmWithTracks(), ...readdirSync(folder).filter((name) => FILMS.test(name)).map((name) => join(folder, name))];
const { clients, close } = await players();
const findings = [];
let wrong = false;

/** Plays an artwork by all players at a time, while it is checked. */
async function row(application, form, artwork) {
  const path = FORMS[form](artwork);
  if (!path) {
    return `| ${artwork.title} | ${form} | it was made before it could be played |`;
  }
  const address = encodeURI(decodeURI(`${application.address}${path}`));
  const seconds = artwork.durationSeconds;
  const patience = 30_000 + 3000 * seconds;
  const [rules, ...results] = await Promise.all([
    conformance(address),
    ...Object.values(clients).map((play) => play(`${address}/master.m3u8`, patience)),
  ]);
  findings.push(...rules.findings);
  const cells = results.map((result) => verdict(result, seconds));
  wrong ||= !rules.conforms || cells.some((cell) => !cell.startsWith('to its end'));
  return `| ${artwork.title}, ${seconds.toFixed(0)} s | ${form} | ${[...cells, rules.text].join(' | ')} |`;
}

/** Films are dropped one after the other: each is made while it is played. */
async function play(forms) {
  const application = await new Application(environment).start();
  try {
    const slugs = films.map((film) => parse(film).name);
    for (const [at, film] of films.entries()) {
      await application.drop(film, parse(film).base);
      const made = await application.artwork(slugs[at], (it) => it.playable || it.state === 'failed', LONG);
      console.log(await row(application, forms[0], made));
      await application.artwork(slugs[at], (it) => ['ready', 'failed'].includes(it.state), LONG);
    }
    for (const form of forms.slice(1)) {
      for (const slug of slugs) {
        console.log(await row(application, form, await application.artwork(slug, () => true)));
      }
    }
  } finally {
    await application.stop();
  }
}

console.log(`| film | form | ${[...Object.keys(clients), 'bin/check-hls'].join(' | ')} |`);
console.log(`|---|---|${'---|'.repeat(Object.keys(clients).length + 1)}`);
for (const forms of [['growing', 'sealed'], ['whole']].filter((each) => wanted.length === 0 || each.some((form) => wanted.includes(form)))) {
  await play(forms);
}
await close();
if (findings.length > 0) {
  console.log(`\n${findings.join('\n')}`);
}
process.exitCode = wrong ? 1 : 0;
