import type { InstallationClient, Read } from '../api/installation';
import { ApiError } from '../api/client';

const EVERY = 30_000;
const UNTIL_THERE = 5000;

/** Asks for a playlist again and again, and tells of each state of it that is new. What cannot be read changes nothing. */
export function followInstallation(
  client: Pick<InstallationClient, 'read'>,
  name: string,
  changed: (read: Read) => void,
  missing: (problem: string) => void,
): void {
  let tag: string | null = null;
  const ask = async (): Promise<void> => {
    try {
      const read = await client.read(name, AbortSignal.timeout(10_000));
      if (read.tag !== tag) {
        tag = read.tag;
        changed(read);
      }
    } catch (error) {
      if (tag === null) {
        missing(error instanceof ApiError ? error.message : 'The playlist cannot be read; it is asked for again.');
      }
    }
    setTimeout(() => void ask(), tag === null ? UNTIL_THERE : EVERY);
  };
  void ask();
}
