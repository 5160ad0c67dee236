import type { Job } from '../api/work';
import { percent } from '../ui/format';

/** What a job makes or reads: `HD, chunk 3`, `AUDIO, piece 2`. They are counted from 1 for people. */
export function subject(job: Job): string {
  if (job.task === 'batch') {
    return 'Looking over the library';
  }
  if (job.task === 'read') {
    return job.rendition === null || job.rendition === 'SOURCE' ? 'Reading the source' : `Reading the delivered ${job.rendition}`;
  }
  if (job.task === 'fetch') {
    return job.rendition === null || job.rendition === 'SOURCE' ? 'Fetching the source from its bucket' : `Fetching the delivered ${job.rendition}`;
  }
  const name = job.rendition ?? 'An output that nobody needs any more';
  return job.chunk === null ? name : `${name}, ${name.startsWith('AUDIO') ? 'piece' : 'chunk'} ${job.chunk + 1}`;
}

/** A job's state in a word or two. */
export function stateText(job: Job): string {
  switch (job.state) {
    case 'running':
      return job.progress > 0 ? `Running ${percent(job.progress)}` : 'Running';
    case 'waiting':
      return job.waitsFor === null ? 'Waiting' : `Waiting for ${job.waitsFor}`;
    case 'failed':
      return job.failure?.reason ? `Failed: ${job.failure.reason}` : 'Failed';
  }
}

/** What else is worth saying of a job, at that time. */
export function facts(job: Job, now: Date): string[] {
  return [
    job.state !== 'running' && job.until !== null ? `again in ${span(now, job.until)}` : '',
    job.state === 'running' && job.node !== null ? `on ${job.node}` : '',
    job.attempts > 1 || (job.attempts === 1 && job.state !== 'running') ? tried(job.attempts) : '',
    job.since !== null ? (job.state === 'failed' ? `${span(job.since, now)} ago` : `for ${span(job.since, now)}`) : '',
    job.estimatedEnd !== null && job.estimatedEnd > now ? `done in about ${span(now, job.estimatedEnd)}` : '',
  ].filter(Boolean);
}

/** A span of time in its greatest unit: 40 s, 3 min, 2 h, 5 days. Before its beginning it is none. */
export function span(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
  if (seconds < 90) {
    return `${seconds} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) {
    return `${minutes} min`;
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

function tried(attempts: number): string {
  return attempts === 1 ? 'tried once' : `tried ${attempts} times`;
}
