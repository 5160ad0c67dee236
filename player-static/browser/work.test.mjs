import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { findings } from './support/audit.mjs';
import { until } from './support/conditions.mjs';
import { launch, noChromium, openPage, screenshot } from './support/chromium.mjs';
import { FixtureServer } from './support/fixtureServer.mjs';

let browser;
let server;
let page;

const ago = (seconds) => new Date(Date.now() - 1000 * seconds).toISOString();
/** The jobs as they are now: however long the browser took to start, their times are told from here. */
function jobs() {
  const running = { id: 'aa', task: 'encode', state: 'running', artwork: 'mila/sunset', title: 'Sunset', rendition: 'SD', chunk: 0, progress: 0.42, node: 'atelier-1', attempts: 1, since: ago(40), estimatedEnd: ago(-600) };
  const waiting = { id: 'bb', task: 'encode', state: 'waiting', artwork: 'mila/sunset', title: 'Sunset', rendition: 'HD', chunk: 1, attempts: 2, since: ago(600), until: ago(-120), waitsFor: 'its next try, backing off: disk full' };
  return [running, waiting, FAILED];
}

const FAILED = {
  id: 'cc', task: 'encode', state: 'failed', artwork: 'noor/rain', title: '<b>Rain</b>', rendition: 'HD', chunk: 2, attempts: 8, since: ago(7200),
  failure: { kind: 'poison', reason: 'out of memory', error: 'ffmpeg failed with exit code 244', command: "cd /work && ffmpeg -i 'a film.mov'", exitCode: 244, output: ['x264 began', 'Cannot allocate memory'] },
};
const rowOf = (text) => page.locator('.job', { hasText: text });

before(async () => {
  browser = noChromium ? null : await launch();
});
after(() => browser?.close());
beforeEach(async () => {
  server = await new FixtureServer().start();
  server.work = { running: 1, waiting: 1, failed: 1, notice: null, unattended: [], jobs: jobs() };
  page = browser ? await openPage(browser) : null;
});
afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

test('what runs, waits and failed is told, and why', { skip: noChromium }, async () => {
  await page.goto(`${server.address}/work.html`);
  await rowOf('SD, chunk 1').getByText('Running 42 %').waitFor();
  assert.match(await rowOf('SD, chunk 1').innerText(), /on atelier-1 · for \d+ (s|min) · done in about \d+ min/);
  assert.match(await rowOf('HD, chunk 2').innerText(), /Waiting for its next try, backing off: disk full/);
  assert.match(await rowOf('HD, chunk 2').innerText(), /again in \d+ (min|s) · tried 2 times · for 1\d min/);
  assert.match(await rowOf('<b>Rain</b>').innerText(), /Failed: out of memory[^]*tried 8 times · 2 h ago[^]*exit code 244/);
  assert.equal(await page.locator('.job b').count(), 0, 'a title is text');
  assert.equal(await rowOf('Rain').getByRole('link').getAttribute('href'), '/watch/noor/rain');
  await rowOf('Rain').getByText('What was called').click();
  assert.match(await rowOf('Rain').innerText(), /cd \/work && ffmpeg -i 'a film\.mov'[^]*Exit code 244[^]*Cannot allocate memory/);
  await screenshot(page, 'work');
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.complaints, []);
});

test('it is used by keyboard: filters, and trying again', { skip: noChromium }, async () => {
  await page.goto(`${server.address}/work.html`);
  await rowOf('SD, chunk 1').waitFor();
  await page.locator('#show-all').focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  await rowOf('SD, chunk 1').waitFor({ state: 'detached' });
  await rowOf('Rain').waitFor();
  assert.match(page.url(), /\?state=failed$/);
  await rowOf('Rain').getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('One job is tried again.').waitFor();
  await page.getByRole('button', { name: 'Try all that failed again' }).press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'retry-all');
  await until(() => server.retried.length === 2);
  assert.deepEqual(server.retried, ['/api/artworks/noor/rain/renditions/HD/retry', '/api/retry']);
  assert.deepEqual(page.complaints, []);
});

test('it follows events, and keeps what was opened', { skip: noChromium }, async () => {
  await page.goto(`${server.address}/work.html?state=failed`);
  await rowOf('Rain').getByText('What was called').click();
  await until(() => server.readers > 0);
  server.work = { ...server.work, failed: 2, notice: 'room on the disk of the store', jobs: [{ ...FAILED, id: 'dd', title: 'Snow' }, FAILED] };
  server.put({ slug: 'x', title: 'X' });
  await rowOf('Snow').waitFor();
  assert.equal(await rowOf('Rain').locator('details').evaluate((details) => details.open), true);
  assert.match(await page.locator('#notice').innerText(), /New work waits for room on the disk of the store/);
  server.work = { running: 0, waiting: 0, failed: 0, notice: null, unattended: [], jobs: [] };
  server.put({ slug: 'x', title: 'X' });
  await page.getByText('Nothing here').waitFor();
  assert.equal(await page.locator('#retry-all').isVisible(), false);
});

test('it fits a phone', { skip: noChromium }, async () => {
  await page.context().close();
  page = await openPage(browser, { width: 360, height: 740, scheme: 'dark' });
  await page.goto(`${server.address}/work.html`);
  await rowOf('Rain').waitFor();
  const [scroll, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(scroll <= width, `${scroll} px wide on ${width}`);
  for (const target of await page.locator('button:visible, .filters label, summary:visible').all()) {
    assert.ok((await target.boundingBox()).height >= 44, 'large enough for a finger');
  }
  await screenshot(page, 'work-phone', { fullPage: true });
});
