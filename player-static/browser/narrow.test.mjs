// The smallest screens, and no mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './support/audit.mjs';
import { playsPast, screenshot, videoIs } from './support/chromium.mjs';
import { ready, skip, stage } from './support/stage.mjs';

const it = stage();
const NARROW = { width: 320, height: 568 };

/** What has the focus, inside the element too. */
const focused = () =>
  it.page.evaluate(() => {
    let active = document.activeElement;
    while (active.shadowRoot?.activeElement) {
      active = active.shadowRoot.activeElement;
    }
    const host = active.getRootNode().host;
    const name = active.getAttribute('aria-label') ?? host?.getAttribute('aria-label') ?? active.textContent.trim();
    // A slider shows it on what is drawn around it.
    const shows = (each) => getComputedStyle(each).outlineStyle !== 'none' || getComputedStyle(each).boxShadow !== 'none';
    const drawn = active.matches('[type=range]') ? [...active.getRootNode().querySelectorAll('div')] : [];
    return { name, shown: [active, ...drawn].some(shows) };
  });

test('the player fits 320 px: no control sticks out or is too small for a finger', { skip }, async () => {
  await it.look(NARROW);
  const { page, server } = it;
  server.put(ready({ sameAs: ['a/rather/long/path/of-the-same-film-under-another-name'] }));
  await it.watch();
  await playsPast(page, 1);
  await page.evaluate(() => document.querySelector('atelier-player').pause());
  await videoIs(page, 'paused', true);
  const controls = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('atelier-player');
    return [...shadowRoot.querySelectorAll('.controls > *')]
      .map((each) => ({ name: each.localName, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .map(({ name, box: { left, right, width, height } }) => ({ name, left, right, width, height }));
  });
  for (const { name, left, right, width, height } of controls) {
    assert.ok(left >= 0 && right <= 320, `${name} is from ${left} to ${right}`);
    assert.ok(!name.endsWith('-button') || (width >= 24 && height >= 40), `${name} is ${width} × ${height}`);
  }
  const names = controls.map(({ name }) => name);
  for (const wanted of ['play', 'mute', 'settings-menu', 'fullscreen']) {
    assert.ok(names.includes(`media-${wanted}-button`), `${wanted} is among ${names}`);
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  await page.getByRole('button', { name: /settings/i }).click();
  await page.getByRole('menuitem', { name: /Speed/ }).waitFor();
  await screenshot(page, 'watch-320-menu');
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.complaints, []);
});

test('all controls are reached and used by keyboard, and the focus is seen', { skip }, async () => {
  await it.look(NARROW);
  const { page, server } = it;
  server.put(ready());
  await it.watch();
  await playsPast(page, 1);
  await page.keyboard.press('k');
  await videoIs(page, 'paused', true);
  const walked = [];
  for (let step = 0; step < 14 && !walked.some(({ name }) => /full/i.test(name)); step++) {
    await page.keyboard.press('Tab');
    walked.push(await focused());
  }
  const names = walked.map(({ name }) => name.toLowerCase()).join(' | ');
  for (const wanted of ['seek', 'play', 'mute', 'settings', 'full']) {
    assert.ok(names.includes(wanted), `${wanted} is among ${names}`);
  }
  assert.deepEqual(walked.filter(({ shown }) => !shown).map(({ name }) => name), []);

  await page.getByRole('button', { name: /settings/i }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /Speed/ }).waitFor();
  await page.getByRole('menuitem', { name: /Speed/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: '1.5x' }).press('Enter');
  await videoIs(page, 'playbackRate', 1.5);
  await screenshot(page, 'watch-320-keyboard');
  assert.deepEqual(page.complaints, []);
});
