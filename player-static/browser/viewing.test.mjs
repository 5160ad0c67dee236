// What the player tells of what is seen, and what the page shows of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { until } from './support/conditions.mjs';
import { screenshot } from './support/chromium.mjs';
import { ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage();

test('the player tells what is seen, and the page shows the figures', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  server.viewing.set(SLUG, [{ day: '2026-05-01', views: 3, watchedSeconds: 130, completed: 1, firstFrameMillis: 240, stalls: 0 }]);
  await it.watch();
  await page.getByText('1 (33 %)').waitFor();
  await screenshot(page, 'viewing-figures', { fullPage: true });
  assert.deepEqual(await findings(page), []);
  await page.waitForFunction(() => document.querySelector('atelier-player').currentTime > 1);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  await until(() => server.told.length > 0);
  const [batch] = server.told;
  assert.equal(batch.slug, SLUG);
  assert.match(batch.session, /^[0-9a-f]{24}$/);
  assert.deepEqual(batch.events.map(({ type }) => type).slice(0, 2), ['start', 'first-frame']);
  const watched = batch.events.filter(({ type }) => type === 'watched').reduce((all, { value }) => all + value, 0);
  assert.ok(watched > 0.3 && watched < 20, `${watched} s watched`);
  assert.ok(server.said.some((text) => /br=\d+/.test(text) && text.includes(`cid="${SLUG}"`) && /ot=v/.test(text)), server.said.join('\n'));
  assert.deepEqual(page.complaints, []);
});
