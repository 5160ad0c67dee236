// Clients that play an HLS address by themselves, from its beginning, and say how far they came.
import { spawn, spawnSync } from 'node:child_process';
import { launch, noChromium } from '../../browser/support/chromium.mjs';
import { hasShaka, Pages } from './pages.mjs';

const seconds = (began) => (performance.now() - began) / 1000;

/** Whether a program is there. */
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Runs a player of the command line; `position` finds the last position, in seconds, in what it said. */
function program(words, position) {
  return async (address, patience) => {
    const began = performance.now();
    const child = spawn(words[0], words.slice(1).map((word) => word.replace('URL', address)), {
      env: { PATH: process.env.PATH, HOME: '/tmp', LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const remember = (text) => (said = (said + text).slice(-200_000));
    child.stdout.on('data', remember);
    child.stderr.on('data', remember);
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearTimeout(timer);
    const error = code === null ? 'hangs' : code === 0 ? '' : `ends with ${code}`;
    return { at: position(said), took: seconds(began), errors: error === '' ? [] : [error] };
  };
}

const last = (said, pattern) => Number([...said.matchAll(pattern)].at(-1)?.[1] ?? 0);

/**
 * The players that are on this machine, by name: each plays an address for some milliseconds at most, and says how far it came, in
 * seconds, and what went wrong; those of a browser, from where. Others count from where they began. `close` ends what they share.
 */
export async function players() {
  const browser = noChromium ? null : await launch();
  const pages = await new Pages().start();
  const clients = {
    ...(browser && { 'hls.js': page(browser, pages, 'hls') }),
    ...(browser && hasShaka() && { Shaka: page(browser, pages, 'shaka') }),
    ...programs(),
  };
  const close = async () => {
    await browser?.close();
    pages.stop();
  };
  return { clients, close };
}

/** What a player did with a film of some seconds, in words. */
export function verdict({ from = 0, at, took, errors, stalls, height, sounds, texts }, seconds, refused = {}) {
  const begin = from > ROUNDED ? `from ${from.toFixed(0)} s ` : '';
  const end = begin + (at > seconds - ROUNDED ? 'to its end' : `to ${at.toFixed(0)} s`);
  const more = [
    ...(height ? [`in ${height}p`] : []),
    ...(sounds > 1 ? [`${sounds} sounds`] : []),
    ...(texts > 0 ? [`${texts} subtitles`] : []),
    ...(stalls > 0 ? [`${stalls} stalls`] : []),
    ...errors,
    ...Object.entries(refused).map(([status, count]) => `${count} × ${status}`),
  ];
  return `${end} in ${took.toFixed(0)} s${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

/** GStreamer tells whole seconds, each second. */
const ROUNDED = 2;

function programs() {
  const sink = (name) => `${name}=progressreport update-freq=1 silent=false ! fakesink sync=true`;
  return {
    ...(has('ffmpeg') && {
      ffmpeg: program(['ffmpeg', '-nostdin', '-re', '-v', 'error', '-progress', 'pipe:1', '-i', 'URL', '-f', 'null', '-'], (said) =>
        last(said, /out_time_us=(\d+)/g) / 1e6,
      ),
    }),
    ...(has('gst-launch-1.0') && {
      gstreamer: program(['gst-launch-1.0', 'playbin', 'uri=URL', sink('video-sink'), 'audio-sink=fakesink sync=true'], (said) =>
        last(said, /progressreport\d+ \([\d:]+\): (\d+)/g),
      ),
    }),
    ...(has('mpv') && {
      mpv: program(['mpv', '--no-config', '--vo=null', '--ao=null', '--term-status-msg=at ${=time-pos}', 'URL'], (said) =>
        last(said, /at (\d+\.\d+)/g),
      ),
    }),
  };
}

/** A player in a browser's page. */
function page(browser, pages, name) {
  return async (address, patience) => {
    const began = performance.now();
    const tab = await browser.newPage();
    await tab.goto(`${pages.address}/page/${name}?src=${encodeURIComponent(address)}`);
    let seen;
    do {
      await new Promise((resolve) => setTimeout(resolve, 250));
      seen = await tab.evaluate(() => globalThis.seen());
    } while (!seen.ended && seen.errors.length === 0 && performance.now() - began < patience);
    await tab.close();
    return { ...seen, took: seconds(began), errors: seen.ended || seen.errors.length > 0 ? seen.errors : ['stands still'] };
  };
}
