import { fieldsOf, number } from '../api/artwork';

/** What was seen of an artwork in some days. */
export interface Figures {
  readonly views: number;
  readonly watchedSeconds: number;
  readonly completed: number;
  /** Mean, over the days that have one; null where none has. */
  readonly firstFrameMillis: number | null;
  readonly stalls: number;
  readonly stalledSeconds: number;
}

/** Adds up the days that the server tells of, whatever it sends. */
export function decodeFigures(value: unknown): Figures {
  const days = (Array.isArray(value) ? value : []).map(fieldsOf);
  const sum = (name: string): number => days.reduce((all, day) => all + number(day[name]), 0);
  const told = days.filter((day) => typeof day['firstFrameMillis'] === 'number');
  const weight = told.reduce((all, day) => all + number(day['views']), 0);
  const first = told.reduce((all, day) => all + number(day['firstFrameMillis']) * number(day['views']), 0);
  return {
    views: sum('views'),
    watchedSeconds: sum('watchedSeconds'),
    completed: sum('completed'),
    firstFrameMillis: weight > 0 ? first / weight : null,
    stalls: sum('stalls'),
    stalledSeconds: sum('stalledSeconds'),
  };
}

/** In plain words, a row for each. */
export function figuresText(figures: Figures): [string, string][] {
  const share = (part: number): string => `${Math.round((100 * part) / Math.max(1, figures.views))} %`;
  return [
    ['Views', String(figures.views)],
    ['Watched', duration(figures.watchedSeconds)],
    ['Seen to the end', `${figures.completed} (${share(figures.completed)})`],
    ['First picture after', figures.firstFrameMillis === null ? 'not known' : `${(figures.firstFrameMillis / 1000).toFixed(1)} s`],
    ['Stood still', figures.stalls === 0 ? 'never' : `${figures.stalls} times, ${duration(figures.stalledSeconds)} in all`],
  ];
}

function duration(seconds: number): string {
  if (seconds < 60) {
    return `${Math.round(seconds)} s`;
  }
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
