import { beforeEach, expect, test } from 'vitest';
import { Attendance } from '../src/installation/attendance';

interface Told {
  session: string;
  slug: string;
  events: { type: string; value: number }[];
}

let sent: Told[];
let clock: number;
let date: string;
let attendance: Attendance;

beforeEach(() => {
  sent = [];
  clock = 0;
  date = '2026-05-01';
  const take = (text: string): void => void sent.push(JSON.parse(text) as Told);
  attendance = new Attendance(take, () => date, () => clock, () => true);
});

const videoOf = () => ({ currentTime: 0, paused: false, seeking: false, videoHeight: 406 });

/** Shows an artwork from its beginning for some seconds. */
function show(slug: string, seconds: number): void {
  const video = videoOf();
  attendance.shows(slug, video);
  for (let second = 0; second <= seconds; second++) {
    Object.assign(video, { currentTime: second });
    attendance.happened('timeupdate', video);
    clock += 1000;
  }
}

function told(): Told[] {
  attendance.settle();
  attendance.flush();
  return sent;
}

const count = (type: string): number => sent.flatMap(({ events }) => events).filter((event) => event.type === type).length;

test('an artwork that comes again and again is one view a day, and all seconds are counted', () => {
  for (let round = 0; round < 3; round++) {
    show('a', 2);
    attendance.completes();
    show('b', 1);
  }
  expect(told().map(({ slug }) => slug)).toEqual(['a', 'b']);
  const [a] = sent as [Told];
  const watched = a.events.filter(({ type }) => type === 'watched').reduce((sum, { value }) => sum + value, 0);
  expect([count('first-frame'), count('start'), count('complete'), watched]).toEqual([2, 2, 1, 6]);
});

test('an item that is on for a moment counts from its first picture to its change', () => {
  const [first, second] = [videoOf(), videoOf()];
  attendance.shows('a', first);
  clock += 180;
  Object.assign(first, { currentTime: 0.18, paused: true });
  attendance.shows('b', second);
  clock += 120;
  second.currentTime = 0.12;
  expect(told().map(({ events }) => events.at(-1))).toMatchObject([
    { type: 'watched', value: 0.18 },
    { type: 'watched', value: 0.12 },
  ]);
});

test('the next day is another view, under another name', () => {
  show('a', 1);
  date = '2026-05-02';
  show('a', 1);
  expect(told().map(({ slug }) => slug)).toEqual(['a', 'a']);
  expect(count('first-frame')).toBe(2);
  expect(sent[0]?.session).not.toBe(sent[1]?.session);
});

test('of the two videos only the one that is on counts, and what begins again is no jump of a viewer', () => {
  const [on, behind] = [videoOf(), videoOf()];
  attendance.shows('a', on);
  attendance.happened('timeupdate', behind);
  clock += 1000;
  behind.currentTime = 1;
  attendance.happened('timeupdate', behind);
  on.currentTime = 30;
  attendance.happened('timeupdate', on);
  attendance.happened('seeking', on);
  on.currentTime = 0;
  attendance.happened('seeked', on);
  expect(told().flatMap(({ events }) => events.map(({ type }) => type))).toEqual(['start', 'first-frame', 'watched']);
});
