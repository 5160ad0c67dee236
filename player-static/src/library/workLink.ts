import type { Work, WorkClient } from '../api/work';
import { byId, setText } from '../ui/dom';

const EVERY = 15_000;

/** Keeps the link to the work page: how much failed, and why new work waits. Returns what ends that. */
export function followWork(client: Pick<WorkClient, 'page'>): () => void {
  const asked = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    try {
      show(await client.page('failed', 0, 0, asked.signal));
    } catch {
      // The library says itself that the server is away.
    }
    if (!asked.signal.aborted) {
      timer = setTimeout(() => void look(), EVERY);
    }
  };
  void look();
  return () => {
    asked.abort();
    clearTimeout(timer);
  };
}

/** What the link says. */
export function linkText({ counts }: Pick<Work, 'counts'>): string {
  return counts.failed > 0 ? `Work (${counts.failed} failed)` : 'Work';
}

function show(work: Work): void {
  setText(byId('work'), linkText(work));
  setText(byId('notice'), work.notice ? `New work waits for ${work.notice}. What is published can be watched.` : '');
}
