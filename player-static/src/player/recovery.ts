/** What broke, without the player library's words for it. */
export type Breakage =
  | { readonly kind: 'network'; readonly detail: string }
  | { readonly kind: 'media'; readonly detail: string }
  | { readonly kind: 'unsupported'; readonly detail: string }
  | { readonly kind: 'other'; readonly detail: string };

/** What has been tried since the last time that all was well. */
export interface Attempts {
  readonly network: number;
  readonly media: number;
}

export type Remedy =
  | { readonly kind: 'load again'; readonly afterMilliseconds: number }
  | { readonly kind: 'recover media'; readonly swapCodec: boolean }
  | { readonly kind: 'give up'; readonly title: string; readonly detail: string };

export const UNTRIED: Attempts = { network: 0, media: 0 };

const FIRST_WAIT = 1000;
const NETWORK_ATTEMPTS = 4;
/** How long to wait between attempts while there is still something to see. */
const UNHURRIED = 8000;

/**
 * Decides what to do about a breakage: the network gets time, a decoder two more chances, the second with another name
 * for the audio codec (some players of AAC announce HE-AAC wrongly).
 *
 * @param ahead seconds of media that can be played without the network
 */
export function remedyFor(breakage: Breakage, attempts: Attempts, ahead = 0): [Remedy, Attempts] {
  switch (breakage.kind) {
    case 'network':
      return network(breakage, attempts, ahead);
    case 'media':
      return attempts.media < 2
        ? [{ kind: 'recover media', swapCodec: attempts.media === 1 }, { ...attempts, media: attempts.media + 1 }]
        : [gaveUp('The video cannot be played', 'This browser could not decode it.', breakage), attempts];
    case 'unsupported':
      return [gaveUp('The video cannot be played', 'This browser has no means to. Try another one.', breakage), attempts];
    case 'other':
      return [gaveUp('The video cannot be played', 'Trying again may help.', breakage), attempts];
  }
}

function network(breakage: Breakage, attempts: Attempts, ahead: number): [Remedy, Attempts] {
  if (attempts.network < NETWORK_ATTEMPTS) {
    const afterMilliseconds = FIRST_WAIT * 2 ** attempts.network;
    return [{ kind: 'load again', afterMilliseconds }, { ...attempts, network: attempts.network + 1 }];
  }
  // Nobody is told of a failure while the picture still moves.
  return ahead > 1
    ? [{ kind: 'load again', afterMilliseconds: UNHURRIED }, attempts]
    : [gaveUp('The video cannot be loaded', 'Check the connection, then try again.', breakage), attempts];
}

function gaveUp(title: string, advice: string, { detail }: Breakage): Remedy {
  return { kind: 'give up', title, detail: `${advice} (${detail})` };
}
