// What it takes to begin a long film, and to go to its minute 9 at once. Prints a table. Needs CHROMIUM, FFMPEG and ATELIER_JAR.
import { Application } from '../browser/support/application.mjs';
import { launch, openPage } from '../browser/support/chromium.mjs';
import { longFilm } from '../browser/support/longFilm.mjs';
import { dropAndSeek } from '../browser/support/seeking.mjs';

const MINUTE_9 = 540;
const SLUG = 'bench/long';
const AGAIN = 200;

const film = longFilm(600, '1920x1080', '10M');
const row = (what, found, goal = '') => console.log(`| ${what} | ${found} | ${goal} |`);
const seconds = (millis) => `${(millis / 1000).toFixed(1)} s`;

/** Runs something on a fresh application. */
async function fresh(work) {
  const application = await new Application().start();
  try {
    return await work(application);
  } finally {
    await application.stop();
  }
}

/** Asks until there is an answer, as a player does, and again where the server says so. */
async function patiently(ask) {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

async function text(address) {
  const answer = await fetch(address);
  return answer.ok ? answer.text() : undefined;
}

/** The first playlist of a multivariant one, and that of its sound. */
async function tracks(master) {
  const said = await text(master);
  const video = said?.match(/^[^#\s].*$/m)?.[0];
  const sound = said?.match(/TYPE=AUDIO.*URI="([^"]+)"/)?.[1];
  return video && sound && [video, sound].map((uri) => new URL(uri, master));
}

/** The segment of a playlist that is played at a time. */
async function segment(playlist, at) {
  let from = 0;
  let lasts = 0;
  for (const line of ((await text(playlist)) ?? '').split('\n')) {
    lasts = line.startsWith('#EXTINF:') ? Number.parseFloat(line.slice(8)) : lasts;
    if (line && !line.startsWith('#')) {
      if (from + lasts > at) {
        return new URL(line, playlist);
      }
      from += lasts;
    }
  }
  return undefined;
}

async function arrives(playlist, at, since) {
  const address = await patiently(() => segment(playlist, at));
  // Who understands problems is told to come again, and not kept waiting by an answer that has begun.
  await patiently(async () => (await fetch(address, { headers: { Accept: 'application/problem+json' } })).ok || undefined);
  return performance.now() - since;
}

/** Without a browser: the segments that a player asks for. */
async function overHttp(application) {
  await application.drop(film, `${SLUG}.mp4`);
  const dropped = performance.now();
  const growing = await patiently(() => tracks(new URL(`/media/${SLUG}/master.m3u8`, application.address)));
  await Promise.all(growing.map((playlist) => arrives(playlist, 0, dropped)));
  const began = performance.now();
  const { playback } = await application.artwork(SLUG, (artwork) => artwork.playback?.whole);
  const [pictures, sound] = await tracks(new URL(playback.whole, application.address));
  const found = await Promise.all([arrives(pictures, MINUTE_9, began), arrives(sound, MINUTE_9, began)]);
  return [began - dropped, ...found];
}

console.log('| | found | goal |\n|---|---|---|');
const [began, pictures, sound] = await fresh(overHttp);
row('over HTTP: end of the copy to the first segments', seconds(began), '5 s');
row('… then to the pictures of minute 9', seconds(pictures), '5 s');
row('… and to its sound', seconds(sound), '5 s');
const browser = await launch();
try {
  const [start, seek] = await fresh(async (application) => dropAndSeek(await openPage(browser), application, film, SLUG, MINUTE_9, () => undefined));
  row('in Chromium: end of the copy to the first picture that moves', seconds(start), '5 s');
  row('… then from a jump to minute 9 until it plays', seconds(seek), '5 s');
} finally {
  await browser.close();
}
