import { fieldsOf, number, text } from './artwork';

/** What was decided and done when an artwork or its recipes changed. */
export interface Plan {
  readonly number: number;
  readonly at: Date | null;
  readonly cause: string;
  /** Pieces that were to be encoded, that were there already, and that are encoded by now. */
  readonly needed: number;
  readonly reused: number;
  readonly made: number;
  readonly cpuSeconds: number;
  readonly cpuSecondsSaved: number;
  readonly state: PlanState;
}

export type PlanState = 'planning' | 'encoding' | 'done' | 'failed' | 'replaced';

export interface PlanPage {
  readonly total: number;
  readonly plans: readonly Plan[];
}

const STATES: readonly string[] = ['planning', 'encoding', 'done', 'failed', 'replaced'];

/** Reads a page of an artwork's plans; what is missing has a neutral value. */
export function decodePlans(value: unknown): PlanPage {
  const fields = fieldsOf(value);
  const list = Array.isArray(fields['plans']) ? fields['plans'] : [];
  return { total: Math.max(list.length, number(fields['total'])), plans: list.map(decodePlan) };
}

function decodePlan(value: unknown): Plan {
  const fields = fieldsOf(value);
  const at = new Date(text(fields['at']) ?? NaN);
  const state = text(fields['state']) ?? '';
  return {
    number: number(fields['number']),
    at: Number.isNaN(at.getTime()) ? null : at,
    cause: text(fields['cause']) ?? '',
    needed: number(fields['needed']),
    reused: number(fields['reused']),
    made: number(fields['made']),
    cpuSeconds: number(fields['cpuSeconds']),
    cpuSecondsSaved: number(fields['cpuSecondsSaved']),
    state: STATES.includes(state) ? (state as PlanState) : 'planning',
  };
}
