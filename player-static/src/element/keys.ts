/** What a key does: something that media-chrome knows, a step in seconds, or a place as a share of the duration. */
export type KeyAction =
  | { readonly kind: 'chrome'; readonly key: string }
  | { readonly kind: 'step'; readonly seconds: number }
  | { readonly kind: 'place'; readonly share: number };

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const TOGGLES = [' ', 'k', 'm', 'f', 'c'];
const REPEATED = ['ArrowUp', 'ArrowDown', '<', '>'];
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -5, ArrowRight: 5, j: -10, l: 10 };

/** The player's shortcuts; null for a key that is none. */
export function actionOf(pressed: Pressed): KeyAction | null {
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) {
    return null;
  }
  if (STEPS[key] !== undefined) {
    return { kind: 'step', seconds: STEPS[key] };
  }
  if (/^\d$/.test(key)) {
    return { kind: 'place', share: Number(key) / 10 };
  }
  const known = REPEATED.includes(key) || (TOGGLES.includes(key) && !pressed.repeat);
  return known ? { kind: 'chrome', key } : null;
}

/** Whether what has the focus needs a key for itself: a button the space bar, a slider the arrows. */
export function isUsed(key: string, path: readonly EventTarget[], end: EventTarget): boolean {
  return path.slice(0, path.indexOf(end)).some((target) => keysOf(target).includes(key));
}

function keysOf(target: EventTarget): readonly string[] {
  if (target instanceof HTMLButtonElement) {
    return [' ', 'Enter'];
  }
  return (target as { keysUsed?: readonly string[] }).keysUsed ?? [];
}
