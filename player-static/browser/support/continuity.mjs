// Watches the video that is seen and says afterwards whether anybody would have noticed a change. Nothing here depends on
// how fast the machine is: two videos are compared at the same instant.

/**
 * Begins to write down what is seen: every picture, every pause, and how two videos stood when one took the other's place, after
 * how many looks at the pictures.
 *
 * @param squares how many squares a numbered picture has, the last of them white
 */
export function recordPlayback(page, squares = 0) {
  return page.evaluate((count) => {
    const player = document.querySelector('atelier-player');
    const canvas = Object.assign(document.createElement('canvas'), { width: count * 4, height: 4 });
    const pencil = canvas.getContext('2d', { willReadFrequently: true });
    const seen = { pauses: 0, pictures: [], changes: [], steps: [] };
    globalThis.playbackSeen = seen;

    /** The number in a picture; null where it cannot be read, as in a black one. */
    const numberOf = (video) => {
      if (count === 0) {
        return null;
      }
      pencil.clearRect(0, 0, canvas.width, 4);
      pencil.drawImage(video, 0, 0, (video.videoWidth * count * 64) / 1280, (video.videoHeight * 64) / 720, 0, 0, count * 4, 4);
      const { data } = pencil.getImageData(0, 2, canvas.width, 1);
      const lit = Array.from({ length: count }, (_, index) => data[(index * 4 + 2) * 4] > 128);
      return lit.pop() ? lit.reduce((sum, bit, index) => sum + (bit ? 2 ** index : 0), 0) : null;
    };
    const stateOf = (video) => {
      const { currentTime: time, paused, muted, volume, playbackRate: rate, videoHeight: height } = video;
      return { time, paused, muted, volume, rate, height, picture: numberOf(video) };
    };

    player.addEventListener('pause', () => seen.pauses++);
    const { remove } = Element.prototype;
    HTMLVideoElement.prototype.remove = function () {
      seen.changes.push({ before: stateOf(this), after: stateOf(player.video), looks: seen.pictures.length });
      remove.call(this);
    };
    let last = null;
    const look = () => {
      const now = { ...stateOf(player.video), at: performance.now() / 1000 };
      seen.pictures.push(now.picture);
      if (last) {
        seen.steps.push({ media: now.time - last.time, clock: (now.at - last.at) * last.rate });
      }
      last = now;
      requestAnimationFrame(look);
    };
    look();
  }, squares);
}

/** What was seen. `back` and `skipped` are the worst steps backwards, and forwards beyond the clock, in seconds. */
export async function recorded(page) {
  const { pauses, pictures, changes, steps } = await page.evaluate(() => globalThis.playbackSeen);
  return {
    pauses,
    pictures,
    changes,
    back: Math.max(0, ...steps.map(({ media }) => -media)),
    skipped: Math.max(0, ...steps.map(({ media, clock }) => media - clock)),
  };
}
