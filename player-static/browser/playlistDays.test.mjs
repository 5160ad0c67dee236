// What a playlist meets when it runs for days: hundreds of items, and media that stop coming. It takes minutes: ATELIER_FULL=true
// runs it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPlaylist } from './support/fixturePlaylists.mjs';
import { playback } from './support/fixtureServer.mjs';
import { held } from './support/held.mjs';
import { ready, skip, stage } from './support/stage.mjs';

const TIMES = Number(process.env.ATELIER_CHANGES ?? 300);
const WARM = TIMES / 10;
const it = stage();
const notAsked = process.env.ATELIER_FULL === 'true' ? false : 'set ATELIER_FULL=true to run this long test';

test('hundreds of items leave no memory, nodes or listeners behind', { skip: skip || notAsked, timeout: 1_200_000 }, async (t) => {
  const { page, server } = it;
  const slugs = ['a', 'b', 'c'];
  slugs.forEach((slug) => server.put(ready({ slug, title: slug, playback: playback(slug, 3) })));
  const items = slugs.map((slug, at) => ({ slug, from: 10 * at, until: 10 * at + 0.4, mute: false }));
  keepPlaylist(server.playlists, { name: 'days', title: 'Days', loop: true, autostart: true, montages: [{ title: '', tracks: [{ items }] }] });
  await page.addInitScript(() => {
    globalThis.changes = 0;
    document.addEventListener('atelierchange', () => changes++, true);
  });
  await page.goto(`${server.address}/play/days`);
  const session = await page.context().newCDPSession(page);
  const reached = (count) => page.waitForFunction((wanted) => changes >= wanted, count, { polling: 100, timeout: 1_200_000 });
  await reached(WARM);
  const warm = await held(session);
  await reached(TIMES);
  const end = await held(session);
  t.diagnostic(`after ${WARM}: ${JSON.stringify(warm)}; after ${TIMES}: ${JSON.stringify(end)}`);
  assert.equal(await page.locator('video').count(), 2);
  assert.equal(end.documents, warm.documents);
  assert.ok(end.nodes < warm.nodes + 100, `${end.nodes - warm.nodes} more nodes`);
  assert.ok(end.listeners < warm.listeners + 100, `${end.listeners - warm.listeners} more listeners`);
  assert.ok(end.heap < warm.heap + 4_000_000, `${end.heap - warm.heap} more bytes`);
  assert.deepEqual(page.complaints, []);
});

test('what is there of an item is shown again and again until the rest can be had', { skip: skip || notAsked }, async () => {
  const { page, server } = it;
  server.put(ready({ slug: 'a', title: 'a', playback: playback('a', 3) }));
  const montages = [{ title: '', tracks: [{ items: [{ slug: 'a', from: null, until: null, mute: false }] }] }];
  keepPlaylist(server.playlists, { name: 'cut', title: 'Cut', loop: true, autostart: true, montages });
  for (let segment = 1; segment < 20; segment++) {
    ['SD', 'HD', 'AUDIO'].forEach((name) => server.broken.add(`${name}/${String(segment).padStart(3, '0')}.m4s`));
  }
  await page.addInitScript(() => {
    globalThis.rounds = 0;
    document.addEventListener('atelierchange', () => rounds++, true);
  });
  await page.goto(`${server.address}/play/cut`);
  await page.waitForFunction(() => rounds >= 3);
  server.cut = true;
  await page.waitForFunction(() => rounds >= 6);
  server.cut = false;
  server.broken.clear();
  await page.waitForFunction(() => document.querySelector('[data-front]').currentTime > 5);
});
