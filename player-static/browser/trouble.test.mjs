// What a viewer meets when the media does not come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { playsPast, screenshot } from './support/chromium.mjs';
import { until } from './support/conditions.mjs';
import { playback } from './support/fixtureServer.mjs';
import { growing, ready, skip, SLUG, stage } from './support/stage.mjs';

const it = stage();
/** Waits until the viewer is asked to try again. The pauses between the player's own attempts take no time. */
const asked = () =>
  until(async () => {
    await it.page.clock.fastForward(1000);
    return offer().isVisible();
  });
const offer = () => it.page.getByRole('button', { name: 'Try again' });

test('media that cannot be had is asked for again, then left to the viewer', { skip }, async () => {
  const { page, server } = it;
  server.put(ready());
  server.mediaStatus = 404;
  await page.clock.install();
  await it.watch();
  await asked();
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
  await page.clock.install();
  await it.watch();
  await playsPast(page, 1);
  assert.equal(await page.locator('#scene').isVisible(), false, 'what is loaded plays on');
  await asked();
  await page.getByText('Check the connection').waitFor();
  server.broken.clear();
  // What is left of it plays on until the very moment.
  const time = await offer().evaluate((button) => {
    const at = document.querySelector('atelier-player').currentTime;
    button.click();
    return at;
  });
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

test('a segment that is gone is passed over for that of another quality, and one that is damaged is asked for again', { skip }, async () => {
  const { page, server } = it;
  server.spoilt.set('HD/002.m4s', { status: 404, text: 'gone', times: Infinity });
  server.spoilt.set('AUDIO/003.m4s', { status: 200, text: 'no segment at all', times: 1 });
  server.put(ready());
  await it.watch();
  const video = await page.waitForFunction(() => document.querySelector('atelier-player')?.video, null, { polling: 20 });
  await video.evaluate(({ videoRenditions }) => (videoRenditions.selectedIndex = -1));
  await playsPast(page, 9);
  assert.ok(server.asked.get('/fixture/HD/002.m4s').length > 0 && server.asked.has('/fixture/SD/002.m4s'), 'it fell back');
  assert.equal(server.spoilt.get('AUDIO/003.m4s').times, 0);
  assert.equal(await offer().isVisible(), false);
});

test('a rendition that failed at one place leaves the others playing while they are made', { skip }, async () => {
  const { page, server } = it;
  const failed = ['002', '003'];
  server.stored = { SD: [[0, 4], [8, 40]], HD: [] };
  failed.forEach((number) => server.spoilt.set(`SD/${number}.m4s`, { status: 404, text: 'failed', times: Infinity }));
  server.put(growing({ playback: { ...playback(SLUG, 2), whole: `/whole/${SLUG}/2/master.m3u8` } }));
  await it.watch();
  await playsPast(page, 1);
  await page.evaluate(() => {
    const { video } = document.querySelector('atelier-player');
    globalThis.heights = [];
    video.addEventListener('resize', () => globalThis.heights.push(video.videoHeight));
  });
  await playsPast(page, 9);

  assert.deepEqual(await page.evaluate(() => globalThis.heights), [720, 406], 'it went up where SD failed, and back');
  const [missed, instead] = ['SD/002', 'HD/002'].map((name) => server.asked.get(`/fixture/${name}.m4s`)[0]);
  // What is loaded ahead lasts longer: hls.js takes a second more where it reloads a list just then.
  assert.ok(instead - missed < 3000, `it took ${instead - missed} ms to ask for the other`);
  const asked = failed.map((number) => server.asked.get(`/fixture/SD/${number}.m4s`)?.length ?? 0);
  assert.deepEqual(asked, [1, 0], 'what failed was asked for once');
  assert.equal(await offer().isVisible(), false);
});

test('who goes to where the sound is listed before its pictures sees them when they are', { skip }, async () => {
  const { page, server } = it;
  let [pictures, sound] = [2, 2];
  await page.route(/\/whole\/.*\/(SD|AUDIO)\.m3u8/, async (route) => {
    const listed = await (await route.fetch()).text();
    const known = route.request().url().includes('SD') ? pictures : sound;
    await route.fulfill({ contentType: 'application/vnd.apple.mpegurl', body: listed.split(/(?<=\.m4s\n)/).slice(0, known).join('') });
  });
  server.stored = { SD: [[0, 40]], HD: [] };
  server.put(growing({ playback: { ...playback(SLUG, 2), whole: `/whole/${SLUG}/2/master.m3u8` } }));
  await it.watch();
  await playsPast(page, 1);
  await page.evaluate(() => (document.querySelector('atelier-player').currentTime = 30));
  sound = Infinity;
  await until(() => server.asked.has('/fixture/AUDIO/015.m4s'));
  assert.ok(!server.asked.has('/fixture/SD/015.m4s'), 'the pictures are not listed yet');
  pictures = Infinity;
  await playsPast(page, 30.5);
});

/** Sound that failed for good, from one segment to another. */
const silence = (from, to) => {
  const segments = Array.from({ length: to - from }, (_, at) => String(from + at).padStart(3, '0'));
  const names = from === 0 ? ['init.mp4'] : [];
  [...names, ...segments.map((number) => `${number}.m4s`)].forEach((name) =>
    it.server.spoilt.set(`AUDIO/${name}`, { status: 404, text: 'failed', times: Infinity }),
  );
};
const noSound = () => it.page.getByText('The sound of this part is missing');
const decoded = () => it.page.evaluate(() => document.querySelector('atelier-player').video.webkitAudioDecodedByteCount);

test('sound that failed at one place leaves the pictures playing in silence there, and that is said', { skip }, async () => {
  const { page, server } = it;
  silence(2, 4);
  server.put(ready());
  await it.watch();
  await playsPast(page, 1);
  assert.equal(await noSound().isVisible(), false);
  await noSound().waitFor();
  await screenshot(page, 'watch-no-sound');
  const before = await decoded();
  await playsPast(page, 6);
  assert.ok((await decoded()) > before, 'silence is decoded as sound is');
  await noSound().waitFor({ state: 'hidden' });
  await playsPast(page, 8.5);
  const [asked, behind] = ['003', '004'].map((number) => server.asked.get(`/fixture/AUDIO/${number}.m4s`)?.length);
  assert.deepEqual([asked, behind], [1, 1], 'what failed was asked for once, and what is behind it was played');
  assert.equal(await offer().isVisible(), false);
});

test('a film of whose sound nothing could be made plays in silence', { skip }, async () => {
  const { page, server } = it;
  silence(0, 20);
  server.put(growing({ playback: { ...playback(SLUG, 2), whole: `/whole/${SLUG}/2/master.m3u8` } }));
  server.stored = { SD: [[0, 40]], HD: [[0, 40]] };
  await it.watch();
  await noSound().waitFor();
  await playsPast(page, 3);
  assert.ok((await decoded()) > 0, 'silence is decoded as sound is');
  assert.equal(await offer().isVisible(), false);
});
