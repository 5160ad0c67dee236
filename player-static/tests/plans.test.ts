import { describe, expect, test } from 'vitest';
import { decodePlans, type Plan } from '../src/api/plans';
import { computing, planText } from '../src/ui/planText';

const DONE = {
  number: 3,
  at: '2026-01-02T03:04:05Z',
  cause: 'source replaced',
  needed: 4,
  reused: 26,
  made: 4,
  cpuSeconds: 12.5,
  cpuSecondsSaved: 160.2,
  state: 'done',
};

function planOf(fields = {}): Plan {
  return decodePlans({ plans: [{ ...DONE, ...fields }] }).plans[0] as Plan;
}

describe('the history', () => {
  test('is read as the API sends it', () => {
    const { total, plans } = decodePlans({ total: 41, plans: [DONE] });
    expect(total).toBe(41);
    expect(plans).toEqual([{ ...DONE, at: new Date(DONE.at) }]);
  });

  test('is read with holes in it', () => {
    expect(decodePlans(null)).toEqual({ total: 0, plans: [] });
    expect(decodePlans({ plans: [{}] }).plans[0]).toMatchObject({ at: null, cause: '', needed: 0, state: 'planning' });
  });
});

describe('a plan says in plain words', () => {
  test('what was encoded, reused and saved', () => {
    expect(planText(planOf())).toBe('4 of 30 pieces encoded, 26 reused, 160 s of computing saved');
  });

  test('that everything was there', () => {
    expect(planText(planOf({ needed: 0, made: 0 }))).toBe('Nothing had to be encoded, 26 reused, 160 s of computing saved');
    expect(planText(planOf({ needed: 0, made: 0, reused: 0 }))).toBe('There was nothing to do');
  });

  test('how far it is', () => {
    expect(planText(planOf({ state: 'encoding', made: 1, cpuSecondsSaved: 0 }))).toBe('1 of 4 pieces encoded so far, 26 reused');
    expect(planText(planOf({ state: 'planning' }))).toBe('Looking at what has to be made');
  });

  test('where it stopped', () => {
    expect(planText(planOf({ state: 'failed', needed: 1, made: 0, reused: 0, cpuSecondsSaved: 0 }))).toBe('Stopped after 0 of 1 piece');
  });

  test('that a later plan took its place', () => {
    expect(planText(planOf({ state: 'replaced', made: 1, reused: 0, cpuSecondsSaved: 0 }))).toBe(
      'A later plan took its place after 1 of 4 pieces',
    );
  });
});

test('computing time is given in a unit that can be imagined', () => {
  expect([0.4, 160.2, 1620, 19_800, 360_000].map(computing)).toEqual(['0 s', '160 s', '27 min', '330 min', '100 h']);
});
