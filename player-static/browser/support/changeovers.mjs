// Many changes from an edition to the next, as fast as the player makes them.
import { playsPast } from './chromium.mjs';
import { playback } from './fixtureServer.mjs';
import { held } from './held.mjs';
import { ready, SLUG } from './stage.mjs';

/**
 * What the page of a stage holds after `warm` changes, and after `times`.
 *
 * @param it the stage
 */
export async function changeovers(it, warm, times) {
  const { page, server } = it;
  // Each edition has a size that the one before has not: worth a change-over.
  for (let edition = 10; edition <= 10 + times; edition++) {
    server.editions.set(edition, { renditions: ['SD'], growing: false, sizes: { SD: { width: 722 + 2 * (edition % 2) } } });
  }
  server.put(ready({ playback: playback(SLUG, 10) }));
  await it.watch();
  await playsPast(page, 0.5);
  await page.evaluate(() => {
    const player = document.querySelector('atelier-player');
    globalThis.changes = 0;
    player.pause();
    player.addEventListener('atelierbetter', () => changes++);
  });
  const session = await page.context().newCDPSession(page);
  let before;
  for (let change = 1; change <= times; change++) {
    server.put({ slug: SLUG, playback: playback(SLUG, 10 + change) });
    await page.waitForFunction((wanted) => globalThis.changes === wanted, change, { polling: 20 });
    if (change === warm) {
      before = await held(session);
    }
  }
  return { before, after: await held(session) };
}
