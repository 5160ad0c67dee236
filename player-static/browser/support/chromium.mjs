// Starts the distribution's Chromium for tests, of the pages alone or of the whole application.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PATIENCE } from './conditions.mjs';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SCREENSHOTS = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** Why there is no browser to test with; false where there is one. Fits node:test's `skip`. */
export const noChromium = existsSync(EXECUTABLE) ? false : `${EXECUTABLE} is not there; set CHROMIUM to run these tests`;

/**
 * Starts a browser. Video begins with sound by itself unless `autoplay` is false, as it is for a first-time visitor; 3D pictures can be
 * drawn unless `webgl` is false.
 */
export function launch({ autoplay = true, webgl = true } = {}) {
  const policy = autoplay ? 'no-user-gesture-required' : 'document-user-activation-required';
  return chromium.launch({
    executablePath: EXECUTABLE,
    headless: true,
    timeout: 2 * PATIENCE,
    args: [...FLAGS, ...(webgl ? SOFTWARE_WEBGL : ['--disable-3d-apis']), `--autoplay-policy=${policy}`],
  });
}

/** Opens an empty page that remembers what went wrong on it in `page.complaints`. */
export async function openPage(browser, { width = 1280, height = 800, scheme = 'light', reducedMotion = 'reduce' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion,
    locale: 'en-GB',
    hasTouch: width < 600,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !saysNotYet(message) && !isOfDriver(message)) {
      page.complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  return page;
}

/** Browsers complain of every answer that is no success, also of one that says when to come again for a segment. */
function saysNotYet(message) {
  return / 503 /.test(message.text()) && message.location().url.includes('/chunks/');
}

/** What the software that stands in for a graphics card says of its own speed. */
function isOfDriver(message) {
  return message.text().includes('GL Driver Message (OpenGL, Performance');
}

/** Keeps a picture of the page in target/screenshots. */
export async function screenshot(page, name, options = {}) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled', ...options });
}

/** The state of the video that is seen. */
export function videoState(page) {
  return page.evaluate(() => {
    const video = document.querySelector('atelier-player')?.video;
    return (
      video && {
        time: video.currentTime,
        paused: video.paused,
        muted: video.muted,
        volume: video.volume,
        rate: video.playbackRate,
        width: video.videoWidth,
        height: video.videoHeight,
        duration: video.duration,
        frames: video.getVideoPlaybackQuality().totalVideoFrames,
      }
    );
  });
}

/** Waits until the video that is seen has gone past a time, in seconds. */
export function playsPast(page, time) {
  return page.waitForFunction(
    (goal) => (document.querySelector('atelier-player')?.video?.currentTime ?? 0) > goal,
    time,
    { polling: 50, timeout: 2 * PATIENCE },
  );
}

/** Waits until something is so of the video that is seen, told by its name and value: `videoIs(page, 'paused', true)`. */
export function videoIs(page, name, value) {
  return page.waitForFunction(
    ([property, wanted]) => document.querySelector('atelier-player')?.video?.[property] === wanted,
    [name, value],
    { polling: 50 },
  );
}
