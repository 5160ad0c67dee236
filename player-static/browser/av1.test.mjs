// A rung in AV1, in the real application: it is offered, played where it is chosen, and shows what the film shows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Application, noApplication } from './support/application.mjs';
import { launch, noChromium, openPage, playsPast, videoIs } from './support/chromium.mjs';
import { noFfmpeg } from './support/fixtureMedia.mjs';

const LONG = 120_000;
const skip = noApplication || noChromium || noFfmpeg;
const MID = { kind: 'video', parent: 'HD', width: 480, height: 270, codec: 'av1', preset: 'ultrafast', crf: 30, maxrate: 1500 };
const SMALL = { width: 320, height: 180 };
const RUNGS = JSON.stringify({ atelier: { renditions: { MID, SD: SMALL, TN: SMALL } } });
/** Of the film, a quarter each: top left, top right, bottom left, bottom right. */
const COLOURS = ['C04040', '40A040', '4040C0', '808080'];

let application;
let browser;
let folder;

before(async () => {
  if (!skip) {
    folder = mkdtempSync(join(tmpdir(), 'atelier-av1-'));
    application = await new Application({ SPRING_APPLICATION_JSON: RUNGS }).start();
    browser = await launch();
  }
});
after(async () => {
  await browser?.close();
  await application?.stop();
  if (folder) {
    rmSync(folder, { recursive: true });
  }
});

/** 16 s of four patches of colour, with a tone: more than one chunk. */
function film() {
  const file = join(folder, 'film.mp4');
  const patches = COLOURS.flatMap((colour) => ['-f', 'lavfi', '-i', `color=0x${colour}:s=240x136:r=25:d=16,format=gbrp`]);
  const stack = 'xstack=inputs=4:layout=0_0|w0_0|0_h0|w0_h0,crop=480:270:0:0,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709';
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '10', '-g', '50', '-c:a', 'aac'];
  execFileSync(process.env.FFMPEG, ['-v', 'error', ...patches, '-f', 'lavfi', '-i', 'sine=440:d=16', '-filter_complex', stack, ...coding, file]);
  return file;
}

async function choose(page, quality) {
  await page.locator('media-settings-menu-button').click();
  await page.getByRole('menuitem', { name: /Quality/ }).click();
  await page.getByRole('menuitemradio', { name: quality }).click();
}

/** What is seen in the middle of each quarter: red, green and blue. */
function seen(page) {
  return page.evaluate(() => {
    const { video } = document.querySelector('atelier-player');
    const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, 4, 4);
    return [[0, 0], [3, 0], [0, 3], [3, 3]].map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]);
  });
}

test('a rung in AV1 is chosen in the menu, and shows what the film shows', { skip }, async () => {
  await application.drop(film(), 'av1/film.mp4');
  const artwork = await application.artwork('av1/film', (it) => it.state === 'ready', LONG);
  assert.ok(artwork.renditions.MID?.complete, `MID: ${JSON.stringify(artwork.renditions.MID)}`);
  const master = await (await fetch(application.address + artwork.playback.master)).text();
  assert.match(master, /CODECS="av01\.[^\n]*\n[^\n]*MID\.m3u8/);
  const page = await openPage(browser);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${application.address}/watch/av1/film`);
  await playsPast(page, 0.5);

  await choose(page, /^180p/);
  await videoIs(page, 'videoHeight', 180);
  await choose(page, /^270p/);
  await videoIs(page, 'videoHeight', 270);
  await page.evaluate(() => (document.querySelector('atelier-player').video.currentTime = 12));
  await playsPast(page, 12.5);
  assert.equal(await page.evaluate(() => document.querySelector('atelier-player').video.videoHeight), 270);
  assert.ok(asked.some((address) => address.includes('/MID.m3u8')), 'its playlist was not asked for');
  (await seen(page)).forEach((colour, corner) => {
    const wanted = COLOURS[corner].match(/../g).map((hex) => parseInt(hex, 16));
    assert.ok(colour.every((each, i) => Math.abs(each - wanted[i]) < 12), `quarter ${corner} is ${colour}, not ${wanted}`);
  });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
