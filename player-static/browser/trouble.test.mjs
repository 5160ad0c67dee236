// What a viewer meets when the media does not come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { playsPast, screenshot, videoState } from './support/chromium.mjs';
import { PATIENCE, until } from './support/conditions.mjs';
import { growing, ready, skip, stage } from './support/stage.mjs';

const it = stage();
const offer = () => it.page.getByRole('button', { name: 'Try again' });

test('media that cannot be had is asked for again, then left to the viewer', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  server.mediaStatus = 404;
  await it.watch();
  await offer().waitFor({ timeout: 3 * PATIENCE });
  await screenshot(page, 'watch-trouble');
  assert.deepEqual(await findings(page), []);
  server.mediaStatus = null;
  await offer().click();
  await playsPast(page, 1);
  await page.locator('#scene').waitFor({ state: 'hidden' });
});

test('a network that breaks in the middle is told of when nothing is left to see, and it goes on from there', { skip }, async () => {
  const { page, server } = it;
  for (const name of ['SD', 'HD', 'AUDIO']) {
    ['002', '003', '004', '005'].forEach((number) => server.broken.add(`${name}/${number}.m4s`));
  }
  server.put(growing());
  await it.watch();
  await playsPast(page, 1);
  assert.equal(await page.locator('#scene').isVisible(), false, 'what is loaded plays on');
  await offer().waitFor({ timeout: 3 * PATIENCE });
  await page.getByText('Check the connection').waitFor();
  const { time } = await videoState(page);
  server.broken.clear();
  await offer().click();
  await playsPast(page, time + 1);
  const began = await page.evaluate(() => document.querySelector('atelier-player').video.played.start(0));
  assert.ok(Math.abs(began - time) < 0.1, `it broke at ${time} s and went on at ${began} s`);
  await page.locator('#scene').waitFor({ state: 'hidden' });
});

test('a part that is not made yet is waited for, as long as the server says', { skip }, async () => {
  const { page, server } = it;
  const late = '/fixture/SD/002.m4s';
  server.retryAfter = 2;
  server.notYet.add('SD/002.m4s');
  server.put(growing());
  await it.watch();
  await until(() => (server.asked.get(late) ?? []).length >= 4);
  await page.getByText('This part is still being made').waitFor();
  assert.equal(await offer().isVisible(), false);
  await screenshot(page, 'watch-not-yet');
  server.notYet.clear();
  await playsPast(page, 5);
  const times = server.asked.get(late);
  const pauses = times.slice(1).map((at, index) => at - times[index]);
  assert.ok(Math.min(...pauses) > 1900, `it was asked for again after ${Math.min(...pauses)} ms`);
  await page.locator('#notice').filter({ hasText: 'still being made' }).waitFor({ state: 'hidden' });
});
