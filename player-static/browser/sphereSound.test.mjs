// Ambisonic sound, as somebody hears it who looks around.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './support/conditions.mjs';
import { playsPast, launch, openPage } from './support/chromium.mjs';
import { sphereMedia } from './support/fixtureMedia.mjs';
import { ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage(sphereMedia);
const EDITION = { renditions: ['SD', 'HD'], growing: false, around: true };
const asked = (name) => it.server.requests.some((path) => path.includes(`/${name}.m3u8`));

/** Listens where sound leaves the page. */
function listen(page) {
  return page.addInitScript(() => {
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (to, ...more) {
      if (to instanceof AudioDestinationNode) {
        const ears = this.context.createChannelSplitter(2);
        window.ears = [0, 1].map((channel) => {
          const ear = this.context.createAnalyser();
          ear.fftSize = 32768;
          connect.call(ears, ear, channel);
          return ear;
        });
        connect.call(this, ears);
      }
      return connect.call(this, to, ...more);
    };
  });
}

/** How much louder the left ear is than the right one, in dB; null in silence. */
const leaning = () =>
  it.page.evaluate(() => {
    const [left, right] = (window.ears ?? []).map((ear) => {
      const samples = new Float32Array(ear.fftSize);
      ear.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
    });
    return left > 1e-4 ? 20 * Math.log10(left / right) : null;
  });

async function leans(wanted) {
  const end = Date.now() + 60_000;
  let heard;
  while (!wanted((heard = await leaning()))) {
    assert.ok(Date.now() < end, `it leans by ${heard} dB`);
  }
}

function arrives() {
  it.server.editions.set(3, EDITION);
  it.server.put(ready({ projection: 'equirectangular', stereo: 'mono', width: 1280, height: 640 }));
  return it.watch();
}

async function watch() {
  await arrives();
  await it.page.locator('atelier-player #sphere canvas').waitFor();
  await playsPast(it.page, 0.5);
}

const tracks = () => it.page.evaluate(() => [...document.querySelector('atelier-player').video.audioTracks].map(({ label }) => label));

test('what sounds at the left does so until somebody turns', { skip }, async () => {
  await listen(it.page);
  await watch();
  await leans((heard) => heard > 1.5);
  assert.deepEqual(await tracks(), ['Sound'], 'the menu has no sound that only a sphere can play');
  for (let step = 0; step < 12; step++) {
    await it.page.keyboard.press('d');
  }
  await leans((heard) => heard !== null && heard < -1.5);
  await it.page.keyboard.press('r');
  await leans((heard) => heard > 1.5);
  assert.deepEqual(it.page.complaints, []);
});

test('where the browser lets no sound be made by itself, its mix-down is heard until somebody does something', { skip }, async () => {
  const browser = await launch({ autoplay: false });
  const before = it.page;
  try {
    it.page = await openPage(browser);
    await listen(it.page);
    await arrives();
    // Even a look at the page counts as a click.
    await until(() => asked('AUDIO'));
    assert.ok(!asked('AUDIO360'));
    await it.page.keyboard.press('d');
    await playsPast(it.page, 0.5);
    await it.page.evaluate(() => (document.querySelector('atelier-player').video.muted = false));
    await leans((heard) => heard > 1.5);
  } finally {
    it.page = before;
    await browser.close();
  }
});

test('without Web Audio its mix-down is heard', { skip }, async () => {
  await it.page.addInitScript(() => delete window.AudioContext);
  await watch();
  assert.ok(asked('AUDIO') && !asked('AUDIO360'));
  assert.deepEqual(it.page.complaints, []);
});
