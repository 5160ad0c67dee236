import type { Plan } from '../api/plans';

/** A plan in plain words: "4 of 30 pieces encoded, 26 reused, 160 s of computing saved". */
export function planText(plan: Plan): string {
  const total = plan.needed + plan.reused;
  switch (plan.state) {
    case 'planning':
      return 'Looking at what has to be made';
    case 'encoding':
      return sentence(`${plan.made} of ${pieces(plan.needed)} encoded so far`, plan);
    case 'failed':
      return sentence(`Stopped after ${plan.made} of ${pieces(plan.needed)}`, plan);
    case 'replaced':
      return sentence(`A later plan took its place after ${plan.made} of ${pieces(plan.needed)}`, plan);
    case 'done':
      return plan.needed === 0 ? nothingToDo(plan) : sentence(`${plan.made} of ${pieces(total)} encoded`, plan);
  }
}

/** The state of a plan in a word. */
export function planStateText({ state }: Plan): string {
  return { planning: 'Planning', encoding: 'Encoding', done: 'Done', failed: 'Failed', replaced: 'Replaced' }[state];
}

/** Computing time: 12 s, 160 s, 27 min, 5.5 h. */
export function computing(seconds: number): string {
  if (seconds < 600) {
    return `${Math.round(seconds)} s`;
  }
  return seconds < 36_000 ? `${Math.round(seconds / 60)} min` : `${Number((seconds / 3600).toFixed(1))} h`;
}

function nothingToDo(plan: Plan): string {
  return plan.reused === 0 ? 'There was nothing to do' : sentence('Nothing had to be encoded', plan);
}

function sentence(what: string, { reused, cpuSecondsSaved }: Plan): string {
  const parts = [what];
  if (reused > 0) {
    parts.push(`${reused} reused`);
  }
  if (Math.round(cpuSecondsSaved) > 0) {
    parts.push(`${computing(cpuSecondsSaved)} of computing saved`);
  }
  return parts.join(', ');
}

function pieces(count: number): string {
  return count === 1 ? '1 piece' : `${count} pieces`;
}
