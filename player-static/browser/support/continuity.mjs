// Watches the video that is seen, every few milliseconds, and says afterwards whether anybody would have noticed a change.

/** Begins to write down what is seen. */
export function recordPlayback(page) {
  return page.evaluate(() => {
    const samples = (globalThis.playbackSamples = []);
    setInterval(() => {
      const video = document.querySelector('atelier-player')?.video;
      samples.push({
        now: performance.now() / 1000,
        time: video?.currentTime ?? NaN,
        paused: video?.paused ?? true,
        muted: video?.muted ?? true,
        rate: video?.playbackRate ?? 1,
        height: video?.videoHeight ?? 0,
      });
    }, 10);
  });
}

/** What was seen: the worst difference between the clock and the video's time, and how often it was paused or silent. */
export async function recorded(page) {
  const samples = await page.evaluate(() => globalThis.playbackSamples);
  let worstJump = 0;
  for (let index = 1; index < samples.length; index++) {
    const [before, after] = [samples[index - 1], samples[index]];
    const jump = Math.abs(after.time - before.time - (after.now - before.now) * before.rate);
    worstJump = Number.isNaN(jump) ? Infinity : Math.max(worstJump, jump);
  }
  return {
    worstJump,
    paused: samples.filter((sample) => sample.paused).length,
    silent: samples.filter((sample) => sample.muted).length,
    before: samples[0].height,
    after: samples[samples.length - 1].height,
  };
}
