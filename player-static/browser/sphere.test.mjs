// A 360° artwork, as somebody sees it who looks around in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { launch, openPage, playsPast, screenshot, videoIs } from './support/chromium.mjs';
import { sphereMedia } from './support/fixtureMedia.mjs';
import { playback } from './support/fixtureServer.mjs';
import { sphere as viewOf } from './support/looking.mjs';
import { isHigh, pinch, sees, swipe, turn, wheel } from './support/sphereView.mjs';
import { ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage(sphereMedia);
const sphere = (fields = {}) => ready({ projection: 'equirectangular', stereo: 'mono', width: 1280, height: 640, ...fields });
const canvas = () => viewOf(it.page);

/** An artwork plays, and what is ahead in it is seen. */
async function playsAhead(artwork) {
  it.server.put(artwork);
  await it.watch();
  await canvas().waitFor();
  await playsPast(it.page, 0.5);
  await sees(it.page, 'red');
}

test('in each direction is what was filmed there, by keyboard', { skip }, async () => {
  const { page } = it;
  await playsAhead(sphere());
  await screenshot(page, 'sphere-front');
  assert.deepEqual(await findings(page), []);
  for (const colour of ['lime', 'blue', 'yellow', 'red']) {
    await turn(page, 'd', 6);
    await sees(page, colour);
    await screenshot(page, `sphere-${colour}`);
  }
  await turn(page, 'w', 6);
  await sees(page, 'white');
  await page.keyboard.press('r');
  await sees(page, 'red');
  await turn(page, 's', 6);
  await sees(page, 'magenta');
  await page.getByRole('button', { name: 'Reset view' }).click();
  await sees(page, 'red');
  assert.deepEqual(page.complaints, []);
});

test('it is dragged, a click still pauses, and a better edition and another quality keep the view', { skip }, async () => {
  const { page } = it;
  await playsAhead(sphere({ playback: playback(SLUG, 1) }));
  const box = await canvas().boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - box.width * 0.48, y, { steps: 12 });
  await page.mouse.up();
  await sees(page, 'lime');
  await videoIs(page, 'paused', false);
  it.server.put(sphere({ playback: playback(SLUG, 2) }));
  await videoIs(page, 'videoHeight', 720);
  await sees(page, 'lime');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: /Quality/ }).click();
  await page.getByRole('menuitemradio', { name: '406p' }).click();
  await videoIs(page, 'videoHeight', 406);
  await sees(page, 'lime');
  await page.keyboard.press('Escape');
  await page.mouse.click(x, y - 40);
  await videoIs(page, 'paused', true);
  assert.equal(await canvas().count(), 1);
  assert.deepEqual(page.complaints, []);
});

test('keys and the wheel with Ctrl zoom it, and reset goes back', { skip }, async () => {
  const { page } = it;
  await playsAhead(sphere());
  await isHigh(page, 72);
  await turn(page, '+', 2);
  await isHigh(page, 60);
  await turn(page, '-', 9);
  await isHigh(page, 90);
  await page.keyboard.press('r');
  await isHigh(page, 72);
  await wheel(page, -100);
  await isHigh(page, 69);
  await wheel(page, 100);
  await isHigh(page, 72);
  assert.deepEqual(page.complaints, []);
});

test('an artwork is looked around in from when it is known to be round, and what follows it is flat again', { skip }, async () => {
  const { page, server } = it;
  server.put(sphere({ projection: 'flat' }));
  await it.watch();
  await playsPast(page, 0.5);
  assert.equal(await canvas().count(), 0);
  server.put(sphere());
  await canvas().waitFor();
  await sees(page, 'red');
  await page.evaluate((playlist) => (document.querySelector('atelier-player').src = playlist), server.address + playback(SLUG, 3).master);
  await playsPast(page, 0.5);
  assert.equal(await canvas().count(), 0);
  assert.deepEqual(page.complaints, []);
});

test('of the pictures of two eyes, one is seen', { skip }, async () => {
  const { page, server } = it;
  // The left half of the frame has what is to the left in its middle.
  server.put(sphere({ stereo: 'left-right', width: 7680, height: 1920 }));
  await it.watch();
  await canvas().waitFor();
  await playsPast(page, 0.5);
  await sees(page, 'yellow');
  const { width, height } = await canvas().boundingBox();
  assert.ok(Math.abs(width / height - 16 / 9) < 0.02, `it is seen on ${width} × ${height}, as long as its frame is`);
  assert.deepEqual(page.complaints, []);
});

test('on a phone one finger turns it, two zoom it, and there is a way back', { skip }, async () => {
  await it.look({ width: 390, height: 844 });
  const { page } = it;
  await playsAhead(sphere());
  await swipe(page);
  await swipe(page);
  await sees(page, 'lime');
  assert.equal(await page.evaluate(() => scrollY), 0);
  const { width, height } = await canvas().boundingBox();
  assert.equal(width, height);
  await screenshot(page, 'sphere-phone');
  await page.getByRole('button', { name: 'Reset view' }).click();
  await isHigh(page, 72);
  await turn(page, 'd', 2);
  // A point is a hundredth of what can be zoomed, which is 60°: these 39 are 23.4° of it.
  await pinch(page, 0.1, 0.15);
  await isHigh(page, 72 - 23.4, 30);
  await pinch(page, 0.2, 0.1);
  await isHigh(page, 90, 30);
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  assert.deepEqual(page.complaints, []);
});

test('a device that is held turns the view as it is turned, until that is ended', { skip }, async () => {
  await it.look({ width: 360, height: 740 });
  const { page } = it;
  await playsAhead(sphere());
  const tilted = (...angles) =>
    page.evaluate((all) => all.forEach((alpha) => dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha, beta: 90, gamma: 0 }))), angles);
  const button = page.getByRole('button', { name: 'Tilt to look' });
  await button.click();
  await page.waitForFunction(() => document.querySelector('atelier-player').shadowRoot.querySelector('#move-view[aria-pressed=true]'));
  await tilted(10, 325, 280);
  await sees(page, 'lime');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  await screenshot(page, 'sphere-tilted-phone');
  await button.click();
  await tilted(180, 100, 10);
  await sees(page, 'lime');
  assert.deepEqual(page.complaints, []);
});

test('without WebGL its flat view is shown, and that is said', { skip }, async () => {
  const { server } = it;
  const [round, flat] = [playback(SLUG, 3), playback(SLUG, 4)];
  server.editions.set(4, { renditions: ['SD'], growing: false });
  server.put(sphere({ playback: { ...round, flat: flat.master } }));
  const browser = await launch({ webgl: false });
  try {
    const page = await openPage(browser);
    await page.goto(`${server.address}/watch/${SLUG}`);
    await page.getByText('it is shown flat').waitFor();
    await playsPast(page, 0.5);
    await screenshot(page, 'sphere-flat');
    assert.equal(await page.locator('atelier-player #sphere').isVisible(), false);
    assert.ok(server.requests.includes(flat.master) && !server.requests.includes(round.master));
  } finally {
    await browser.close();
  }
});
