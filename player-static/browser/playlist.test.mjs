// Playlists for installations, as somebody who stands before the screen sees them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { until } from './support/conditions.mjs';
import { launch, openPage, screenshot } from './support/chromium.mjs';
import { FRAMES_PER_SECOND } from './support/fixtureMedia.mjs';
import { keepPlaylist } from './support/fixturePlaylists.mjs';
import { playback } from './support/fixtureServer.mjs';
import { gaps, median, recordGaps } from './support/gaps.mjs';
import { growing, ready, skip, stage } from './support/stage.mjs';

const it = stage();

function playlist(items, fields = {}) {
  const montages = [{ title: '', tracks: [{ items: items.map((item) => ({ from: null, until: null, mute: false, ...item })) }] }];
  return keepPlaylist(it.server.playlists, { name: 'foyer', title: 'Foyer', loop: true, autostart: true, montages, ...fields });
}

function artworks(...slugs) {
  slugs.forEach((slug) => it.server.put(ready({ slug, title: slug, playback: playback(slug, 3) })));
}

/** Opens the page, which notes its changes by itself. */
async function show(page = it.page) {
  await page.addInitScript(() => {
    globalThis.shown = [];
    document.addEventListener('atelierchange', ({ detail }) => shown.push({ begin: detail.begin, end: detail.end, left: detail.before.currentTime }), true);
  });
  await page.goto(`${it.server.address}/play/foyer`);
}

/** Lets the page note which media it holds. */
function countMedia(page) {
  return page.addInitScript(() => {
    globalThis.held = new Set();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (media) => {
      const address = createObjectURL(media);
      if (media instanceof MediaSource) {
        held.add(address);
      }
      return address;
    };
    URL.revokeObjectURL = (address) => {
      held.delete(address);
      revokeObjectURL(address);
    };
  });
}

const changes = (page, count) => page.waitForFunction((wanted) => globalThis.shown.length >= wanted, count, { polling: 50 });
const told = (found) => `gaps in frames: ${found.map(({ stood, longest }) => `${stood.toFixed(2)} (longest ${longest.toFixed(2)})`).join(', ')}`;
const front = (page) => page.evaluate(() => { const { id, currentTime, muted, paused } = document.querySelector('[data-front]'); return { id, currentTime, muted, paused }; });

test('items follow each other by two videos in turn, without a gap', { skip }, async (t) => {
  const { page, server } = it;
  artworks('mila/sunset', 'noor/tide');
  playlist([{ slug: 'mila/sunset', from: 4, until: 5 }, { slug: 'noor/tide', from: 20, until: 21 }]);
  await show();
  await recordGaps(page);
  await changes(page, 5);
  const found = await gaps(page, FRAMES_PER_SECOND);
  t.diagnostic(told(found));
  assert.ok(found.length >= 3, `${found.length} changes were measured`);
  assert.ok(Math.abs(median(found.map(({ stood }) => stood))) < 3, 'it goes on at once');
  const begun = await page.evaluate(() => shown.map(({ begin }) => begin));
  assert.deepEqual(begun.slice(1, 5).sort((a, b) => a - b), [4, 4, 20, 20], 'in turn');
  assert.equal(server.requests.filter((path) => path === '/media/mila/sunset/editions/3/SD.m3u8').length, 1, 'what is there is not loaded again');
  await screenshot(page, 'play');
  assert.deepEqual(page.complaints, []);
});

test('one item alone is shown again and again', { skip }, async (t) => {
  const { page } = it;
  artworks('mila/sunset');
  playlist([{ slug: 'mila/sunset', from: 38.8 }]);
  await show();
  await recordGaps(page);
  await changes(page, 4);
  const found = await gaps(page, FRAMES_PER_SECOND);
  t.diagnostic(told(found));
  assert.ok(found.length >= 2, `${found.length} changes were measured`);
  assert.ok(Math.abs(median(found.map(({ stood }) => stood))) < 3, 'it goes on at once');
  assert.ok((await front(page)).currentTime >= 38.8);
});

test('when the network is gone it goes on with what it has, and with the others when that is back', { skip }, async () => {
  const { page, server } = it;
  artworks('a', 'b', 'c');
  playlist([{ slug: 'a', until: 0.8 }, { slug: 'b', until: 0.8 }, { slug: 'c', from: 30, until: 30.8 }]);
  await show();
  await changes(page, 1);
  // The first two are there before anything is wanted of the third.
  await page.waitForFunction(() => [...document.querySelectorAll('#stage video')].every(({ buffered }) => buffered.length && buffered.end(0) > 0.8));
  server.cut = true;
  await changes(page, 5);
  assert.equal((await front(page)).paused, false);
  assert.ok((await page.evaluate(() => shown.slice(1, 5).every(({ begin }) => begin === 0))), 'the two that it has');
  server.cut = false;
  await page.waitForFunction(() => shown.some(({ begin }) => begin === 30));
});

test('what is gone is passed over, a newer edition is taken up, and the one before is given back', { skip }, async () => {
  const { page, server } = it;
  artworks('a', 'b');
  playlist([{ slug: 'a', until: 1 }, { slug: 'not/there' }, { slug: 'b', from: 10, until: 11 }]);
  await countMedia(page);
  await show();
  await page.waitForFunction(() => shown.some(({ begin }) => begin === 10));
  server.editions.set(4, { renditions: ['SD', 'HD'], growing: false });
  server.put({ slug: 'a', playback: playback('a', 4) });
  await until(() => server.requests.includes('/media/a/editions/4/master.m3u8'));
  await page.waitForFunction(() => shown.at(-1).begin === 0);
  assert.ok((await page.evaluate(() => held.size)) <= 2, 'media of two videos');
  assert.equal(await page.locator('video').count(), 2);
});

test('what is still being made is shown to its end: what is not there yet is waited for', { skip }, async () => {
  const { page, server } = it;
  server.segments = 3;
  server.stored = { SD: [[0, 6]] };
  server.notYet.add('SD/007.m4s');
  const whole = { ...playback('a', 1), whole: '/whole/a/2/master.m3u8' };
  server.put(growing({ slug: 'a', title: 'a', playback: whole }));
  artworks('b');
  playlist([{ slug: 'a', from: 13, until: 15 }, { slug: 'b', from: 30, until: 31 }]);
  await show();
  await until(() => (server.asked.get('/fixture/SD/007.m4s') ?? []).length >= 2);
  server.notYet.clear();
  await changes(page, 2);
  const { begin, left } = await page.evaluate(() => shown[1]);
  assert.ok(begin === 30 && Math.abs(left - 15) < 0.3, `${begin} s of the next followed ${left} s`);
  assert.equal(server.requests.some((path) => /HD\/00\d\.m4s/.test(path)), false, 'nothing is asked for that nobody makes');
  assert.deepEqual(page.complaints.filter((each) => !/ 503 /.test(each)), []);
});

test('what a screen shows is told: of each artwork a view a day, and all that it shows', { skip }, async () => {
  const { page, server } = it;
  artworks('a', 'b');
  playlist([{ slug: 'a', from: 4, until: 5 }, { slug: 'b', from: 10, until: 11 }]);
  await show();
  await changes(page, 5);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  await until(() => new Set(server.told.map(({ slug }) => slug)).size === 2);
  const events = server.told.filter(({ slug }) => slug === 'a').flatMap((batch) => batch.events);
  assert.equal(events.filter(({ type }) => type === 'first-frame').length, 1);
  const watched = events.filter(({ type }) => type === 'watched').reduce((all, { value }) => all + value, 0);
  assert.ok(watched > 1.2 && watched < 4, `${watched} s were told of two showings of a second`);
  assert.ok(server.said.some((text) => /cid="a"/.test(text)), server.said.join('\n'));
});

test('a browser that refuses sound is told of once, and a click turns it on', { skip }, async () => {
  const strict = await launch({ autoplay: false });
  try {
    const page = await openPage(strict);
    artworks('a', 'b');
    playlist([{ slug: 'a', until: 2 }, { slug: 'b', from: 10, until: 12 }]);
    await show(page);
    // Even a look at the page counts as a click: the second item is asked for when the first was refused its sound.
    await until(() => it.server.requests.includes('/media/b/editions/3/master.m3u8'));
    await page.getByText('This browser plays sound only after a click').waitFor();
    await screenshot(page, 'play-silent');
    assert.equal((await front(page)).muted, true);
    await page.getByRole('button', { name: 'Turn sound on' }).click();
    await page.waitForFunction(() => !document.querySelector('[data-front]').muted);
    const { id } = await front(page);
    await page.waitForFunction((before) => document.querySelector('[data-front]').id !== before, id);
    const after = await front(page);
    assert.deepEqual([after.muted, after.paused], [false, false], 'the next one is heard too');
    assert.equal(await page.locator('#notice').innerText(), '');
    assert.deepEqual(page.complaints, []);
  } finally {
    await strict.close();
  }
});

test('a playlist that does not begin by itself waits for a click, and one that does not loop ends', { skip }, async () => {
  const { page } = it;
  artworks('a');
  playlist([{ slug: 'a', until: 0.8 }], { autostart: false, loop: false });
  await show();
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  await page.getByRole('button', { name: 'Play again' }).waitFor();
  assert.deepEqual(await findings(page), []);
  assert.ok(Math.abs((await front(page)).currentTime - 0.8) < 0.3);
  await page.getByRole('button', { name: 'Play again' }).click();
  await page.waitForFunction(() => document.querySelector('[data-front]').currentTime < 0.6);
});

test('a playlist is made, edited by keyboard and saved; who saves an old state is told', { skip }, async () => {
  const { page, server } = it;
  artworks('mila/sunset', 'noor/tide');
  await page.goto(`${server.address}/playlists`);
  await page.getByLabel('Title of a new playlist').fill('Foyer');
  await page.keyboard.press('Enter');
  await page.getByLabel('Artwork').fill('mila/sunset');
  await page.getByRole('button', { name: 'Add an item to screen 1' }).press('Enter');
  await page.waitForFunction(() => document.activeElement.dataset.key === 'm0t0i1 slug');
  await page.keyboard.type('noor/tide');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1:05');
  await page.getByRole('button', { name: 'Move item 2 up' }).press('Enter');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Saved.').waitFor();
  const [{ tracks }] = server.playlists.get('foyer').body.montages;
  assert.deepEqual(tracks[0].items.map(({ slug, from }) => [slug, from]), [['noor/tide', 65], ['mila/sunset', null]]);
  await page.getByText('As JSON').click();
  const json = page.getByLabel('The whole playlist');
  await json.fill((await json.inputValue()).replace('"noor/tide"', '"not/there"'));
  // A browser with much to do tells that the part was opened only after it was written in.
  await page.locator('details:has(#json)').dispatchEvent('toggle');
  await page.getByRole('button', { name: 'Take this over' }).click();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Not in the library yet, and passed over until then: not/there.').waitFor();
  assert.equal(server.playlists.get('foyer').body.montages[0].tracks[0].items[0].slug, 'not/there');
  await json.fill('{');
  await page.getByRole('button', { name: 'Take this over' }).click();
  await page.getByText('This is not valid JSON').waitFor();
  await screenshot(page, 'playlist-edit', { fullPage: true });
  assert.deepEqual(await findings(page), []);
  keepPlaylist(server.playlists, { ...server.playlists.get('foyer').body, title: 'Hall' });
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('changed or removed by somebody else').waitFor();
  await page.getByRole('button', { name: 'Read it again' }).click();
  await page.getByRole('heading', { name: 'Hall' }).waitFor();
  await page.goto(`${server.address}/playlists`);
  await page.getByRole('link', { name: 'Play Hall' }).waitFor();
  await screenshot(page, 'playlists');
  assert.deepEqual(page.complaints.filter((each) => !/412|404/.test(each)), []);
});

test('the pages of playlists fit a phone', { skip }, async () => {
  artworks('a-rather-long/name-of-an-artwork-that-somebody-gave-it');
  playlist([{ slug: 'a-rather-long/name-of-an-artwork-that-somebody-gave-it' }, { slug: 'b', from: 1 }]);
  await it.look({ width: 360, height: 740, scheme: 'dark' });
  for (const [path, name] of [['/playlists', 'playlists-phone'], ['/playlists/foyer/edit', 'playlist-edit-phone']]) {
    await it.page.goto(`${it.server.address}${path}`);
    await it.page.locator('#playlists li, .montage').first().waitFor();
    const [scroll, width] = await it.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(scroll <= width, `${scroll} px wide on ${width}`);
    for (const target of await it.page.locator('button:visible, main a:visible, .tick:visible, input:not([type=checkbox]):visible').all()) {
      assert.ok((await target.boundingBox()).height >= 44, 'large enough for a finger');
    }
    await screenshot(it.page, name, { fullPage: true });
    assert.deepEqual(await findings(it.page), []);
  }
});
