// What a viewer waits for and sees, measured in Chromium. Prints a table. Needs CHROMIUM, FFMPEG and ATELIER_JAR.
import { Application } from '../browser/support/application.mjs';
import { changeovers } from '../browser/support/changeovers.mjs';
import { openPage, playsPast } from '../browser/support/chromium.mjs';
import { recordPlayback } from '../browser/support/continuity.mjs';
import { BITS, FRAMES_PER_SECOND } from '../browser/support/fixtureMedia.mjs';
import { keepPlaylist } from '../browser/support/fixturePlaylists.mjs';
import { playback } from '../browser/support/fixtureServer.mjs';
import { gaps, median, recordGaps } from '../browser/support/gaps.mjs';
import { longFilm } from '../browser/support/longFilm.mjs';
import { growing, ready, Stage } from '../browser/support/stage.mjs';

const CLICKS = 7;
const CHANGES = 10;
const ITEMS = 20;
/** Looks at the pictures, 60 a second, before and after a change. */
const AROUND = 60;

const rows = [];
const row = (what, found, goal) => rows.push(`| ${what} | ${found} | ${goal} |`);
const spread = (numbers, digits) => `${median(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)})`;

/** Milliseconds from a click on a card of the library to the first picture, by visitors who come for the first time. */
async function firstFrames(stage) {
  const application = await new Application().start();
  try {
    await application.drop(longFilm(40), 'bench/film.mp4');
    await application.artwork('bench/film', ({ state }) => state === 'ready', 600_000);
    const found = [];
    for (let visit = 0; visit < CLICKS; visit++) {
      found.push(await firstFrame(await openPage(stage.browser), application.address));
    }
    return found;
  } finally {
    await application.stop();
  }
}

async function firstFrame(page, address) {
  await page.addInitScript(() => {
    const now = () => performance.timeOrigin + performance.now();
    addEventListener('click', () => sessionStorage.setItem('clicked', String(now())), true);
    const look = () => {
      const video = document.querySelector('atelier-player')?.video;
      if (video?.requestVideoFrameCallback) {
        video.requestVideoFrameCallback(() => (globalThis.waited = now() - Number(sessionStorage.getItem('clicked'))));
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
  await page.goto(address);
  await page.locator('.card a').first().click();
  const waited = await page.waitForFunction(() => globalThis.waited, undefined, { polling: 50 });
  const millis = await waited.jsonValue();
  await page.context().close();
  return millis;
}

/** Pictures that were never seen while a better edition took over, and in as long a time without a change. */
async function changeGaps(stage) {
  const found = { lost: [], usual: [], apart: [] };
  for (let change = 0; change < CHANGES; change++) {
    await stage.open();
    const { page, server } = stage;
    server.segments = 12;
    server.put(growing());
    await stage.watch();
    await playsPast(page, 1);
    await recordPlayback(page, BITS + 1);
    await page.waitForFunction((looks) => playbackSeen.pictures.length > looks, 2 * AROUND);
    stage.better();
    await page.waitForFunction((looks) => playbackSeen.changes[0] && playbackSeen.pictures.length > playbackSeen.changes[0].looks + looks, AROUND);
    const { pictures, changes: [{ before, after, looks }] } = await page.evaluate(() => globalThis.playbackSeen);
    found.lost.push(missing(pictures.slice(looks - AROUND, looks + AROUND)));
    found.usual.push(missing(pictures.slice(0, 2 * AROUND)));
    found.apart.push(Math.abs(after.picture - before.picture));
    await stage.close();
  }
  return found;
}

/** How many numbers are missing between the first and the last picture. */
function missing(pictures) {
  const numbers = new Set(pictures.filter((picture) => picture !== null));
  return Math.max(...numbers) - Math.min(...numbers) + 1 - numbers.size;
}

/** Frames by which the items of a playlist come late. */
async function itemGaps(stage) {
  await stage.open();
  const { page, server } = stage;
  ['a', 'b'].forEach((slug) => server.put(ready({ slug, title: slug, playback: playback(slug, 3) })));
  const items = [{ slug: 'a', from: 4, until: 5.5, mute: false }, { slug: 'b', from: 20, until: 21.5, mute: false }];
  keepPlaylist(server.playlists, { name: 'foyer', title: 'Foyer', loop: true, autostart: true, montages: [{ title: '', tracks: [{ items }] }] });
  await page.goto(`${server.address}/play/foyer`);
  await page.locator('[data-front]').waitFor();
  await recordGaps(page);
  await page.waitForFunction((wanted) => gapsSeen.changes.length > wanted, ITEMS, { timeout: 10 * ITEMS * 1000 });
  const found = await gaps(page, FRAMES_PER_SECOND);
  await stage.close();
  return found.map(({ longest }) => Math.max(0, longest));
}

async function memory(stage) {
  await stage.open();
  const { before, after } = await changeovers(stage, 20, 200);
  await stage.close();
  return `${((after.heap - before.heap) / 1e6).toFixed(1)} MB of heap, ${after.nodes - before.nodes} nodes, ${after.listeners - before.listeners} listeners`;
}

const stage = new Stage();
await stage.launch();
try {
  row(`Click to first picture, ${CLICKS} visits, ms`, spread(await firstFrames(stage), 0), '< 1000');
  const { lost, usual, apart } = await changeGaps(stage);
  row(`Pictures never shown in 2 s around a change to a better edition, ${CHANGES} changes`, `${spread(lost, 0)}; without a change ${spread(usual, 0)}`, '0');
  row('Pictures by which the two videos differ at that moment', spread(apart, 0), '');
  row(`Longest wait for a new picture between items of a playlist, ${ITEMS} changes, frames more than one`, spread(await itemGaps(stage), 1), '≤ 1');
  row('More after 200 changes than after 20', await memory(stage), '');
} finally {
  await stage.browser.close();
}
console.log(['| | middle (least to most) | goal |', '|---|---|---|', ...rows].join('\n'));
