import { ApiError } from '../api/client';
import { followEvents } from '../api/events';
import type { Job, RetryScope, Work, WorkClient, WorkFilter } from '../api/work';
import { Store } from '../state/store';

/** What the work page shows. */
export interface BoardState {
  readonly filter: WorkFilter;
  readonly size: number;
  readonly work: Work | null;
  readonly problem: string;
  readonly connected: boolean;
  /** What came of the last try, in words. */
  readonly said: string;
}

const PAGE = 100;
const MOST = 500;

/** While something runs, how far it is is asked again; events tell of what begins and ends. */
const BUSY = 2000;
const QUIET = 10_000;

/** Events come in bursts. */
const PAUSE = 500;

/** Keeps the page as the server's work is. */
export class Board {
  readonly store: Store<BoardState>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Number.POSITIVE_INFINITY;
  private asked = new AbortController();

  constructor(
    private readonly client: Pick<WorkClient, 'page' | 'retry'>,
    private readonly events: string,
    filter: WorkFilter,
  ) {
    this.store = new Store<BoardState>({ filter, size: PAGE, work: null, problem: '', connected: true, said: '' });
  }

  show(filter: WorkFilter): void {
    this.store.update((state) => ({ ...state, filter, size: PAGE, work: state.work && { ...state.work, jobs: [] } }));
    void this.refresh();
  }

  more(): void {
    this.store.update((state) => ({ ...state, size: Math.min(MOST, state.size + PAGE) }));
    void this.refresh();
  }

  /** Tries again what failed, and says what came of it. */
  async retry(scope: RetryScope): Promise<void> {
    try {
      const jobs = await this.client.retry(scope);
      this.say(jobs === 1 ? 'One job is tried again.' : `${jobs} jobs are tried again.`);
    } catch (error) {
      this.say(reason(error));
    }
    await this.refresh();
  }

  /** Follows the work until it is stopped. */
  follow(): () => void {
    const stop = followEvents(this.events, {
      opened: () => {
        this.store.update((state) => ({ ...state, connected: true }));
        void this.refresh();
      },
      lost: () => this.store.update((state) => ({ ...state, connected: false })),
      changed: () => this.later(PAUSE),
      progressed: () => this.later(PAUSE),
      gone: () => this.later(PAUSE),
    });
    return () => {
      stop();
      this.asked.abort();
      clearTimeout(this.timer);
      this.dueAt = Number.POSITIVE_INFINITY;
    };
  }

  private async refresh(): Promise<void> {
    clearTimeout(this.timer);
    this.dueAt = Number.POSITIVE_INFINITY;
    this.asked.abort();
    const { signal } = (this.asked = new AbortController());
    const { filter, size } = this.store.state;
    try {
      const work = await this.client.page(filter, 0, size, signal);
      if (!signal.aborted) {
        this.store.update((state) => ({ ...state, work, problem: '' }));
      }
    } catch (error) {
      if (!signal.aborted) {
        this.store.update((state) => ({ ...state, problem: reason(error) }));
      }
    }
    if (!signal.aborted) {
      this.later((this.store.state.work?.counts.running ?? 0) > 0 ? BUSY : QUIET);
    }
  }

  /** The sooner of what was wanted and what is wanted now. */
  private later(milliseconds: number): void {
    const at = Date.now() + milliseconds;
    if (at < this.dueAt) {
      clearTimeout(this.timer);
      this.dueAt = at;
      this.timer = setTimeout(() => void this.refresh(), milliseconds);
    }
  }

  private say(said: string): void {
    this.store.update((state) => ({ ...state, said }));
  }
}

/** Whether there are jobs that are not shown, and may be. */
export function hasMore({ filter, size, work }: BoardState): boolean {
  return work !== null && work.counts[filter] > work.jobs.length && size < MOST;
}

/** A job's name among all jobs. */
export function keyOf(job: Job): string {
  return `${job.task} ${job.id}`;
}

function reason(error: unknown): string {
  return error instanceof ApiError ? error.message : `The work cannot be shown: ${String(error)}`;
}
