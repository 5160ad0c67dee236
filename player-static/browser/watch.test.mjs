// What a viewer of one artwork meets, from before it can be played.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { launch, openPage, playsPast, screenshot, videoIs, videoState } from './support/chromium.mjs';
import { until } from './support/conditions.mjs';
import { recordPlayback, recorded } from './support/continuity.mjs';
import { growing, ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage();

test('an artwork is prepared before the eyes of the viewer and begins by itself, at its beginning', { skip }, async () => {
  const { page, server } = it;
  server.put({ slug: SLUG, title: 'Sunset' });
  await it.watch();
  await page.getByRole('heading', { name: 'Preparing' }).waitFor();
  server.put({ slug: SLUG, state: 'encoding', progress: 0.08, width: 1280, height: 720 });
  await page.getByText('Preparing, 8 %').waitFor();
  await screenshot(page, 'watch-preparing');
  assert.deepEqual(await findings(page), []);

  server.segments = 6;
  server.put(growing());
  await playsPast(page, 0.5);
  const began = await page.evaluate(() => document.querySelector('atelier-player').video.played.start(0));
  assert.ok(began < 0.1, `it began at ${began} s`);
  const state = await videoState(page);
  assert.deepEqual([state.height, state.muted, state.paused], [406, false, false]);
  assert.equal(await page.locator('#scene').isVisible(), false);
  assert.equal(await page.title(), 'Sunset · Atelier');
  assert.deepEqual(page.complaints, []);
});

test('a growing edition is played past what there was at first', { skip }, async () => {
  const { page, server } = it;
  server.segments = 3;
  server.put(growing());
  await it.watch();
  await playsPast(page, 2);
  await recordPlayback(page);
  // It waits at the end of what there is, until hls.js has looked twice more for what is new.
  await page.waitForFunction(() => document.querySelector('atelier-player').video.readyState < 3, undefined, { polling: 50 });
  const looks = () => server.asked.get(`/media/${SLUG}/editions/1/SD.m3u8`).length;
  const before = looks();
  await until(() => looks() >= before + 2);
  server.segments = 8;
  await playsPast(page, 8);
  const { back } = await recorded(page);
  assert.ok(back < 0.2, `it went back by ${back} s`);
  assert.deepEqual(page.complaints, []);
});

test('while its code is on its way the player has its place, and nothing moves when it comes', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  let comes;
  const code = new Promise((resolve) => (comes = resolve));
  await page.route(/\/assets\/watch-.*\.js$/, (route) => code.then(() => route.continue()));
  await page.goto(`${server.address}/watch/${SLUG}`, { waitUntil: 'commit' });
  const place = page.locator('atelier-player');
  await place.waitFor();
  const whole = async () => Object.values(await place.boundingBox()).map(Math.round);
  const before = await whole();
  comes();
  await playsPast(page, 0.1);
  assert.deepEqual(await whole(), before);
});

test('the player is used by keyboard from anywhere on the page', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  await it.watch();
  await playsPast(page, 1);
  await page.keyboard.press('Space');
  await videoIs(page, 'paused', true);
  const { time } = await videoState(page);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((before) => document.querySelector('atelier-player').video.currentTime > before + 4, time);
  await page.keyboard.press('m');
  await videoIs(page, 'muted', true);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the player');
});

test('a failed artwork gives its reason', { skip }, async () => {
  const { page, server } = it;
  const error = 'The file has no video stream. Nothing was encoded. Deliver a file with pictures in it.';
  server.put({ slug: SLUG, title: 'Sunset', state: 'failed', error });
  await it.watch();
  await page.getByText(error).waitFor();
  await screenshot(page, 'watch-failed');
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.complaints, []);
});

test('an unknown artwork is said to be unknown, and shown when it arrives', { skip }, async () => {
  const { page, server } = it;
  await it.watch();
  await page.getByText('No such artwork').waitFor();
  server.put({ slug: SLUG, title: 'Sunset' });
  await page.getByRole('heading', { name: 'Preparing' }).waitFor();
});

test('a first-time visitor sees it begin without sound and turns it on', { skip }, async () => {
  const strict = await launch({ autoplay: false });
  try {
    const visitor = await openPage(strict);
    it.server.put(ready());
    await visitor.goto(`${it.server.address}/watch.html?slug=${encodeURIComponent(SLUG)}`);
    await playsPast(visitor, 0.3);
    assert.equal((await videoState(visitor)).muted, true);
    await visitor.getByRole('button', { name: 'Turn on the sound' }).click();
    await videoIs(visitor, 'muted', false);
    await visitor.locator('#unmute').waitFor({ state: 'hidden' });
    assert.deepEqual(visitor.complaints, []);
  } finally {
    await strict.close();
  }
});
