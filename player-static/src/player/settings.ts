import type { OnDemand } from '../api/artwork';
import type { Trouble } from './mender';
import type { StreamListeners } from './stream';

/** What a player tells. */
export interface PlayerListeners extends Pick<StreamListeners, 'waits' | 'better' | 'silent'> {
  /** Another video is the one that is seen. */
  adopted(video: HTMLVideoElement): void;
  /** Something is wrong that the viewer can do something about; null when it is over. */
  trouble(trouble: Trouble | null): void;
  /** The edition may have gone from the server: its address should be asked for again. */
  stale(): void;
  /** The browser plays, but only without sound. */
  silenced(): void;
  /** The viewer chose a picture of this height, which is made now. */
  reaches(height: number): void;
}

/** How a video begins, read at each beginning. */
export interface Settings {
  readonly autoplay: boolean;
  readonly muted: boolean;
  readonly loop: boolean;
  /** Whether media is asked for before the viewer wants to play. */
  readonly eager: boolean;
  /** Address of pictures for the seek bar. */
  readonly storyboard: string | null;
  /** Seconds that the film lasts, or null where that is not known. */
  readonly duration: number | null;
  /** Whether sound can be turned with the view: its ambisonic form is played, where there is one. */
  readonly turns: boolean;
  /** What is made when the viewer chooses it. */
  readonly onDemand: OnDemand | null;
}
