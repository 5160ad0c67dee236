// Renditions that are made when a viewer chooses them: the whole application, a real browser. It encodes for a while: ATELIER_FULL=true runs it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Application, noApplication } from './support/application.mjs';
import { launch, noChromium, openPage, playsPast, screenshot, videoIs } from './support/chromium.mjs';
import { noFfmpeg } from './support/fixtureMedia.mjs';
import { longFilm } from './support/longFilm.mjs';

const LONG = 300_000;
const HD_ON_DEMAND = JSON.stringify({ atelier: { renditions: { HD: { policy: 'on-demand' } } } });
const notAsked = process.env.ATELIER_FULL === 'true' ? false : 'set ATELIER_FULL=true to run this long test';
const skip = noApplication || noChromium || noFfmpeg || notAsked;

let application;
let browser;

before(async () => {
  if (!skip) {
    application = await new Application({ SPRING_APPLICATION_JSON: HD_ON_DEMAND }).start();
    browser = await launch();
  }
});
after(async () => {
  await browser?.close();
  await application?.stop();
});

/** The film from its beginning, and what its playlists of HD were asked for. */
async function watching(slug) {
  const page = await openPage(browser);
  page.setDefaultTimeout(LONG);
  const asked = [];
  page.on('request', (request) => /\/HD\.m3u8/.test(request.url()) && asked.push(request.url()));
  await page.goto(`${application.address}/watch/${slug}`);
  await playsPast(page, 1);
  return { page, asked };
}

async function qualities(page) {
  await page.locator('media-settings-menu-button').click();
  await page.getByRole('menuitem', { name: /Quality/ }).click();
  await page.getByRole('menuitemradio', { name: '720p (on demand)' }).waitFor();
}

test('what is on demand is made for the viewer who chooses it, and plays when it is there', { skip }, async () => {
  await application.drop(longFilm(40, '1280x720', '2M'), 'demand/sealed.mp4');
  const sealed = await application.artwork('demand/sealed', (it) => it.state === 'ready', LONG);
  assert.equal(sealed.renditions.HD, undefined);
  assert.deepEqual(sealed.playback.onDemand.renditions, ['HD']);
  const { page, asked } = await watching('demand/sealed');

  await qualities(page);
  await screenshot(page, 'on-demand-menu');
  assert.deepEqual(asked, [], 'it was asked for before anybody chose it');
  await page.getByRole('menuitemradio', { name: '720p (on demand)' }).click();
  await page.getByText('720p is being made').waitFor();

  await videoIs(page, 'videoHeight', 720);
  await playsPast(page, 2);
  const both = await application.artwork('demand/sealed', (it) => it.playback.edition > sealed.playback.edition, LONG);
  assert.equal(both.renditions.HD.complete, true);
  assert.equal(both.playback.onDemand, null);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('it is not taken by itself while the film is made, and can be chosen then', { skip }, async () => {
  await application.drop(longFilm(120, '1280x720', '2M'), 'demand/growing.mp4');
  const growing = await application.artwork('demand/growing', (it) => it.playback?.whole != null, LONG);
  assert.deepEqual(growing.playback.onDemand.renditions, ['HD']);
  const { page, asked } = await watching('demand/growing');
  await playsPast(page, 8);
  assert.deepEqual(asked, [], 'the player took by itself what nobody asked for');

  await qualities(page);
  await page.getByRole('menuitemradio', { name: '720p (on demand)' }).click();

  await videoIs(page, 'videoHeight', 720);
  assert.deepEqual(page.complaints.filter((each) => !/ 503 /.test(each)), []);
  await page.context().close();
});
