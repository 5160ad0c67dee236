// What the watch page says beside the player.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { screenshot } from './support/chromium.mjs';
import { growing, ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage();
const visibleRows = (count) => it.page.waitForFunction((wanted) => document.querySelectorAll('#rows tr').length === wanted, count);

test('renditions are offered for download as they are complete', { skip }, async () => {
  const { page, server } = it;
  server.put(growing({ poster: null }));
  await it.watch();
  await visibleRows(4);
  server.put({ slug: SLUG, poster: '/fixture/poster.jpg' });
  await page.waitForFunction(() => document.querySelector('atelier-player')?.shadowRoot?.querySelector('#poster')?.src?.endsWith('/poster.jpg'));
  assert.deepEqual(await page.locator('#rows th').allInnerTexts(), ['HD', 'SD', 'TN', 'AUDIO']);
  const links = () => page.locator('a.download:visible').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  assert.deepEqual(await links(), ['/fixture/poster.jpg', `/media/${SLUG}/AUDIO.mp4`]);
  it.better();
  await visibleRows(2);
  assert.deepEqual(await links(), [`/media/${SLUG}/HD.mp4`, `/media/${SLUG}/SD.mp4`]);
});

test('other artworks with the same film are links, also when they come later', { skip }, async () => {
  const { page, server } = it;
  server.put(ready({ sameAs: ['old/sun set'] }));
  await it.watch();
  await page.getByText('The same film: old/sun set', { exact: true }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'old/sun set' }).getAttribute('href'), '/watch/old/sun%20set');
  server.put({ slug: SLUG, sameAs: ['old/sun set', '<b>noor</b>/tide'] });
  await page.getByText('The same film: old/sun set, <b>noor</b>/tide', { exact: true }).waitFor();
  server.put({ slug: SLUG, sameAs: [] });
  await page.locator('#same').waitFor({ state: 'hidden' });
  assert.deepEqual(page.complaints, []);
});

test('a rendition that is left out is told of below those that are made', { skip }, async () => {
  const { page, server } = it;
  server.put(ready({ leftOut: { '4K': 'HD' } }));
  await it.watch();
  await page.getByText('Left out: 4K, since HD shows as much of this film.', { exact: true }).waitFor();
  assert.deepEqual(await findings(page), []);
  const notMade = { '8K360': 'left out: 10 bits take <b>2.6</b> GB' };
  server.put({ slug: SLUG, leftOut: {}, notMade, renditions: { HD: { complete: true, note: 'made of 8 bits: <b>' } } });
  await page.getByText('8K360 is left out: 10 bits take <b>2.6</b> GB.', { exact: true }).waitFor();
  await page.getByText('Made of 8 bits: <b>', { exact: true }).waitFor();
  server.put({ slug: SLUG, notMade: {} });
  await page.locator('#left-out').waitFor({ state: 'hidden' });
  assert.deepEqual(page.complaints, []);
});

test('an artist is asked whether a film is 360°, and told what holds', { skip }, async () => {
  const { page, server } = it;
  server.put(ready({ suggestion: 'equirectangular' }));
  await it.watch();
  await page.getByRole('button', { name: 'Show it as 360°' }).click();
  await page.getByText('It is shown so in a moment.').waitFor();
  assert.deepEqual(server.told.at(-1), { projection: 'equirectangular' });
  assert.ok(server.requests.includes(`/api/artworks/${SLUG}/sphere`));
  server.put({ slug: SLUG, suggestion: null, findings: ['The file says <b>, the details hold.'] });
  await page.getByText('The file says <b>, the details hold.', { exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Show it as 360°' }).count(), 0);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.complaints, []);
});

test('the history of plans is told in plain words, paged and used by keyboard', { skip }, async () => {
  await it.look({ width: 360, height: 740 });
  const { page, server } = it;
  const plan = (number) => ({ number, at: '2026-01-02T03:04:05Z', cause: 'source replaced', needed: 4, reused: 26, made: 4, cpuSeconds: 12.5, cpuSecondsSaved: 160.2, state: 'done' });
  server.plans.set(SLUG, Array.from({ length: 25 }, (_, index) => plan(25 - index)));
  server.put(ready({ sameAs: ['old/sunset'] }));
  await it.watch();
  await page.getByText('4 of 30 pieces encoded, 26 reused, 160 s of computing saved').first().waitFor();
  await page.getByText('1 to 20 of 25').waitFor();
  await screenshot(page, 'history-phone', { fullPage: true });
  assert.deepEqual(await findings(page), []);
  await page.getByRole('button', { name: 'Earlier' }).press('Enter');
  await page.getByText('21 to 25 of 25').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('#plans-list li').length === 5);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'plans-earlier', 'the focus stays');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  assert.deepEqual(page.complaints, []);
});
