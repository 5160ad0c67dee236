// The element on a page that is not ours, from another host, with styles of its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findings } from './support/audit.mjs';
import { screenshot } from './support/chromium.mjs';
import { until } from './support/conditions.mjs';
import { FixtureServer } from './support/fixtureServer.mjs';
import { ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage();
let blog;

const page = (films) => `<!doctype html>
<title>A blog</title>
<link rel="icon" href="data:,">
<style>
  * { color: purple; font-size: 40px; line-height: 3 }
  video, button, p, h2, div { display: none; border: 9px solid lime }
</style>
<script type="module" src="/atelier-player.js"></script>
<script type="module" src="/atelier-player.js?again"></script>
<atelier-player id="one" src="${films}/api/artworks/${SLUG}" autoplay muted style="width: 640px"></atelier-player>
<atelier-player id="two" src="${films}/media/${SLUG}/editions/3/master.m3u8" label="A playlist" style="width: 320px"></atelier-player>`;

before(async () => {
  blog = await new FixtureServer().start();
});
after(() => blog.stop());

/** Waits until one of the players has played to a time. */
const plays = (id, time) =>
  it.page.waitForFunction(([name, goal]) => document.getElementById(name).currentTime > goal, [id, time], { polling: 50 });

test('two of them play on a foreign page, and its styles do not reach into them', { skip }, async () => {
  const { page: visitor, server } = it;
  server.put(ready());
  blog.foreign.set('/blog', page(server.address));
  await visitor.goto(`${blog.address}/blog`);
  await plays('one', 1);
  assert.equal(await visitor.evaluate(() => document.getElementById('two').paused), true, 'one does not begin the other');
  await visitor.evaluate(() => document.getElementById('two').play());
  await plays('two', 1);
  await visitor.getByRole('region', { name: 'Video player: Sunset' }).waitFor();
  await visitor.getByRole('region', { name: 'Video player: A playlist' }).waitFor();
  const borders = await visitor.evaluate(() =>
    [...document.querySelectorAll('atelier-player')].flatMap(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('video, #unmute')].map((each) => getComputedStyle(each).borderTopWidth),
    ),
  );
  assert.equal(borders.includes('9px'), false);
  await screenshot(visitor, 'embedded');
  assert.deepEqual(await findings(visitor, 'atelier-player'), []);
  assert.deepEqual(visitor.complaints, []);
});

test('it tells the page what happens, and one that is removed leaves nothing behind', { skip }, async () => {
  const { page: visitor, server } = it;
  server.put(ready());
  blog.foreign.set('/blog', page(server.address));
  await visitor.goto(`${blog.address}/blog`);
  await visitor.evaluate(() => {
    globalThis.told = [];
    const names = ['atelierstate', 'pause', 'ateliertrouble'];
    names.forEach((name) => document.getElementById('one').addEventListener(name, () => told.push(name)));
  });
  await plays('one', 1);
  server.put({ slug: SLUG, title: 'Sunrise' });
  await visitor.waitForFunction(() => document.getElementById('one').state?.artwork?.title === 'Sunrise');
  await visitor.evaluate(() => document.getElementById('one').pause());
  await visitor.waitForFunction(() => told.includes('pause') && told.includes('atelierstate'));

  assert.equal(server.readers, 1);
  await visitor.evaluate(() => {
    globalThis.kept = document.getElementById('one');
    kept.remove();
  });
  await until(() => server.readers === 0);
  assert.equal(await visitor.evaluate(() => kept.shadowRoot.querySelectorAll('video').length), 0);
  const { currentTime } = await visitor.evaluate(() => ({ currentTime: kept.currentTime }));
  assert.equal(currentTime, 0);
  await visitor.evaluate(() => document.body.append(kept));
  await plays('one', 1.2);
  await until(() => server.readers === 1);
  assert.deepEqual(visitor.complaints, []);
});
