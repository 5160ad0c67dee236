// What a viewer does with the player's controls.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { playsPast, screenshot, videoIs, videoState } from './support/chromium.mjs';
import { playback } from './support/fixtureServer.mjs';
import { ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage();
const PHONE = { width: 390, height: 844 };
const seekBar = () => it.page.locator('atelier-player media-time-range');

/** Waits until the controls know it: they are told a moment after the video. */
const controlsSay = (name, yes) =>
  it.page.waitForFunction(([attribute, wanted]) => document.querySelector('atelier-player').shadowRoot.querySelector('#player').hasAttribute(attribute) === wanted, [name, yes]);

/** Chooses something in a menu behind the settings. */
async function choose(menu, choice) {
  const { page } = it;
  await page.getByRole('button', { name: /settings/i }).click();
  await page.getByRole('menuitem', { name: menu }).click();
  await page.getByRole('menuitemradio', { name: choice }).click();
}

test('the seek bar shows what is loaded, and a small picture where the pointer is', { skip }, async () => {
  const { page, server } = it;
  server.put(ready({ storyboard: '/fixture/storyboard.vtt' }));
  await it.watch();
  await playsPast(page, 1);
  const { x, y, width, height } = await seekBar().boundingBox();
  await page.mouse.move(x + width / 2 - 5, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForFunction(() => {
    const bar = document.querySelector('atelier-player').shadowRoot.querySelector('media-time-range');
    return /storyboard\.jpg#xywh=/.test(bar.getAttribute('mediapreviewimage')) && bar.getAttribute('mediabuffered')?.startsWith('0:');
  });
  const [second, picture] = await seekBar().evaluate((bar) => ['mediapreviewtime', 'mediapreviewimage'].map((name) => bar.getAttribute(name)));
  const tile = Math.floor(second / 2);
  assert.match(picture, new RegExp(`#xywh=${(tile % 5) * 160},${Math.floor(tile / 5) * 90},160,90$`));
  await screenshot(page, 'watch-storyboard');
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.complaints, []);
});

test('another sound and captions are chosen, and stay with a better picture', { skip }, async () => {
  const { page, server } = it;
  server.editions.set(7, { renditions: ['SD'], growing: false, commentary: true, captions: true });
  server.editions.set(8, { renditions: ['SD', 'HD'], growing: false, commentary: true, captions: true });
  server.put(ready({ playback: playback(SLUG, 7) }));
  await it.watch();
  await playsPast(page, 0.5);
  const heard = () => page.evaluate(() => document.querySelector('atelier-player').video.audioTracks.chosen?.label);
  const shown = () => page.evaluate(() => [...document.querySelector('atelier-player').video.textTracks].filter(({ kind, mode }) => kind !== 'metadata' && mode === 'showing').map(({ label }) => label));
  assert.equal(await heard(), 'Sound');
  await choose(/Audio/, /Commentary/);
  await page.keyboard.press('Escape');
  await choose(/Captions/, /Deutsch/);
  await screenshot(page, 'watch-captions-menu');
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press('Escape');
  server.put({ slug: SLUG, playback: playback(SLUG, 8) });
  await videoIs(page, 'videoHeight', 720);
  assert.deepEqual([await heard(), await shown()], ['Commentary', ['Deutsch']]);
  await screenshot(page, 'watch-captions');
  assert.deepEqual(page.complaints, []);
});

test('a click pauses and plays, and keys do what they stand for', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  await it.watch();
  await playsPast(page, 0.5);
  await page.mouse.click(500, 300);
  await videoIs(page, 'paused', true);
  await controlsSay('mediapaused', true);
  await page.mouse.click(500, 300);
  await videoIs(page, 'paused', false);
  const goes = (expected) => page.waitForFunction((at) => Math.abs(document.querySelector('atelier-player').currentTime - at) < 0.9, expected, { polling: 20 });
  await page.keyboard.press('k');
  for (const [key, second] of [['5', 20], ['l', 30], ['j', 20], ['ArrowLeft', 15], ['ArrowRight', 20], ['0', 0]]) {
    await page.keyboard.press(key);
    await goes(second);
  }
  await page.keyboard.press('m');
  await videoIs(page, 'muted', true);
  await page.keyboard.press('>');
  await videoIs(page, 'playbackRate', 1.25);
  await page.keyboard.press('f');
  await controlsSay('mediaisfullscreen', true);
  await page.keyboard.press('f');
  await controlsSay('mediaisfullscreen', false);
  assert.deepEqual(page.complaints, []);
});

test('by touch, a tap shows the controls and a double tap at a side skips ten seconds', { skip }, async () => {
  await it.look(PHONE);
  const { page, server } = it;
  server.put(ready({ storyboard: '/fixture/storyboard.vtt' }));
  await it.watch();
  await playsPast(page, 0.5);
  const { x, y, width, height } = await page.locator('atelier-player').boundingBox();
  await page.waitForFunction(() => document.querySelector('atelier-player').shadowRoot.querySelector('#player').hasAttribute('userinactive'));
  await page.touchscreen.tap(x + width / 2, y + height / 3);
  await page.waitForFunction(() => !document.querySelector('atelier-player').shadowRoot.querySelector('#player').hasAttribute('userinactive'));
  assert.equal((await videoState(page)).paused, false, 'a tap pauses nothing');
  const { time } = await videoState(page);
  await page.touchscreen.tap(x + width * 0.85, y + height / 3);
  await page.touchscreen.tap(x + width * 0.85, y + height / 3);
  await page.waitForFunction((before) => document.querySelector('atelier-player').currentTime > before + 9, time);
  await page.getByText('10 s forward').waitFor();
  await screenshot(page, 'watch-phone-skip');
  assert.deepEqual(page.complaints, []);
});

test('volume is remembered from visit to visit', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  await it.watch();
  await playsPast(page, 0.3);
  await page.keyboard.press('ArrowDown');
  // A page is told of another volume a moment after its video has it; a reload would come before that on a busy machine.
  await page.waitForFunction(() => JSON.parse(localStorage.getItem('atelier-player-sound') ?? '{}').volume < 1);
  const { volume } = await videoState(page);
  assert.ok(volume < 1);
  await page.reload();
  await playsPast(page, 0.1);
  assert.equal((await videoState(page)).volume, volume);
});

test('in the small window what plays goes on, and the better picture comes when that is closed', { skip }, async () => {
  const { page, server } = it;
  server.editions.set(4, { renditions: ['SD'], growing: false });
  server.put(ready({ playback: playback(SLUG, 4) }));
  await it.watch();
  await playsPast(page, 0.5);
  await page.getByRole('button', { name: /picture in picture/i }).click();
  await page.waitForFunction(() => document.pictureInPictureElement !== null);
  it.better(3);
  await page.waitForFunction(() => document.querySelector('atelier-player').shadowRoot.querySelectorAll('video').length === 2);
  await playsPast(page, (await videoState(page)).time + 1.5);
  assert.equal((await videoState(page)).height, 406);
  await page.evaluate(() => document.exitPictureInPicture());
  await videoIs(page, 'videoHeight', 720);
});

test('where hls.js cannot run, the browser plays by itself', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  await page.addInitScript(() => ['MediaSource', 'ManagedMediaSource', 'WebKitMediaSource'].forEach((name) => delete globalThis[name]));
  await it.watch();
  await playsPast(page, 1);
  assert.match(await page.evaluate(() => document.querySelector('atelier-player').video.src), /\/editions\/3\/master\.m3u8$/);
  await page.keyboard.press('9');
  await playsPast(page, 36.5);
  assert.deepEqual(page.complaints, []);
});
