// Plays from a bucket that is closed to everybody, over addresses that expire: the whole application, a real S3 server, a real browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Application, noApplication } from './support/application.mjs';
import { launch, noChromium, openPage, playsPast, videoIs } from './support/chromium.mjs';
import { noFfmpeg } from './support/fixtureMedia.mjs';
import { S3Server, noS3 } from './support/s3Server.mjs';

const LONG = 300_000;
const notAsked = process.env.ATELIER_FULL === 'true' ? false : 'set ATELIER_FULL=true to run this long test';
const skip = noApplication || noChromium || noFfmpeg || notAsked || noS3;

let folder;
let s3;
let application;
let browser;

function clip() {
  const file = join(folder, 'clip.mp4');
  const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=8', '-f', 'lavfi', '-i', 'sine=f=440:d=8'];
  const encoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest'];
  execFileSync(process.env.FFMPEG, ['-v', 'error', '-y', ...inputs, ...encoding, file]);
  return file;
}

before(async () => {
  if (!skip) {
    folder = mkdtempSync(join(tmpdir(), 'atelier-private-'));
    s3 = await new S3Server().start();
    application = await new Application({ ...s3.environment, ATELIER_PLAYBACK_SIGNED: 'true', ATELIER_PLAYBACK_EXPIRY: '2s' }).start();
    browser = await launch();
  }
});
after(async () => {
  await browser?.close();
  await application?.stop();
  await s3?.stop();
  if (folder) {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a private film plays from the bucket, and its addresses are refused when they have expired', { skip }, async () => {
  await application.drop(clip(), 'mila/secret.mp4');
  const { storyboard } = await application.artwork('mila/secret', (it) => it.state === 'ready', LONG);
  const pictures = await (await fetch(application.address + storyboard)).text();
  const [, sheet] = /^(http\S+\/sheet\.jpg\S*)#xywh=/m.exec(pictures);
  assert.equal((await fetch(sheet)).status, 200);
  assert.equal((await fetch(sheet.replace(/\?.*/, ''))).status, 403, 'the small pictures are public');
  const page = await openPage(browser);
  const segments = [];
  page.on('response', (answer) => answer.url().startsWith(s3.address) && segments.push(answer));

  await page.goto(`${application.address}/watch/mila/secret`);
  await playsPast(page, 1);
  const small = page.waitForResponse((answer) => answer.url().includes('/sheet.jpg'));
  await page.locator('media-time-range').hover();
  assert.equal((await small).status(), 200, 'no small picture came from the bucket');
  await videoIs(page, 'ended', true);

  assert.ok(segments.length > 0, 'nothing came from the bucket');
  assert.ok(segments.every((it) => [200, 206].includes(it.status())), 'the bucket refused something');
  assert.deepEqual(page.complaints, []);
  const [segment] = segments.map((it) => it.url());
  assert.equal((await fetch(segment.replace(/\?.*/, ''))).status, 403, 'the object is public');
  const { url, expiresAt } = await (await fetch(`${application.address}/api/artworks/mila/secret/stream`)).json();
  assert.equal((await fetch(application.address + url)).status, 200);
  assert.equal((await fetch(application.address + url.replace(/\?.*/, ''))).status, 403, 'the playlist is public');

  await new Promise((resolve) => setTimeout(resolve, Date.parse(expiresAt) - Date.now() + 1500));
  assert.equal((await fetch(application.address + url)).status, 403, 'the playlist did not expire');
  assert.equal((await fetch(segment)).status, 403, 'the segment did not expire');
  await page.context().close();
});
