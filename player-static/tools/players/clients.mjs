// Clients that play an HLS address by themselves, from its beginning, and say how far they came.
import { spawn, spawnSync } from 'node:child_process';

const LONGEST = 75_000;
const seconds = (began) => (performance.now() - began) / 1000;

/** Whether a program is there. */
export const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Runs a player of the command line; `position` finds the last position, in seconds, in what it said. */
function program(words, position) {
  return async (address) => {
    const began = performance.now();
    const child = spawn(words[0], words.slice(1).map((word) => word.replace('URL', address)), {
      env: { PATH: process.env.PATH, HOME: '/tmp', LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const remember = (text) => (said = (said + text).slice(-200_000));
    child.stdout.on('data', remember);
    child.stderr.on('data', remember);
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearTimeout(timer);
    const error = code === null ? 'hangs' : code === 0 ? '' : `ends with ${code}`;
    return { at: position(said), took: seconds(began), errors: error === '' ? [] : [error] };
  };
}

const last = (said, pattern) => Number([...said.matchAll(pattern)].at(-1)?.[1] ?? 0);

/** Those that are on this machine, by name. */
export function programs() {
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
export function page(browser, name) {
  return async (address) => {
    const began = performance.now();
    const tab = await browser.newPage();
    await tab.goto(`${new URL(address).origin}/page/${name}?src=${encodeURIComponent(address)}`);
    let seen;
    do {
      await new Promise((resolve) => setTimeout(resolve, 250));
      seen = await tab.evaluate(() => globalThis.seen());
    } while (!seen.ended && seen.errors.length === 0 && performance.now() - began < LONGEST);
    await tab.close();
    return { ...seen, took: seconds(began), errors: seen.ended || seen.errors.length > 0 ? seen.errors : ['stands still'] };
  };
}
