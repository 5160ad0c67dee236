/** Does something at each picture of the screen, for ever; in a window that is not seen, where there are none, as often as a video tells of itself. */
export function atEachPicture(videos: readonly HTMLVideoElement[], tick: () => void): void {
  const frame = (): void => {
    tick();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  videos.forEach((video) => ['timeupdate', 'ended'].forEach((name) => video.addEventListener(name, tick)));
}
