import type { Addresses } from './address';
import { fieldsOf, share } from './artwork';
import { ApiError } from './client';
import { slugPath } from './slug';

export type WorkState = 'running' | 'waiting' | 'failed';

/** Which jobs a page shows. */
export type WorkFilter = 'all' | WorkState;

/** A job as the API shows it. */
export interface Job {
  readonly id: string;
  readonly task: string;
  readonly state: WorkState;
  readonly artwork: string | null;
  readonly title: string | null;
  readonly rendition: string | null;
  readonly chunk: number | null;
  /** 0 to 1. */
  readonly progress: number;
  readonly node: string | null;
  readonly attempts: number;
  readonly since: Date | null;
  readonly estimatedEnd: Date | null;
  readonly waitsFor: string | null;
  readonly until: Date | null;
  readonly failure: Failure | null;
}

export interface Failure {
  readonly kind: string;
  readonly reason: string;
  readonly error: string;
  readonly command: string | null;
  readonly exitCode: number | null;
  readonly output: readonly string[];
}

/** A page of work, and how much there is in all. */
export interface Work {
  readonly counts: Readonly<Record<WorkFilter, number>>;
  /** Why no new work begins, if so. */
  readonly notice: string | null;
  /** Slugs of artworks that are not done and that no job is there for. */
  readonly unattended: readonly string[];
  readonly jobs: readonly Job[];
}

const STATES: readonly string[] = ['running', 'waiting', 'failed'];

/** Reads a page of work; what is missing has a neutral value, and a job without an id is left out. */
export function decodeWork(value: unknown): Work {
  const fields = fieldsOf(value);
  const [running, waiting, failed] = [count(fields['running']), count(fields['waiting']), count(fields['failed'])];
  return {
    counts: { all: running + waiting + failed, running, waiting, failed },
    notice: text(fields['notice']),
    unattended: texts(fields['unattended']),
    jobs: list(fields['jobs']).flatMap((each) => decodeJob(fieldsOf(each))),
  };
}

function decodeJob(fields: Readonly<Record<string, unknown>>): Job[] {
  const id = text(fields['id']);
  const state = text(fields['state']) ?? '';
  if (!id || !STATES.includes(state)) {
    return [];
  }
  return [
    {
      id,
      task: text(fields['task']) ?? '',
      state: state as WorkState,
      artwork: text(fields['artwork']),
      title: text(fields['title']),
      rendition: text(fields['rendition']),
      chunk: number(fields['chunk']),
      progress: share(fields['progress']),
      node: text(fields['node']),
      attempts: count(fields['attempts']),
      since: time(fields['since']),
      estimatedEnd: time(fields['estimatedEnd']),
      waitsFor: text(fields['waitsFor']),
      until: time(fields['until']),
      failure: fields['failure'] ? decodeFailure(fieldsOf(fields['failure'])) : null,
    },
  ];
}

function decodeFailure(fields: Readonly<Record<string, unknown>>): Failure {
  return {
    kind: text(fields['kind']) ?? '',
    reason: text(fields['reason']) ?? '',
    error: text(fields['error']) ?? '',
    command: text(fields['command']),
    exitCode: number(fields['exitCode']),
    output: texts(fields['output']),
  };
}

/** What is tried again: all, an artwork's, or a rendition's. */
export interface RetryScope {
  readonly slug?: string;
  readonly rendition?: string;
}

/** The part of the HTTP API that is about work. */
export class WorkClient {
  constructor(
    private readonly addresses: Pick<Addresses, 'api'>,
    private readonly load: typeof fetch = (...args) => fetch(...args),
  ) {}

  async page(state: WorkFilter, offset: number, limit: number, signal?: AbortSignal): Promise<Work> {
    const query = new URLSearchParams({ state, offset: String(offset), limit: String(limit) });
    return decodeWork(await this.ask(`work?${query}`, { cache: 'no-cache', ...(signal && { signal }) }));
  }

  /** Says that the cause of failures is gone; how many jobs are tried again. */
  async retry({ slug, rendition }: RetryScope): Promise<number> {
    const part = rendition ? `/renditions/${encodeURIComponent(rendition)}` : '';
    const path = slug ? `artworks/${slugPath(slug)}${part}/retry` : 'retry';
    return count(fieldsOf(await this.ask(path, { method: 'POST' }))['jobs']);
  }

  private async ask(path: string, options: RequestInit): Promise<unknown> {
    const response = await this.reach(this.addresses.api(path), options);
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) {
      const { title, detail } = fieldsOf(answer);
      throw new ApiError(response.status, text(title) ?? `The server answered ${response.status}`, text(detail) ?? '');
    }
    return answer;
  }

  private async reach(address: string, options: RequestInit): Promise<Response> {
    try {
      return await this.load(address, { headers: { Accept: 'application/json' }, ...options });
    } catch (error) {
      if (options.signal?.aborted) {
        throw error;
      }
      throw new ApiError(0, 'The server cannot be reached', 'Check the connection; this page tries again.');
    }
  }
}

/** Whether the application takes calls that change something from this page: only from its own. */
export function mayChange(addresses: Pick<Addresses, 'api'>, origin: string): boolean {
  return new URL(addresses.api('work'), origin).origin === origin;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).filter((each): each is string => typeof each === 'string');
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function count(value: unknown): number {
  return Math.max(0, Math.floor(number(value) ?? 0));
}

function time(value: unknown): Date | null {
  const date = new Date(text(value) ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
