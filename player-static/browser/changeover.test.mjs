// A better edition comes while the one before it is watched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { playsPast, screenshot, videoIs, videoState } from './support/chromium.mjs';
import { recordPlayback, recorded } from './support/continuity.mjs';
import { BITS, FRAMES_PER_SECOND } from './support/fixtureMedia.mjs';
import { playback } from './support/fixtureServer.mjs';
import { growing, skip, SLUG, stage } from './support/stage.mjs';

const it = stage();
const showsHeight = (height) => videoIs(it.page, 'videoHeight', height);
/** A frame, and what two videos that run side by side may differ by on a busy machine: nobody sees or hears it. */
const NEAR = 1 / FRAMES_PER_SECOND + 0.1;
/** Pictures by which what is drawn may lag behind on a busy machine. */
const LAG = 8;

test('time, rate, volume and pictures go on, and it never pauses', { skip }, async (t) => {
  const { page, server } = it;
  server.segments = 12;
  server.put(growing());
  await it.watch();
  await playsPast(page, 1);
  await page.evaluate(() => Object.assign(document.querySelector('atelier-player').video, { playbackRate: 1.25, volume: 0.4 }));
  await recordPlayback(page, BITS + 1);
  it.better();
  await page.waitForFunction(() => globalThis.playbackSeen.changes.length === 1);
  await showsHeight(720);
  await playsPast(page, (await videoState(page)).time + 1);

  const { pauses, pictures, back, changes } = await recorded(page);
  const [{ before, after }] = changes;
  t.diagnostic(`${((after.time - before.time) * 1000).toFixed(0)} ms apart; picture ${before.picture} became ${after.picture}`);
  assert.ok(Math.abs(after.time - before.time) <= NEAR, `the time jumped from ${before.time} s to ${after.time} s`);
  assert.ok(Math.abs(after.picture - before.picture) <= LAG, `picture ${before.picture} became ${after.picture}`);
  assert.ok(back < NEAR, `the time went back by ${back} s`);
  assert.equal(pictures.filter((picture) => picture === null).length, 0, 'no picture was black');
  assert.equal(pauses, 0, 'it was never paused');
  const { paused, muted, volume, rate, height } = after;
  assert.deepEqual({ paused, muted, volume, rate }, { paused: false, muted: false, volume: 0.4, rate: 1.25 });
  assert.deepEqual([before.height, height, changes.length], [406, 720, 1]);
  assert.equal(await page.locator('atelier-player video').count(), 1);
  await page.keyboard.press('k');
  await videoIs(page, 'paused', true);
  assert.deepEqual(page.complaints, []);
});

test('a paused video stays paused where it is, at its rate and volume', { skip }, async () => {
  const { page, server } = it;
  server.put(growing());
  await it.watch();
  await playsPast(page, 1);
  await page.evaluate(() => {
    const { video } = document.querySelector('atelier-player');
    Object.assign(video, { playbackRate: 1.5, volume: 0.4, currentTime: 13.2 });
    video.pause();
  });
  it.better();
  await showsHeight(720);
  const { time, paused, rate, volume, muted } = await videoState(page);
  assert.ok(Math.abs(time - 13.2) < 0.05, `it stands at ${time} s`);
  assert.deepEqual({ paused, rate, volume, muted }, { paused: true, rate: 1.5, volume: 0.4, muted: false });
  await page.keyboard.press('k');
  await playsPast(page, 14);
});

test('a sealed edition with the same renditions changes nothing', { skip }, async () => {
  const { page, server } = it;
  server.put(growing({ playback: playback(SLUG, 2) }));
  await it.watch();
  await playsPast(page, 1);
  await page.evaluate(() => (document.querySelector('atelier-player').video.id = 'first'));
  server.put({ slug: SLUG, state: 'ready', progress: 1, playback: playback(SLUG, 3) });
  await page.locator('.chip', { hasText: 'Ready' }).waitFor();
  await playsPast(page, 3);
  assert.equal(await page.locator('#first').count(), 1);
  assert.equal(server.requests.some((path) => path.endsWith('/editions/3/SD.m3u8')), false);
});

test('the viewer chooses a quality, and keeps it through a change-over', { skip }, async () => {
  const { page, server } = it;
  server.editions.set(4, { renditions: ['SD'], growing: false });
  server.put(growing({ playback: playback(SLUG, 4) }));
  await it.watch();
  await playsPast(page, 1);
  await page.evaluate(() => (document.querySelector('atelier-player').video.videoRenditions.selectedIndex = 0));
  it.better(3);
  await page.waitForFunction(() => document.querySelector('atelier-player').video.videoRenditions.length === 2);
  await playsPast(page, 4);
  assert.equal((await videoState(page)).height, 406);

  const menu = async () => {
    await page.locator('media-settings-menu-button').click();
    await page.getByRole('menuitem', { name: /Quality/ }).click();
  };
  await menu();
  await page.getByRole('menuitemradio', { name: /^720p \([\d.]+ [kM]bit\/s\)$/ }).waitFor();
  await screenshot(page, 'watch-quality');
  assert.deepEqual(await findings(page), []);
  await page.getByRole('menuitemradio', { name: /^720p/ }).click();
  await showsHeight(720);
  await page.keyboard.press('Escape');
  await menu();
  await page.getByRole('menuitemradio', { name: /^Auto/ }).click();
  await page.getByRole('menuitemradio', { name: /^Auto \(\d+p/ }).waitFor();
  assert.deepEqual(page.complaints, []);
});
