const SEEN: readonly string[] = ['subtitles', 'captions'];

/** Shows the captions on one video that are shown on another. Tracks of data (thumbnails) are left as they are. */
export function copyCaptions(from: HTMLVideoElement, to: HTMLVideoElement): void {
  const showing = captionsOf(from).filter((track) => track.mode === 'showing');
  for (const track of captionsOf(to)) {
    const same = showing.some(({ language, label }) => track.language === language && track.label === label);
    const mode = same ? 'showing' : 'disabled';
    if (track.mode !== mode) {
      track.mode = mode;
    }
  }
}

function captionsOf(video: HTMLVideoElement): TextTrack[] {
  return [...video.textTracks].filter(({ kind }) => SEEN.includes(kind));
}
