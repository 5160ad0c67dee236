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

test('in each direction is what was filmed there, by keyboard', { skip }, async () => {
  const { page, server } = it;
  server.put(sphere());
  await it.watch();
  await canvas().waitFor();
  await playsPast(page, 0.5);
  await sees(page, 'red');
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
  const { page, server } = it;
  server.put(sphere({ playback: playback(SLUG, 1) }));
  await it.watch();
  await canvas().waitFor();
  await playsPast(page, 0.5);
  await sees(page, 'red');
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

test('without WebGL it is shown flat, and that is said', { skip }, async () => {
  const { server } = it;
  server.put(sphere());
  const browser = await launch({ webgl: false });
  try {
    const page = await openPage(browser);
    await page.goto(`${server.address}/watch/${SLUG}`);
    await page.getByText('it is shown flat').waitFor();
    await playsPast(page, 0.5);
    await screenshot(page, 'sphere-flat');
    assert.equal(await page.locator('atelier-player #sphere').isVisible(), false);
  } finally {
    await browser.close();
  }
});
