// The main job, as a person sees it: a video is dropped into the inbox and plays in the page, in the real application.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings } from './support/audit.mjs';
import { Application, noApplication } from './support/application.mjs';
import { launch, noChromium, openPage, playsPast, screenshot, videoIs, videoState } from './support/chromium.mjs';
import { until } from './support/conditions.mjs';
import { recordPlayback, recorded } from './support/continuity.mjs';
import { noFfmpeg } from './support/fixtureMedia.mjs';
import { longFilm } from './support/longFilm.mjs';
import { sphere, tell, turns } from './support/looking.mjs';
import { complaints, dropAndSeek, stored } from './support/seeking.mjs';

/** Encoding on a machine that is slow and busy takes its time. */
const LONG = 300_000;
const skip = noApplication || noChromium || noFfmpeg;
const SOURCE = fileURLToPath(new URL('../target/source-720-40s.mp4', import.meta.url));
const REAL_CLIPS = fileURLToPath(new URL('../../../shared/media/', import.meta.url));

let application;
let browser;

/** 40 s of moving pictures with sound, a key frame every 2 s: several chunks, in SD and HD. */
function source() {
  if (!existsSync(SOURCE)) {
    const making = SOURCE.replace('.mp4', '.making.mp4');
    mkdirSync(fileURLToPath(new URL('../target/', import.meta.url)), { recursive: true });
    const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=25:d=40', '-f', 'lavfi', '-i', 'sine=f=440:d=40'];
    const encoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest'];
    execFileSync(process.env.FFMPEG, ['-v', 'error', '-y', ...inputs, ...encoding, making]);
    renameSync(making, SOURCE);
  }
  return SOURCE;
}

before(async () => {
  if (!skip) {
    application = await new Application().start();
    browser = await launch();
  }
});
after(async () => {
  await browser?.close();
  await application?.stop();
});

test('a dropped video appears, plays past the first joint, and gets better without a reload', { skip }, async () => {
  const page = await openPage(browser);
  await page.goto(application.address);
  await page.getByText('Nothing here yet').waitFor();

  await application.drop(source(), 'mila/Un été 日本.mp4');
  const card = page.locator('.card', { hasText: 'Un été 日本' });
  await card.waitFor();
  await screenshot(page, 'application-library-encoding');
  await card.locator('a').click();

  await playsPast(page, 1);
  await recordPlayback(page);
  await playsPast(page, 8);
  await screenshot(page, 'application-watch');
  const { back, skipped, pauses } = await recorded(page);
  assert.ok(back < 0.2 && skipped < 1, `the picture jumped back by ${back} s, or forward by ${skipped} s`);
  assert.equal(pauses, 0);

  const slug = encodeURI('mila/Un été 日本');
  const artwork = await application.artwork(slug, (it) => it.state === 'ready', LONG);
  assert.equal(artwork.renditions.HD.complete, true, artwork.renditions.HD.error ?? 'HD is not complete');
  assert.equal(artwork.renditions.SD.segments, artwork.renditions.SD.expectedSegments);
  await videoIs(page, 'videoHeight', 720);
  await page.evaluate(() => (document.querySelector('atelier-player').video.currentTime = 36));
  await videoIs(page, 'ended', true);
  const end = await videoState(page);
  assert.ok(Math.abs(end.time - 40) < 0.1, `it ended at ${end.time} s`);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a seek to what is not made yet has that made first, in SD, and plays', { skip }, async () => {
  const page = await openPage(browser);
  const [start, seek] = await dropAndSeek(page, application, longFilm(120), 'seek/short', 110);
  console.log(`begins ${start} ms after the end of its copy, goes on ${seek} ms after a seek`);
  // The first segments of what was asked for play while the others of their chunk are made.
  let kept;
  await until(async () => (kept = await stored(application, 'seek/short')).SD.at(-1)[1] > 109);
  // HD may be cut as it is, which is decided when all is read.
  const { SD, HD = [] } = kept;
  assert.ok(SD.length > 1, `SD is stored at ${JSON.stringify(SD)}: what was asked for was not first`);
  assert.ok(!HD.some(([, end]) => end > 109), `HD is stored at ${JSON.stringify(HD)}, where nobody asked for it`);
  await page.getByText('still being made').waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => Math.round(document.querySelector('atelier-player').duration)), 120);
  assert.deepEqual(complaints(page), []);
  await page.context().close();
});

test('a file that is no video is shown with its reason, and stops nothing', { skip }, async () => {
  const page = await openPage(browser);
  await page.goto(application.address);
  await application.drop(fileURLToPath(import.meta.url), 'noor/letter.mp4');
  const card = page.locator('.card', { hasText: 'letter' });
  await card.getByText('Failed').waitFor({ timeout: LONG });
  assert.match(await card.innerText(), /video/i);
  await screenshot(page, 'application-library-failed');
  await page.context().close();
});

const clips = existsSync(REAL_CLIPS) ? readdirSync(REAL_CLIPS).filter((name) => /\.(mp4|webm)$/.test(name)) : [];
const SPHERE = 'clips/theta_360';
const slugOf = (name) => `clips/${basename(name).replace(/\.[^.]+$/, '')}`;
const noClips = clips.length === 0 && 'the real clips are not here';

test('real clips play on a phone, and one that is said to be a sphere is looked around in', { skip: skip || noClips }, async () => {
  tell(application, SPHERE);
  await Promise.all(clips.map((name) => application.drop(join(REAL_CLIPS, name), `clips/${name}`)));
  for (const name of clips) {
    const slug = slugOf(name);
    const artwork = await application.artwork(slug, (it) => it.playable, LONG);
    const page = await openPage(browser, { width: 390, height: 844 });
    await page.goto(`${application.address}/watch/${slug}`);
    await playsPast(page, Math.min(6, artwork.durationSeconds - 1));
    await screenshot(page, `application-${basename(slug)}`);
    assert.deepEqual(await findings(page), [], slug);
    assert.equal(await sphere(page).count(), slug === SPHERE ? 1 : 0, slug);
    assert.ok(slug !== SPHERE || (await turns(page)), 'it is turned');
    assert.deepEqual(page.complaints, [], slug);
    await page.context().close();
  }
  // The flat view of the sphere takes as long as all else of it, and nobody looks at it here.
  for (const slug of clips.map(slugOf).filter((each) => each !== SPHERE)) {
    const done = await application.artwork(slug, (it) => ['ready', 'failed'].includes(it.state), LONG);
    assert.equal(done.state, 'ready', `${slug}: ${done.error}`);
  }
});
