import type { Addresses } from '../api/address';
import { mayChange, type Job, type WorkFilter } from '../api/work';
import { byId, setText } from '../ui/dom';
import { hasMore, keyOf, type Board, type BoardState } from './board';
import { JobRow } from './jobRow';

const FILTERS: readonly WorkFilter[] = ['all', 'running', 'waiting', 'failed'];
const NAMES: Readonly<Record<WorkFilter, string>> = { all: 'All', running: 'Running', waiting: 'Waiting', failed: 'Failed' };

/** Shows the board on its page. */
export function showBoard(board: Board, addresses: Addresses): void {
  const allowed = mayChange(addresses, location.origin);
  const rows = new Map<string, JobRow>();
  const list = byId('jobs');
  const retry = (job: Job): void =>
    void board.retry({ ...(job.artwork && { slug: job.artwork }), ...(job.task === 'encode' && job.rendition && { rendition: job.rendition }) });
  byId('retry-all').addEventListener('click', () => void board.retry({}));
  byId('more').addEventListener('click', () => board.more());
  for (const filter of FILTERS) {
    byId(`show-${filter}`).addEventListener('change', () => board.show(filter));
  }
  board.store.show((state) => {
    showFrame(state, allowed);
    const jobs = state.work?.jobs ?? [];
    const keys = new Set(jobs.map(keyOf));
    for (const [key, row] of rows) {
      if (!keys.has(key)) {
        row.element.remove();
        rows.delete(key);
      }
    }
    const now = new Date();
    jobs.forEach((job, position) => {
      const row = rows.get(keyOf(job)) ?? new JobRow(addresses, allowed, retry);
      rows.set(keyOf(job), row);
      row.update(job, now);
      const there = list.children[position];
      if (there !== row.element) {
        list.insertBefore(row.element, there ?? null);
      }
    });
  });
}

function showFrame(state: BoardState, allowed: boolean): void {
  const { work, filter } = state;
  for (const each of FILTERS) {
    byId<HTMLInputElement>(`show-${each}`).checked = each === filter;
    setText(byId(`name-${each}`), work ? `${NAMES[each]} ${work.counts[each]}` : NAMES[each]);
  }
  setText(byId('notice'), work?.notice ? `New work waits for ${work.notice}. What runs is finished.` : '');
  setText(byId('unattended'), unattendedText(work?.unattended ?? []));
  setText(byId('problem'), state.problem);
  setText(byId('said'), state.said);
  byId('connection').hidden = state.connected || state.problem !== '';
  byId('nothing').hidden = work === null || work.counts[filter] > 0;
  byId('retry-all').hidden = !allowed || (work?.counts.failed ?? 0) === 0;
  byId('more').hidden = !hasMore(state);
}

function unattendedText(slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `No job is left for ${slugs.join(', ')}: the next look over the library plans what is missing.`;
}
