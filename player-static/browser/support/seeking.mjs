// Drops a film, watches it from its beginning, and goes to where it is not made yet.
import { screenshot } from './chromium.mjs';

/** Encoding on a machine that is slow and busy takes its time. */
const LONG = 120_000;

/**
 * Milliseconds until the film's first picture moves after the end of its copy, and then until that at another second does.
 *
 * @param look takes screenshots of what is seen meanwhile; drawing one takes a good part of a second from what is made
 */
export async function dropAndSeek(page, application, film, slug, second, look = screenshot) {
  await page.goto(`${application.address}/watch/${slug}`);
  await page.getByText('No such artwork').waitFor();
  await application.drop(film, `${slug}.mp4`);
  const dropped = performance.now();
  await moves(page, 0);
  const started = performance.now();
  await page.evaluate((to) => (document.querySelector('atelier-player').currentTime = to), second);
  await page.getByText('still being made').waitFor();
  await look(page, `seek-${second}-preparing`);
  await moves(page, second);
  const arrived = performance.now();
  await look(page, `seek-${second}-goes-on`);
  return [started - dropped, arrived - started].map(Math.round);
}

/** What is stored of a film that is being made, by rendition. */
export async function stored(application, slug) {
  const { playback } = await application.artwork(slug, () => true);
  return (await fetch(new URL(playback.whole.replace('master.m3u8', 'stored.json'), application.address))).json();
}

/** What went wrong, but that the artwork was not there before its file was dropped. */
export function complaints(page) {
  return page.complaints.filter((each) => !/ 404 .*\/api\/artworks\//.test(each));
}

function moves(page, from) {
  return page.waitForFunction(
    (at) => {
      const video = document.querySelector('atelier-player').video;
      return video && !video.seeking && video.currentTime > at + 0.1 && video.currentTime < at + 20;
    },
    from,
    { timeout: LONG, polling: 25 },
  );
}
