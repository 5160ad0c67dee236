// What people name their files must never become a page: every page shows it as the text that it is.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch, noChromium, openPage } from './support/chromium.mjs';
import { FixtureServer } from './support/fixtureServer.mjs';

const TITLE = '<img src=x onerror="document.title=\'taken\'"></title><script>document.title=\'taken\'</script>';
const SLUG = 'mila/<img src=x onerror=alert(1)>';
const ERROR = 'It is no film: <script>alert(1)</script>';
const FAILED = {
  id: 'aa', task: 'encode', state: 'failed', artwork: SLUG, title: TITLE, rendition: 'HD', chunk: 0, attempts: 1, since: new Date().toISOString(),
  failure: { kind: 'permanent', reason: ERROR, error: ERROR, command: `ffmpeg -i '${TITLE}'`, exitCode: 183, output: [TITLE] },
};

let browser;
let server;
let page;

before(async () => {
  browser = noChromium ? null : await launch();
});
after(() => browser?.close());
beforeEach(async () => {
  server = await new FixtureServer().start();
  server.put({ slug: SLUG, title: TITLE, state: 'failed', error: ERROR });
  server.work = { running: 0, waiting: 0, failed: 1, notice: TITLE, unattended: [], jobs: [FAILED] };
  page = browser ? await openPage(browser) : null;
});
afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

/** Waits until a text is seen, and looks whether anything of it became an element or was run. */
async function isText(text) {
  await page.getByText(text).first().waitFor();
  assert.equal(await page.locator('img[src="x"], body script:not([src])').count(), 0);
  assert.notEqual(await page.title(), 'taken');
  assert.deepEqual(page.complaints, []);
}

test('a title that is HTML is text in the library', { skip: noChromium }, async () => {
  await page.goto(server.address);
  await isText(TITLE);
});

test('a title that is HTML is text beside the player', { skip: noChromium }, async () => {
  await page.goto(`${server.address}/watch/${SLUG.split('/').map(encodeURIComponent).join('/')}`);
  await isText(TITLE);
  await isText(ERROR);
});

test('a title that is HTML is text among the work', { skip: noChromium }, async () => {
  await page.goto(`${server.address}/work.html`);
  await page.getByText('What was called').click();
  await isText(TITLE);
});
