/** What broke, without the player library's words for it. */
export type Breakage =
  | { readonly kind: 'network'; readonly detail: string }
  | { readonly kind: 'media'; readonly detail: string }
  | { readonly kind: 'other'; readonly detail: string };

/** What has been tried since the last time that media arrived. */
export interface Attempts {
  readonly network: number;
  readonly media: number;
}

export type Remedy =
  | { readonly kind: 'load again'; readonly afterMilliseconds: number }
  | { readonly kind: 'recover media' }
  | { readonly kind: 'give up'; readonly title: string; readonly detail: string };

export const UNTRIED: Attempts = { network: 0, media: 0 };

const FIRST_WAIT = 1000;
const NETWORK_ATTEMPTS = 5;

/** Decides what to do about a breakage: the network gets time, a decoder one more chance. */
export function remedyFor(breakage: Breakage, attempts: Attempts): [Remedy, Attempts] {
  switch (breakage.kind) {
    case 'network':
      return attempts.network < NETWORK_ATTEMPTS
        ? [
            { kind: 'load again', afterMilliseconds: FIRST_WAIT * 2 ** attempts.network },
            { ...attempts, network: attempts.network + 1 },
          ]
        : [gaveUp('The video cannot be loaded', 'Check the connection, then try again.', breakage), attempts];
    case 'media':
      return attempts.media === 0
        ? [{ kind: 'recover media' }, { ...attempts, media: 1 }]
        : [gaveUp('The video cannot be played', 'This browser could not decode it.', breakage), attempts];
    case 'other':
      return [gaveUp('The video cannot be played', 'Trying again may help.', breakage), attempts];
  }
}

function gaveUp(title: string, advice: string, { detail }: Breakage): Remedy {
  return { kind: 'give up', title, detail: `${advice} (${detail})` };
}
