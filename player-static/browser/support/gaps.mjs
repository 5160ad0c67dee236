// Measures the gaps between the items of a playlist by what the browser says of the pictures that it showed.

/** Begins to write down each picture of the two videos, and each change from one to the other. */
export function recordGaps(page) {
  return page.evaluate(() => {
    const seen = { pictures: [], changes: [] };
    globalThis.gapsSeen = seen;
    const videos = [...document.querySelectorAll('#stage video')];
    for (const video of videos) {
      const note = (_now, { expectedDisplayTime: at, mediaTime: media }) => {
        const front = 'front' in video.dataset;
        seen.pictures.push({ video: video.id, at: at / 1000, media, front });
        if (seen.pictures.length > 20_000) {
          seen.pictures.splice(0, 10_000);
        }
        video.requestVideoFrameCallback(note);
      };
      video.requestVideoFrameCallback(note);
    }
    document.querySelector('#stage').addEventListener('atelierchange', ({ detail: { before, after, end, begin } }) => {
      seen.changes.push({ at: performance.now() / 1000, before: before.id, after: after.id, end, begin });
    });
  });
}

/**
 * The gaps of the changes whose pictures are known. For each:
 * `stood`: how much later than in one film the second item's pictures come after those of the first, in frames; negative: sooner
 * `longest`: the longest time without a new picture around the change, in frames, less the one that each picture stands for
 */
export async function gaps(page, framesPerSecond) {
  const { pictures, changes } = await page.evaluate(() => globalThis.gapsSeen);
  return changes.flatMap((change) => {
    const first = pictures.filter(({ video, at, front }) => front && video === change.before && at <= change.at + 0.02 && at > change.at - 2);
    const then = pictures.filter(({ video, at, front }) => front && video === change.after && at >= change.at && at < change.at + 1);
    const last = first.at(-1);
    const settled = then.find(({ at }) => at > change.at + 0.4);
    if (!last || !settled) {
      return [];
    }
    const stood = settled.at - last.at - (change.end - last.media) - (settled.media - change.begin);
    // The first picture of the second item was made before the change, and is new when it comes to the front.
    const news = [...first.slice(-5).map(({ at }) => at), change.at, ...then.filter(({ at }) => at < change.at + 0.4).map(({ at }) => at)];
    const longest = Math.max(...news.slice(1).map((at, index) => at - news[index]));
    return [{ stood: stood * framesPerSecond, longest: longest * framesPerSecond - 1 }];
  });
}

/** The middle of some numbers, by their size. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
