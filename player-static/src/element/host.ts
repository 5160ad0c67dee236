import type { Trouble } from '../player/mender';
import type { Settings } from '../player/settings';
import type { WatchState } from '../state/watchState';

/** What a session tells, and what it asks for. */
export interface SessionHost {
  settings(): Omit<Settings, 'storyboard' | 'duration' | 'onDemand' | 'turns'>;
  /** Addresses that the page gave, or null. */
  readonly poster: string | null;
  readonly storyboard: string | null;
  adopted(video: HTMLVideoElement): void;
  changed(state: WatchState): void;
  better(height: number): void;
  trouble(trouble: Trouble | null): void;
}

/** What an element that plays does itself with what its session tells. */
export type Heard = Pick<SessionHost, 'adopted' | 'changed'>;

/** Where a session plays: an element whose attributes say how, and whose events tell of it. */
export function hostOf(element: HTMLElement, { adopted, changed }: Heard): SessionHost {
  const address = (name: string): string | null => {
    const value = element.getAttribute(name);
    return value ? new URL(value, document.baseURI).href : null;
  };
  const tell = <D>(name: string, detail: D): void => void element.dispatchEvent(new CustomEvent<D>(name, { detail }));
  return {
    get poster() {
      return address('poster');
    },
    get storyboard() {
      return address('storyboard');
    },
    settings: () => ({
      autoplay: element.hasAttribute('autoplay'),
      muted: element.hasAttribute('muted'),
      loop: element.hasAttribute('loop'),
      eager: element.getAttribute('preload') === 'auto',
    }),
    adopted,
    changed: (state) => {
      changed(state);
      tell<WatchState>('atelierstate', state);
    },
    better: (height) => tell('atelierbetter', { height }),
    trouble: (trouble) => tell<Trouble | null>('ateliertrouble', trouble),
  };
}
