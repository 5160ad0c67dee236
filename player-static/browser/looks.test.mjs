// Pictures of the pages for people to look at, and what a program can see of them: nothing sticks out, nothing is too small.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findings } from './support/audit.mjs';
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
    // What is far below is loaded when somebody scrolls there.
    await page.waitForFunction(() => [...document.images].every((image) => ((image.loading = 'eager'), image.complete)));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await screenshot(page, `library-${name}`, { fullPage: true });
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await findings(page), []);
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
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
