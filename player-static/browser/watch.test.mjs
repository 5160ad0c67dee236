import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch, noChromium, openPage, playsPast, screenshot, videoState } from './support/chromium.mjs';
import { recordPlayback, recorded } from './support/continuity.mjs';
import { fixtureMedia, noFfmpeg, SECONDS } from './support/fixtureMedia.mjs';
import { FixtureServer, playback, rendition } from './support/fixtureServer.mjs';

const skip = noChromium || noFfmpeg;
const SLUG = 'mila/sunset';
const COMPLETE = { ready: true, complete: true, segments: 20, sha256: 'c0ffee'.repeat(10), bytes: 4_200_000 };

let browser;
let server;
let page;

const watch = () => page.goto(`${server.address}/watch/${SLUG}`);

/** The artwork as it is while SD grows. */
function growing(fields = {}) {
  return {
    slug: SLUG,
    title: 'Sunset',
    state: 'encoding',
    durationSeconds: SECONDS,
    width: 1280,
    height: 720,
    playable: true,
    poster: '/fixture/poster.jpg',
    progress: 0.3,
    playback: playback(SLUG, 1),
    renditions: {
      HD: rendition(),
      SD: rendition({ ready: true, segments: 6 }),
      TN: rendition({ ready: true, complete: true, expectedSegments: 1, bytes: 20_000 }),
      AUDIO: rendition(COMPLETE),
    },
    ...fields,
  };
}

/** HD has come to it. */
function better(edition = 2) {
  server.segments = Infinity;
  server.put({ slug: SLUG, progress: 0.9, playback: playback(SLUG, edition), renditions: { HD: rendition(COMPLETE), SD: rendition(COMPLETE) } });
}

const showsHeight = (height) =>
  page.waitForFunction((wanted) => document.querySelector('atelier-player')?.video?.videoHeight === wanted, height, { timeout: 30_000 });

before(async () => {
  if (!skip) {
    fixtureMedia();
    browser = await launch();
  }
});
after(() => browser?.close());
beforeEach(async () => {
  server = await new FixtureServer(skip ? '' : fixtureMedia()).start();
  server.editions.set(1, { renditions: ['SD'], growing: true });
  server.editions.set(2, { renditions: ['SD', 'HD'], growing: true });
  server.editions.set(3, { renditions: ['SD', 'HD'], growing: false });
  page = browser ? await openPage(browser) : null;
});
afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

test('an artwork is prepared before the eyes of the viewer and begins by itself, at its beginning', { skip }, async () => {
  server.put({ slug: SLUG, title: 'Sunset' });
  await watch();
  await page.getByRole('heading', { name: 'Preparing' }).waitFor();
  server.put({ slug: SLUG, state: 'encoding', progress: 0.08, width: 1280, height: 720 });
  await page.getByText('Preparing, 8 %').waitFor();
  await screenshot(page, 'watch-preparing');

  server.segments = 6;
  server.put(growing());
  await playsPast(page, 0.5);
  const state = await videoState(page);
  assert.ok(state.time < 3, `it began at its beginning, and is at ${state.time} s`);
  assert.deepEqual([state.height, state.muted, state.paused], [406, false, false]);
  assert.equal(await page.locator('#scene').isVisible(), false);
  assert.equal(await page.title(), 'Sunset · Atelier');
  assert.deepEqual(page.complaints, []);
});

test('a growing edition is played past what there was at first', { skip }, async () => {
  server.segments = 3;
  server.put(growing());
  await watch();
  await playsPast(page, 2);
  server.segments = 8;
  await playsPast(page, 8);
  assert.deepEqual(page.complaints, []);
});

test('the change-over to a better edition keeps time and never pauses', { skip }, async (t) => {
  server.segments = 12;
  server.put(growing());
  await watch();
  await playsPast(page, 2);
  await recordPlayback(page);
  better();
  await showsHeight(720);
  const at = (await videoState(page)).time;
  await playsPast(page, at + 2);
  const { worstJump, paused, silent, before, after } = await recorded(page);
  t.diagnostic(`changed over at ${at.toFixed(2)} s; worst jump ${(worstJump * 1000).toFixed(0)} ms`);
  assert.ok(worstJump <= 0.3, `the time jumped by ${worstJump} s`);
  assert.equal(paused, 0, 'it was never paused');
  assert.equal(silent, 0, 'it was never silent');
  assert.deepEqual([before, after], [406, 720]);
  assert.equal(await page.locator('atelier-player video').count(), 1);
  await page.keyboard.press('k');
  assert.equal((await videoState(page)).paused, true, 'the controls have changed over too');
  assert.deepEqual(page.complaints, []);
});

test('a sealed edition with the same renditions changes nothing', { skip }, async () => {
  server.put(growing({ playback: playback(SLUG, 2) }));
  await watch();
  await playsPast(page, 1);
  await page.evaluate(() => (document.querySelector('atelier-player').video.id = 'first'));
  server.put({ slug: SLUG, state: 'ready', progress: 1, playback: playback(SLUG, 3) });
  await page.locator('.chip', { hasText: 'Ready' }).waitFor();
  await playsPast(page, 3);
  assert.equal(await page.locator('#first').count(), 1);
  assert.equal(server.requests.some((path) => path.endsWith('/editions/3/SD.m3u8')), false);
});

test('a paused video stays paused where it is, at its rate and volume', { skip }, async () => {
  server.put(growing());
  await watch();
  await playsPast(page, 1);
  await page.evaluate(() => {
    const video = document.querySelector('atelier-player').video;
    Object.assign(video, { playbackRate: 1.5, volume: 0.4, currentTime: 13.2 });
    video.pause();
  });
  better();
  await showsHeight(720);
  const { time, paused, rate, volume, muted } = await videoState(page);
  assert.ok(Math.abs(time - 13.2) < 0.05, `it stands at ${time} s`);
  assert.deepEqual({ paused, rate, volume, muted }, { paused: true, rate: 1.5, volume: 0.4, muted: false });
  await page.keyboard.press('k');
  await playsPast(page, 14);
});

test('the player is used by keyboard from anywhere on the page', { skip }, async () => {
  server.put(growing({ playback: playback(SLUG, 3), state: 'ready' }));
  await watch();
  await playsPast(page, 1);
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.querySelector('atelier-player').video.paused);
  const { time } = await videoState(page);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((before) => document.querySelector('atelier-player').video.currentTime > before + 4, time);
  await page.keyboard.press('m');
  await page.waitForFunction(() => document.querySelector('atelier-player').video.muted);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the player');
});

test('the viewer chooses a quality, and keeps it through a change-over', { skip }, async () => {
  server.editions.set(4, { renditions: ['SD'], growing: false });
  server.put(growing({ playback: playback(SLUG, 4) }));
  await watch();
  await playsPast(page, 1);
  await page.evaluate(() => (document.querySelector('atelier-player').video.videoRenditions.selectedIndex = 0));
  better(3);
  await page.waitForFunction(() => document.querySelector('atelier-player').video.videoRenditions.length === 2);
  await playsPast(page, 4);
  assert.equal((await videoState(page)).height, 406);

  await page.locator('media-settings-menu-button').click();
  await page.getByRole('menuitem', { name: /Quality/ }).click();
  await page.getByRole('menuitemradio', { name: /^720p/ }).waitFor();
  await screenshot(page, 'watch-quality');
  await page.getByRole('menuitemradio', { name: /^720p/ }).click();
  await showsHeight(720);
  assert.deepEqual(page.complaints, []);
});

test('a failed artwork gives its reason', { skip }, async () => {
  const error = 'The file has no video stream. Nothing was encoded. Deliver a file with pictures in it.';
  server.put({ slug: SLUG, title: 'Sunset', state: 'failed', error });
  await watch();
  await page.getByText(error).waitFor();
  await screenshot(page, 'watch-failed');
  assert.deepEqual(page.complaints, []);
});

test('an unknown artwork is said to be unknown, and shown when it arrives', { skip }, async () => {
  await watch();
  await page.getByText('No such artwork').waitFor();
  server.put({ slug: SLUG, title: 'Sunset' });
  await page.getByRole('heading', { name: 'Preparing' }).waitFor();
});

test('media that cannot be had is asked for again, then left to the viewer', { skip }, async () => {
  server.put(growing({ playback: playback(SLUG, 3), state: 'ready' }));
  server.mediaStatus = 404;
  await watch();
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 90_000 });
  await screenshot(page, 'watch-trouble');
  server.mediaStatus = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await playsPast(page, 1);
  assert.equal(await page.locator('#scene').isVisible(), false);
});

test('renditions are offered for download as they are complete', { skip }, async () => {
  server.put(growing());
  await watch();
  assert.deepEqual(await page.locator('#rows th').allInnerTexts(), ['HD', 'SD', 'TN', 'AUDIO']);
  const links = () => page.locator('a.download:visible').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  assert.deepEqual(await links(), ['/fixture/poster.jpg', `/media/${SLUG}/AUDIO.mp4`]);
  better();
  await page.waitForFunction(() => document.querySelectorAll('#rows tr').length === 2);
  assert.deepEqual(await links(), [`/media/${SLUG}/HD.mp4`, `/media/${SLUG}/SD.mp4`]);
});

test('a first-time visitor sees it begin without sound and turns it on', { skip }, async () => {
  const strict = await launch({ autoplay: false });
  try {
    const visitor = await openPage(strict);
    server.put(growing({ playback: playback(SLUG, 3), state: 'ready' }));
    await visitor.goto(`${server.address}/watch.html?slug=${encodeURIComponent(SLUG)}`);
    await playsPast(visitor, 0.3);
    assert.equal((await videoState(visitor)).muted, true);
    await visitor.getByRole('button', { name: 'Turn on the sound' }).click();
    assert.equal((await videoState(visitor)).muted, false);
    assert.equal(await visitor.getByRole('button', { name: 'Turn on the sound' }).isVisible(), false);
    assert.deepEqual(visitor.complaints, []);
  } finally {
    await strict.close();
  }
});
