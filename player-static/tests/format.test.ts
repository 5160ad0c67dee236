import { describe, expect, test } from 'vitest';
import { bitRate, bytes, detailText, duration, facts, leftOutText, notMadeText, percent, qualityText, renditionText, stateText } from '../src/ui/format';
import { artwork } from './support';

test.each([
  [0, '0:00'],
  [7.4, '0:07'],
  [59.6, '1:00'],
  [725, '12:05'],
  [3723, '1:02:03'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [123_456_789, '123 MB'],
  [2_500_000_000, '2.5 GB'],
  [9e15, '9000 TB'],
])('%d bytes are %s', (count, text) => {
  expect(bytes(count)).toBe(text);
});

test('work is at 100 % only when it is done', () => {
  expect([percent(0), percent(0.999), percent(1)]).toEqual(['0 %', '99 %', '100 %']);
});

test('a state is said with its progress', () => {
  expect(stateText(artwork({ state: 'encoding', progress: 0.42 }))).toBe('Encoding 42 %');
  expect(stateText(artwork({ state: 'ready', progress: 1 }))).toBe('Ready');
});

test('facts leave out what is not known', () => {
  expect(facts(artwork())).toEqual([]);
  const known = { width: 3840, height: 1920, durationSeconds: 61, projection: 'equirectangular' };
  expect(facts(artwork(known))).toEqual(['3840 × 1920', '1:01', '360° (equirectangular)']);
});

describe('a rendition', () => {
  const textOf = (fields: object) => {
    const [rendition] = artwork({ renditions: { HD: fields } }).renditions;
    return rendition ? renditionText(rendition) : '';
  };

  test.each([
    [{}, 'Waiting'],
    [{ ready: true, segments: 3, expectedSegments: 12 }, '3 of 12 segments'],
    [{ segments: 0, expectedSegments: 12, waitsFor: 'a node whose FFmpeg has libx265' }, 'Waiting for a node whose FFmpeg has libx265'],
    [{ ready: true, complete: true, segments: 12, expectedSegments: 12 }, 'Complete'],
    [{ failed: true, error: 'Disk full.' }, 'Failed: Disk full.'],
  ])('%j is "%s"', (fields, text) => {
    expect(textOf(fields)).toBe(text);
  });
});

test('what suits a film is said beside what its recipe says', () => {
  const quality = { used: true, recipeCrf: 21, crf: 27, saved: 0.346, instead: null };
  expect(qualityText(quality)).toBe("CRF 27 for its recipe's 21, about 34 % smaller");
  expect(qualityText({ ...quality, used: false })).toBe("Would do: CRF 27 for its recipe's 21, about 34 % smaller");
  expect(qualityText({ ...quality, used: false, instead: 'HD' })).toBe('Would be left out: HD shows as much of this film');
  expect(qualityText({ ...quality, crf: 21, saved: 0 })).toBe("This film needs its recipe's CRF 21");
});

test('what is left out is told with what stands for it', () => {
  expect(leftOutText([])).toBe('');
  const one = { name: '4K', instead: 'HD' };
  expect(leftOutText([one])).toBe('Left out: 4K, since HD shows as much of this film.');
  expect(leftOutText([one, { name: '3K', instead: 'HD' }])).toBe('Left out: 4K, since HD shows as much of this film; 3K, since HD does.');
});

test('what is not made is told with why, each for itself', () => {
  expect(notMadeText([])).toBe('');
  const one = { name: '8K360', why: 'left out: 10 bits of 7680×3840 take 2.3 GB of memory; raise that' };
  expect(notMadeText([one])).toBe('8K360 is left out: 10 bits of 7680×3840 take 2.3 GB of memory; raise that.');
  expect(notMadeText([one, { name: '6K360', why: 'left out: b' }])).toMatch(/raise that\. 6K360 is left out: b\.$/);
});

test('why a rendition is made otherwise is said before what was chosen for its film', () => {
  const quality = { used: true, recipeCrf: 22, crf: 22, saved: 0, instead: null };
  expect(detailText({ note: null, quality: null })).toBe('');
  expect(detailText({ note: 'made of 8 bits: a', quality: null })).toBe('Made of 8 bits: a');
  expect(detailText({ note: 'made of 8 bits: a', quality })).toBe("Made of 8 bits: a. This film needs its recipe's CRF 22");
  expect(detailText({ note: null, quality })).toBe("This film needs its recipe's CRF 22");
});

test('bit rates are given as people compare them', () => {
  expect([850_000, 2_480_000, 15_900_000, 2_000_000].map(bitRate)).toEqual(['850 kbit/s', '2.5 Mbit/s', '16 Mbit/s', '2 Mbit/s']);
});
