// A 360° artwork, as somebody sees it who looks around in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { launch, openPage, playsPast, screenshot, videoIs } from './support/chromium.mjs';
import { sphereMedia } from './support/fixtureMedia.mjs';
import { playback } from './support/fixtureServer.mjs';
import { ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage(sphereMedia);
const sphere = (fields = {}) => ready({ projection: 'equirectangular', stereo: 'mono', width: 1280, height: 640, ...fields });
const canvas = () => it.page.locator('atelier-player #sphere canvas');

/** The colour in the middle of what is seen, as the nearest of those that are in the fixture. */
async function middle(page) {
  const box = await canvas().boundingBox();
  const picture = await page.screenshot({ clip: { x: box.x + box.width / 2 - 2, y: box.y + box.height / 2 - 2, width: 4, height: 4 } });
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const pencil = Object.assign(document.createElement('canvas'), { width: 4, height: 4 }).getContext('2d');
    pencil.drawImage(image, 0, 0);
    const [r, g, b] = [...pencil.getImageData(1, 1, 1, 1).data].map((value) => value > 128);
    return { true: { true: { true: 'white', false: 'yellow' }, false: { true: 'magenta', false: 'red' } }, false: { true: { true: 'cyan', false: 'lime' }, false: { true: 'blue', false: 'black' } } }[r][g][b];
  }, [...picture]);
}

async function sees(page, colour) {
  const end = Date.now() + 60_000;
  let seen;
  while ((seen = await middle(page)) !== colour) {
    assert.ok(Date.now() < end, `it should see ${colour}, and sees ${seen}`);
  }
}

async function turn(page, key, times) {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
  }
}

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

test('it is dragged, a click still pauses, and a better edition keeps the view', { skip }, async () => {
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
  await page.mouse.click(x, y - 40);
  await videoIs(page, 'paused', true);
  assert.equal(await canvas().count(), 1);
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

/** Draws a finger to the left, over three quarters of the view. */
async function swipe(page) {
  const finger = await page.context().newCDPSession(page);
  const { x, y, width, height } = await canvas().boundingBox();
  const touch = (type, ...xs) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((share) => ({ x: x + width * share, y: y + height * 0.62 })) });
  await touch('touchStart', 0.9);
  for (let share = 0.85; share > 0.15; share -= 0.05) {
    await touch('touchMove', share);
  }
  await touch('touchEnd');
}

test('on a phone there is room to draw a finger over it, and a way back', { skip }, async () => {
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
  await sees(page, 'red');
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
