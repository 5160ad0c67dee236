import { el } from '../ui/dom';
import { moved, newItem, newTrack, type Draft, type DraftItem, type DraftMontage, type DraftTrack } from './draft';

/** Tells that something was typed, or that rows came, went or moved; then with the key of what is to have the focus. */
export type Touched = (focus?: string) => void;

/** The montages of a draft as rows to edit. What is typed is in the draft at once. */
export function montageRows({ montages }: Draft, touched: Touched): HTMLElement[] {
  return montages.map((montage, at) => {
    const key = `m${at}`;
    return el(
      'fieldset',
      { class: 'montage' },
      el('legend', {}, `Montage ${at + 1}`),
      el(
        'div',
        { class: 'row' },
        field('Name', 'text', montage.title, `${key} title`, (value) => (montage.title = value), touched),
        ...moves(montages, at, 'montage', 'm', touched),
      ),
      ...montage.tracks.map((track, number) => trackRows(montage, track, number, key, touched)),
      button('Add a screen', '', `${key} add`, () => {
        montage.tracks.push(newTrack());
        touched(`${key}t${montage.tracks.length - 1}i0 slug`);
      }),
    );
  });
}

function trackRows(montage: DraftMontage, track: DraftTrack, number: number, above: string, touched: Touched): HTMLElement {
  const key = `${above}t${number}`;
  return el(
    'section',
    { class: 'track', 'aria-label': `Screen ${number + 1}` },
    el(
      'div',
      { class: 'row' },
      el('h2', {}, `Screen ${number + 1}`),
      montage.tracks.length > 1 && moves(montage.tracks, number, 'screen', `${above}t`, touched).at(-1),
    ),
    el('ol', {}, ...track.items.map((item, at) => itemRow(track, item, at, key, touched))),
    button('Add an item', `to screen ${number + 1}`, `${key} add`, () => {
      track.items.push(newItem());
      touched(`${key}i${track.items.length - 1} slug`);
    }),
  );
}

function itemRow(track: DraftTrack, item: DraftItem, at: number, above: string, touched: Touched): HTMLElement {
  const key = `${above}i${at}`;
  const mute = el('input', { type: 'checkbox', 'data-key': `${key} mute` });
  mute.checked = item.mute;
  mute.addEventListener('change', () => {
    item.mute = mute.checked;
    touched();
  });
  const artwork = field('Artwork', 'text', item.slug, `${key} slug`, (value) => (item.slug = value), touched);
  artwork.classList.add('artwork');
  artwork.querySelector('input')?.setAttribute('list', 'artworks');
  return el(
    'li',
    { class: 'row' },
    artwork,
    time('From', item.from, `${key} from`, 'start', (value) => (item.from = value), touched),
    time('Until', item.until, `${key} until`, 'end', (value) => (item.until = value), touched),
    el('label', { class: 'tick' }, mute, ' Mute'),
    ...moves(track.items, at, 'item', `${above}i`, touched),
  );
}

function moves<T>(list: T[], at: number, kind: string, key: string, touched: Touched): HTMLElement[] {
  const name = `${kind} ${at + 1}`;
  const shift = (by: number): void => touched(`${key}${moved(list, at, by)} ${by < 0 ? 'up' : 'down'}`);
  return [
    button('↑', `Move ${name} up`, `${key}${at} up`, () => shift(-1), at === 0),
    button('↓', `Move ${name} down`, `${key}${at} down`, () => shift(1), at === list.length - 1),
    button(
      'Remove',
      `Remove ${name}`,
      `${key}${at} remove`,
      () => {
        list.splice(at, 1);
        touched(`${key}${Math.max(0, at - 1)} remove`);
      },
      list.length === 1,
    ),
  ];
}

function button(text: string, label: string, key: string, act: () => void, disabled = false): HTMLButtonElement {
  // What is read out begins with what is seen.
  const name = label === '' || label.startsWith(text) || text.length === 1 ? label : `${text} ${label}`;
  const made = el('button', { type: 'button', 'data-key': key, 'aria-label': name || undefined, 'aria-disabled': disabled && 'true' }, text);
  made.addEventListener('click', () => {
    if (!disabled) {
      act();
    }
  });
  return made;
}

function field(
  label: string,
  type: string,
  value: string,
  key: string,
  take: (value: string) => void,
  touched: Touched,
): HTMLLabelElement {
  const input = el('input', { type, 'data-key': key, autocomplete: 'off' });
  input.value = value;
  input.addEventListener('input', () => {
    take(input.value);
    touched();
  });
  return el('label', {}, `${label} `, input);
}

function time(
  label: string,
  value: string,
  key: string,
  empty: string,
  take: (value: string) => void,
  touched: Touched,
): HTMLLabelElement {
  const made = field(label, 'text', value, key, take, touched);
  const input = made.querySelector('input');
  input?.setAttribute('placeholder', empty);
  input?.setAttribute('inputmode', 'decimal');
  made.classList.add('time');
  return made;
}
