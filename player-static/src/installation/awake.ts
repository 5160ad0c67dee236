/** Keeps the screen on for as long as the page is seen, where the browser can. */
export function keepAwake(): void {
  const ask = (): void => {
    if (document.visibilityState === 'visible' && 'wakeLock' in navigator) {
      // A device that saves its battery says no: then it does.
      navigator.wakeLock.request('screen').catch(() => undefined);
    }
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
