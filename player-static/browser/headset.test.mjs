// A 360° artwork in a headset: an emulated one, as WebXR tells of it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { playsPast, screenshot } from './support/chromium.mjs';
import { sphereMedia } from './support/fixtureMedia.mjs';
import { ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage(sphereMedia);
const EMULATOR = createRequire(import.meta.url).resolve('iwer/build/iwer.min.js');
const button = () => it.page.getByRole('button', { name: 'View in headset' });

async function watch() {
  it.server.put(ready({ projection: 'equirectangular', stereo: 'mono', width: 1280, height: 640 }));
  await it.watch();
  await it.page.locator('atelier-player #sphere canvas').waitFor();
  await playsPast(it.page, 0.5);
}

/** Red, green and blue in the middle of each eye's picture, 1 where there is much. */
const seen = () =>
  it.page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => {
          const canvas = window.headset.canvasContainer.querySelector('canvas');
          const pencil = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height }).getContext('2d', { willReadFrequently: true });
          pencil.drawImage(canvas, 0, 0);
          const at = (share) => [...pencil.getImageData(canvas.width * share, canvas.height / 2, 1, 1).data.slice(0, 3)].map((each) => Number(each > 128)).join('');
          resolve([at(0.25), at(0.75)]);
        }),
      ),
  );

async function sees(colour) {
  const end = Date.now() + 60_000;
  let now;
  while ((now = await seen()).some((each) => each !== colour)) {
    assert.ok(Date.now() < end, `it should be ${colour}, and is ${now}`);
  }
}

test('who turns the head sees what is there', { skip }, async () => {
  await it.page.addInitScript({ path: EMULATOR });
  await it.page.addInitScript(() => {
    window.headset = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true });
    window.headset.installRuntime({ forceInstall: true });
  });
  await watch();
  await button().click();
  await sees('100');
  await it.page.evaluate(() => window.headset.quaternion.set(0, -Math.SQRT1_2, 0, Math.SQRT1_2));
  await sees('010');
  await screenshot(it.page, 'headset-right');
  await it.page.evaluate(() => window.headset.activeSession?.end());
  await it.page.locator('atelier-player #sphere canvas').waitFor();
  assert.deepEqual(it.page.complaints, []);
});

test('without a headset there is no button', { skip }, async () => {
  await watch();
  assert.equal(await button().count(), 0);
  assert.deepEqual(it.page.complaints, []);
});
