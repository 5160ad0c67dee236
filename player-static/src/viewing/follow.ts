import { Reports } from './reports';
import { Viewer, type Cause, type Seen } from './viewer';

const FLUSH_EVERY = 10_000;
/** Events of a video that tell what is seen of it. */
export const HAPPENS = ['play', 'playing', 'waiting', 'seeking', 'seeked', 'timeupdate', 'pause', 'ended'];

/** What is followed of the player's element. */
export interface Followed extends EventTarget {
  readonly video: (Seen & EventTarget) | null;
}

/**
 * Tells a server what is seen of an artwork: nothing of who sees it, and not where the element is `private` or the browser says
 * that its owner does not want to be followed.
 *
 * @param address where it is told
 * @returns what ends it
 */
export function followViewing(player: Followed, address: string, slug: string): () => void {
  const over = new AbortController();
  const { signal } = over;
  const reports = new Reports(session(), slug, (text) => beacon(address, text));
  const viewer = new Viewer((event) => reports.add(event), () => performance.now(), () => document.visibilityState === 'visible');
  const settle = (): void => viewer.settle(player.video);
  const flush = (): void => reports.flush();
  const announced = (name: string, cause: Cause): void =>
    player.addEventListener(name, () => viewer.announce(cause), { signal });
  for (const name of HAPPENS) {
    player.addEventListener(name, () => player.video && viewer.happened(name, player.video), { signal });
  }
  announced('atelierbetter', 'edition');
  announced('mediarenditionrequest', 'chosen');
  player.addEventListener('ateliertrouble', (event) => {
    if ((event as CustomEvent<unknown>).detail !== null && player.video) {
      viewer.broke(player.video);
    }
  }, { signal });
  atTimes(flush, settle, signal);
  return () => {
    over.abort();
    settle();
    flush();
  };
}

/** Sends what waits now and then, and all that there is when the page is hidden: it may never be seen again. */
export function atTimes(flush: () => void, settle: () => void, signal: AbortSignal): void {
  const all = (): void => {
    settle();
    flush();
  };
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && all(), { signal });
  addEventListener('pagehide', all, { signal });
  const timer = setInterval(flush, FLUSH_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Whether the owner of the browser said that they do not want to be followed. */
export function unwanted(browser: Navigator = navigator): boolean {
  return (browser as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
}

/** As plain text, which a browser sends to another host without asking first. */
export function beacon(address: string, text: string): void {
  navigator.sendBeacon(address, new Blob([text], { type: 'text/plain' }));
}

/** A random name. */
export function session(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
