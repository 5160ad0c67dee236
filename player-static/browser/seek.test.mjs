// Who goes to where a film is not made yet waits for seconds, in the real application: that part is made first.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Application, noApplication } from './support/application.mjs';
import { launch, noChromium, openPage, screenshot } from './support/chromium.mjs';
import { noFfmpeg } from './support/fixtureMedia.mjs';
import { longFilm } from './support/longFilm.mjs';

const skip = noApplication || noChromium || noFfmpeg;
const full = process.env.ATELIER_FULL === 'true';
/** Encoding on a machine that is slow and busy takes its time. */
const PATIENCE = 120_000;

let application;
let browser;

before(async () => {
  if (!skip) {
    application = await new Application().start();
    browser = await launch();
  }
});
after(async () => {
  await browser?.close();
  await application?.stop();
});

/** Milliseconds until the film's first picture moves, and then until that at another second does. */
async function watch(page, film, slug, second) {
  const times = [];
  await page.goto(`${application.address}/watch/${slug}`);
  await page.getByText('No such artwork').waitFor();
  await application.drop(film, `${slug}.mp4`);
  let began = performance.now();
  for (const [at, name] of [[0, 'begins'], [second, 'goes-on']]) {
    if (at > 0) {
      await page.evaluate((to) => (document.querySelector('atelier-player').currentTime = to), at);
      await page.getByText('still being made').waitFor();
      await screenshot(page, `seek-${second}-preparing`);
    }
    await page.waitForFunction(
      (from) => {
        const video = document.querySelector('atelier-player').video;
        return video && !video.seeking && video.currentTime > from + 0.1 && video.currentTime < from + 20;
      },
      at,
      { timeout: PATIENCE, polling: 25 },
    );
    times.push(performance.now() - began);
    began = performance.now();
    await screenshot(page, `seek-${second}-${name}`);
  }
  return times;
}

/** What went wrong, but that the artwork was not there before its file was dropped. */
function complaints(page) {
  return page.complaints.filter((each) => !/ 404 .*\/api\/artworks\//.test(each));
}

async function stored(slug) {
  const artwork = await application.artwork(slug, () => true);
  return (await fetch(new URL(artwork.playback.whole.replace('master.m3u8', 'stored.json'), application.address))).json();
}

test('a seek to what is not made yet is made first, in SD, and plays', { skip }, async () => {
  const page = await openPage(browser);
  const [start, seek] = await watch(page, longFilm(120), 'seek/short', 110);
  console.log(`begins ${Math.round(start)} ms after its copy, goes on ${Math.round(seek)} ms after a seek`);
  const { SD, HD } = await stored('seek/short');
  assert.ok(SD.at(-1)[1] > 109 && SD.length > 1, `SD is stored at ${JSON.stringify(SD)}: not what was asked for, and not first`);
  assert.ok(!HD.some(([, end]) => end > 109), `HD is stored at ${JSON.stringify(HD)}, where nobody asked for it`);
  assert.equal(await page.getByText('still being made').isVisible(), false);
  assert.equal(await page.evaluate(() => Math.round(document.querySelector('atelier-player').duration)), 120);
  assert.deepEqual(complaints(page), []);
  await page.context().close();
});

test('ten minutes begin within 5 s of their copy, and minute 9 plays within 5 s more', { skip: skip || (!full && 'long') }, async () => {
  const page = await openPage(browser);
  const [start, seek] = await watch(page, longFilm(600, '1920x1080', '10M'), 'seek/long', 540);
  console.log(`begins ${Math.round(start)} ms after its copy, goes on ${Math.round(seek)} ms after a seek`);
  assert.ok(start < 5000, `it began after ${start} ms`);
  assert.ok(seek < 5000, `minute 9 played after ${seek} ms`);
  assert.deepEqual(complaints(page), []);
  await page.context().close();
});
