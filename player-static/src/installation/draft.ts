import type { Installation } from '../api/installation';

/** An item as it is typed: a number may be no number yet. */
export interface DraftItem {
  slug: string;
  from: string;
  until: string;
  mute: boolean;
}

export interface DraftTrack {
  items: DraftItem[];
}

export interface DraftMontage {
  title: string;
  tracks: DraftTrack[];
}

/** A playlist that somebody edits. */
export interface Draft {
  title: string;
  loop: boolean;
  autostart: boolean;
  montages: DraftMontage[];
}

export const newItem = (): DraftItem => ({ slug: '', from: '', until: '', mute: false });
export const newTrack = (): DraftTrack => ({ items: [newItem()] });
export const newMontage = (): DraftMontage => ({ title: '', tracks: [newTrack()] });

export function draftOf({ title, loop, autostart, montages }: Installation): Draft {
  return {
    title,
    loop,
    autostart,
    montages: montages.map(({ title: name, tracks }) => ({
      title: name,
      tracks: tracks.map(({ items }) => ({
        items: items.map(({ slug, from, until, mute }) => ({ slug, from: typed(from), until: typed(until), mute })),
      })),
    })),
  };
}

/** The playlist that a draft is. Rows without an artwork are left out, and tracks and montages without rows. */
export function installationOf(name: string, { title, loop, autostart, montages }: Draft): Installation {
  return {
    name,
    title: title.trim(),
    loop,
    autostart,
    montages: montages
      .map(({ title: label, tracks }) => ({
        title: label.trim(),
        tracks: tracks
          .map(({ items }) => ({
            items: items
              .filter(({ slug }) => slug.trim() !== '')
              .map(({ slug, from, until, mute }) => ({ slug: slug.trim(), from: seconds(from), until: seconds(until), mute })),
          }))
          .filter(({ items }) => items.length > 0),
      }))
      .filter(({ tracks }) => tracks.length > 0),
  };
}

/** Seconds as people type them: 90, 1:30, 1:02:03.5. Null: nothing was typed. What is no time is NaN. */
export function seconds(text: string): number | null {
  const parts = text.trim().split(':');
  if (text.trim() === '') {
    return null;
  }
  return parts.length > 3 || !parts.every((part) => /^\d+([.]\d+)?$/.test(part))
    ? NaN
    : parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** What is wrong with a draft, in words; empty where nothing is. */
export function problemOf(draft: Draft): string {
  const { title, montages } = installationOf('', draft);
  const items = montages.flatMap(({ tracks }) => tracks.flatMap((track) => track.items));
  if (title === '') {
    return 'The playlist needs a title.';
  }
  if (items.length === 0) {
    return 'The playlist needs an item: name an artwork.';
  }
  const wrong = items.find(({ from, until }) => Number.isNaN(from) || Number.isNaN(until));
  if (wrong) {
    return `${wrong.slug}: a time is written as seconds (90.5) or as 1:30.`;
  }
  const backwards = items.find(({ from, until }) => until !== null && until <= (from ?? 0));
  return backwards ? `${backwards.slug}: it ends before it begins.` : '';
}

/** Takes a thing by some places on; it stays where that leads out of the list. */
export function moved<T>(list: T[], at: number, by: number): number {
  const to = at + by;
  const [thing] = to >= 0 && to < list.length ? list.splice(at, 1) : [];
  if (thing === undefined) {
    return at;
  }
  list.splice(to, 0, thing);
  return to;
}

function typed(seconds: number | null): string {
  return seconds === null ? '' : String(seconds);
}
