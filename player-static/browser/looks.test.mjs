// Pictures of the pages for people to look at, and what a program can see of them: nothing sticks out, nothing is too small.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, noChromium, openPage, playsPast, screenshot } from './support/chromium.mjs';
import { fixtureMedia, noFfmpeg } from './support/fixtureMedia.mjs';
import { FixtureServer, playback, rendition } from './support/fixtureServer.mjs';

const skip = noChromium || noFfmpeg;
const LOOKS = [
  ['desktop-light', { width: 1280, height: 800, scheme: 'light' }],
  ['desktop-dark', { width: 1280, height: 800, scheme: 'dark' }],
  ['phone-light', { width: 390, height: 844, scheme: 'light' }],
  ['phone-dark', { width: 390, height: 844, scheme: 'dark' }],
];
const COMPLETE = { ready: true, complete: true, segments: 20, sha256: '9f2c4ab1'.repeat(8), bytes: 41_200_000 };
const READY = {
  state: 'ready',
  progress: 1,
  playable: true,
  durationSeconds: 40,
  width: 1280,
  height: 720,
  poster: '/fixture/poster.jpg',
};

let browser;
let server;

before(async () => {
  if (skip) {
    return;
  }
  browser = await launch();
  server = await new FixtureServer(fixtureMedia()).start();
  server.editions.set(1, { renditions: ['SD', 'HD'], growing: false });
  server.put({ ...READY, slug: 'noor/tide', title: 'Tide', durationSeconds: 4210 });
  server.put({
    slug: 'uploads/holiday',
    title: 'holiday',
    state: 'failed',
    error: 'holiday.mov has no video stream. Nothing was encoded. Deliver a file with pictures in it, or remove it from the inbox.',
  });
  server.put({ ...READY, slug: 'archive/2019/a-very-long-name-that-somebody-gave-to-their-work-without-any-space_final_FINAL_v3', title: 'A very long name that somebody gave to their work, and then went on for a while longer' });
  server.put({ ...READY, slug: 'mila/sunset', title: 'Sunset over the estuary', state: 'encoding', progress: 0.62, playback: playback('mila/sunset', 1), renditions: renditions() });
  server.put({ slug: 'mila/portrait', title: 'Portrait of a sculptor', state: 'encoding', progress: 0.03, durationSeconds: 65 });
  server.put({ slug: 'ines/just-in', title: 'Just in' });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

function renditions() {
  return {
    '4K': rendition({ failed: true, error: 'The encoder ran out of memory in chunk 3. The other renditions are not touched. Free some memory, then touch the source.' }),
    HD: rendition({ ready: true, segments: 12, bytes: 21_000_000 }),
    SD: rendition({ ...COMPLETE, origin: 'override' }),
    TN: rendition({ ...COMPLETE, expectedSegments: 1, bytes: 24_000 }),
    AUDIO: rendition({ ...COMPLETE, bytes: 980_000 }),
  };
}

/** Names of elements that stick out to the right. */
function sticksOut(page) {
  return page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => `${e.tagName}.${e.className}`),
  );
}

for (const [name, look] of LOOKS) {
  test(`the library on ${name}`, { skip }, async () => {
    const page = await openPage(browser, look);
    await page.goto(server.address);
    await page.locator('.card').nth(5).waitFor();
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await screenshot(page, `library-${name}`, { fullPage: true });
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`the player on ${name}`, { skip }, async () => {
    const page = await openPage(browser, look);
    await page.goto(`${server.address}/watch/mila/sunset`);
    await playsPast(page, 1);
    await page.keyboard.press('k');
    await screenshot(page, `watch-${name}`, { fullPage: true });
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('text has enough contrast in light and in dark', { skip }, async () => {
  for (const scheme of ['light', 'dark']) {
    const page = await openPage(browser, { scheme });
    await page.goto(server.address);
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return Object.fromEntries(['paper', 'raised', 'ink', 'soft', 'accent', 'on-accent', 'bad'].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    });
    const pairs = [['ink', 'paper'], ['soft', 'paper'], ['soft', 'raised'], ['accent', 'paper'], ['bad', 'paper'], ['on-accent', 'accent']];
    for (const [text, ground] of pairs) {
      const ratio = contrast(colours[text], colours[ground]);
      assert.ok(ratio >= 4.5, `${scheme}: ${text} on ${ground} is ${ratio.toFixed(2)}`);
    }
    await page.context().close();
  }
});

/** Contrast ratio of two #rrggbb colours, WCAG 2.2. */
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
