import type { Artwork, LeftOut, NotMade, Quality, Rendition } from '../api/artwork';

/** Seconds as people write them: 0:07, 12:05, 1:02:03. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Bytes in decimal units, as shops and file managers count them. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = count < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}

/** Bits per second as people compare them: 850 kbit/s, 2.5 Mbit/s, 16 Mbit/s. */
export function bitRate(bits: number): string {
  const mega = bits / 1e6;
  return mega < 1 ? `${Math.round(bits / 1000)} kbit/s` : `${Number(mega.toFixed(mega < 10 ? 1 : 0))} Mbit/s`;
}

/** A share as a whole percentage. Below the end it is never 100. */
export function percent(share: number): string {
  return share >= 1 ? '100 %' : `${Math.floor(share * 100)} %`;
}

/** The state of an artwork in a word or two. */
export function stateText(artwork: Artwork): string {
  switch (artwork.state) {
    case 'ingesting':
      return 'Ingesting';
    case 'encoding':
      return `Encoding ${percent(artwork.progress)}`;
    case 'ready':
      return 'Ready';
    case 'failed':
      return 'Failed';
  }
}

/** How far a rendition is. */
export function renditionText(rendition: Rendition): string {
  if (rendition.failed) {
    return rendition.error ? `Failed: ${rendition.error}` : 'Failed';
  }
  if (rendition.complete) {
    return 'Complete';
  }
  if (rendition.waitsFor !== null) {
    return `Waiting for ${rendition.waitsFor}`;
  }
  const { segments, expectedSegments } = rendition;
  if (expectedSegments > 1) {
    return `${segments} of ${expectedSegments} segments`;
  }
  return rendition.ready ? 'Under way' : 'Waiting';
}

/** What was chosen for a film's content, or would be: CRF 27 for its recipe's 21, 34 % smaller. */
export function qualityText({ used, recipeCrf, crf, saved, instead }: Quality): string {
  if (instead !== null) {
    return `Would be left out: ${instead} shows as much of this film`;
  }
  if (crf === recipeCrf) {
    return `This film needs its recipe's CRF ${crf}`;
  }
  const smaller = `CRF ${crf} for its recipe's ${recipeCrf}, about ${percent(saved)} smaller`;
  return used ? smaller : `Would do: ${smaller}`;
}

/** Why renditions are not made: Left out: 4K, since HD shows as much of this film; 3K, since HD does. */
export function leftOutText(leftOut: readonly LeftOut[]): string {
  const [first, ...others] = leftOut.map(({ name, instead }) => `${name}, since ${instead}`);
  return first === undefined ? '' : `Left out: ${[`${first} shows as much of this film`, ...others.map((each) => `${each} does`)].join('; ')}.`;
}

/** Why renditions are not made, for other reasons: 8K360 is left out: 10 bits of 7680×3840 take 2.3 GB of memory. */
export function notMadeText(notMade: readonly NotMade[]): string {
  return notMade.map(({ name, why }) => `${name} is ${why}.`).join(' ');
}

/** What is said beside a rendition: why it is made as it is, and what was chosen for its film. */
export function detailText({ note, quality }: Pick<Rendition, 'note' | 'quality'>): string {
  return [note && capital(note), quality && qualityText(quality)].filter(Boolean).join('. ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is worth saying of the picture: 3840 × 2160, 12:05, 360°. */
export function facts(artwork: Artwork): string[] {
  return [
    artwork.width > 0 && artwork.height > 0 ? `${artwork.width} × ${artwork.height}` : '',
    artwork.durationSeconds === null ? '' : duration(artwork.durationSeconds),
    artwork.projection === 'flat' ? '' : `360° (${artwork.projection})`,
  ].filter(Boolean);
}
