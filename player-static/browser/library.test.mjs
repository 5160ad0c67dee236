import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { findings } from './support/audit.mjs';
import { until } from './support/conditions.mjs';
import { launch, noChromium, openPage, screenshot } from './support/chromium.mjs';
import { FixtureServer, playback, rendition } from './support/fixtureServer.mjs';

let browser;
let server;
let page;

const titles = () => page.locator('.card h2').allTextContents();
const cardOf = (title) => page.locator('.card', { hasText: title });

before(async () => {
  browser = noChromium ? null : await launch();
});
after(() => browser?.close());
beforeEach(async () => {
  server = await new FixtureServer().start();
  page = browser ? await openPage(browser) : null;
});
afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

test('an empty library tells how to begin', { skip: noChromium }, async () => {
  await page.goto(server.address);
  await page.getByText('Nothing here yet').waitFor();
  assert.match(await page.locator('#empty').innerText(), /Drop a video into the inbox/);
  await screenshot(page, 'library-empty');
  assert.deepEqual(page.complaints, []);
});

test('artworks appear, change and go without a reload, and it is said aloud', { skip: noChromium }, async () => {
  server.put({ slug: 'mila/sunset', title: 'Sunset', state: 'ready', durationSeconds: 725, progress: 1 });
  await page.goto(server.address);
  await cardOf('Sunset').waitFor();
  assert.equal(await cardOf('Sunset').locator('a').getAttribute('href'), '/watch/mila/sunset');
  await until(() => server.readers > 0);
  server.put({ slug: 'mila/sunset', poster: '/favicon.svg' });
  await page.waitForFunction(() => document.querySelector('.card img')?.naturalWidth > 0);

  server.put({ slug: 'noor/rain', title: 'Rain' });
  await cardOf('Rain').waitFor();
  assert.deepEqual(await titles(), ['Rain', 'Sunset']);
  assert.equal(await page.locator('#announcer').textContent(), 'New artwork: Rain');
  assert.equal(await page.locator('#count').textContent(), '2 artworks');

  server.put({ slug: 'noor/rain', state: 'encoding', progress: 0.42, playable: true, playback: playback('noor/rain', 1) });
  await cardOf('Encoding 42 %').waitFor();
  server.tell('progress', { slug: 'noor/rain', progress: 0.77 });
  await cardOf('Encoding 77 %').waitFor();
  assert.equal(await cardOf('Rain').locator('progress').evaluate((bar) => bar.value), 0.77);

  server.put({ slug: 'noor/rain', state: 'failed', error: 'The file has no video stream. Deliver one that has.' });
  await cardOf('Deliver one that has.').waitFor();
  server.remove('mila/sunset');
  await cardOf('Sunset').waitFor({ state: 'detached' });
  assert.deepEqual(page.complaints, []);
});

test('what changed while the connection was broken is caught up with', { skip: noChromium }, async () => {
  server.put({ slug: 'a', title: 'First' });
  await page.goto(server.address);
  await cardOf('First').waitFor();
  server.breakEvents();
  server.artworks.set('b', { ...server.artworks.get('a'), slug: 'b', title: 'Missed' });
  await cardOf('Missed').waitFor();
});

test('a server that is away is waited for', { skip: noChromium }, async () => {
  server.up = false;
  server.put({ slug: 'a', title: 'First' });
  await page.goto(server.address);
  await page.getByText('The server answered 503').waitFor();
  server.up = true;
  await cardOf('First').waitFor();
  assert.equal(await page.locator('#problem').textContent(), '');
});

test('what failed is tried again from its card, and the card says what came of it', { skip: noChromium }, async () => {
  server.put({ slug: 'mila/sunset', title: 'Sunset', state: 'ready', progress: 1, renditions: { HD: rendition({ failed: true }) } });
  server.put({ slug: 'noor/rain', title: 'Rain', state: 'failed', error: 'It is no video.' });
  server.put({ slug: 'well', title: 'Well', state: 'ready', progress: 1 });
  server.work = { running: 0, waiting: 0, failed: 3, notice: 'room on the disk of the store', unattended: [], jobs: [] };
  await page.goto(server.address);
  await page.getByRole('link', { name: 'Work (3 failed)' }).waitFor();
  assert.match(await page.locator('#notice').textContent(), /New work waits for room on the disk of the store/);
  assert.equal(await cardOf('Well').getByRole('button').isVisible(), false);

  await page.getByRole('button', { name: 'Try again: Sunset' }).click();
  await page.getByRole('button', { name: 'Try again: Rain' }).click();
  await cardOf('is to be delivered again').waitFor();
  assert.deepEqual(server.retried, ['/api/artworks/mila/sunset/retry', '/api/artworks/noor/rain/retry']);
  await screenshot(page, 'library-retry');
});

test('a hostile title is text', { skip: noChromium }, async () => {
  const title = '<img src=x onerror="document.title=\'taken\'">';
  server.put({ slug: '../<b>x</b>', title, state: 'failed', error: '<script>alert(1)</script>', poster: 'javascript:alert(1)' });
  await page.goto(server.address);
  await cardOf('onerror').waitFor();
  assert.deepEqual(await titles(), [title]);
  assert.equal(await page.locator('.card img, .card b, .card script').count(), 0);
  assert.equal(await page.title(), 'Library · Atelier');
  assert.deepEqual(page.complaints, []);
});

test('a large library is searched and paged', { skip: noChromium }, async () => {
  for (let number = 1; number <= 130; number++) {
    server.put({ slug: `set/no-${number}`, title: `Study no ${number}`, state: 'ready', progress: 1 });
  }
  await page.goto(server.address);
  await cardOf('Study no 130').waitFor();
  assert.equal((await titles()).length, 60);
  server.put({ slug: 'new', title: 'Just in' });
  await cardOf('Just in').waitFor();
  for (const expected of [120, 131]) {
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.waitForFunction((count) => document.querySelectorAll('.card').length === count, expected);
  }
  assert.equal(new Set(await titles()).size, 131);
  assert.equal(await page.getByRole('button', { name: 'Load more' }).isVisible(), false);

  await page.getByRole('searchbox').fill('no 77');
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 1);
  assert.match(page.url(), /\?q=no%2077$/);
  await page.getByRole('searchbox').fill('zebra');
  await page.getByText('Nothing found').waitFor();
  await screenshot(page, 'library-nothing-found');
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.complaints, []);
});

test('the library is used by keyboard', { skip: noChromium }, async () => {
  server.put({ slug: 'a', title: 'First' });
  server.put({ slug: 'b', title: 'Second' });
  await page.goto(server.address);
  await cardOf('First').waitFor();
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
  const walked = [];
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    walked.push(await focused());
  }
  assert.deepEqual(walked, ['Skip to the artworks', 'search', 'Playlists', 'Work', 'Second', 'First']);
  server.put({ slug: 'c', title: 'Third' });
  await cardOf('Third').waitFor();
  assert.equal(await focused(), 'First', 'an arrival takes no focus away');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.address}/watch/a`);
});
