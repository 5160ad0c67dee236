import { byId } from '../ui/dom';

/** Offers to turn on the sound that the browser refused, until there is sound or the viewer decided otherwise. */
export function offerSound(frame: HTMLElement): void {
  const button = byId('unmute');
  const video = (): HTMLVideoElement | null => frame.querySelector(':scope > video');
  button.hidden = false;
  button.addEventListener('click', () => {
    const current = video();
    if (current) {
      current.muted = false;
    }
  });
  const check = (): void => {
    button.hidden = video()?.muted === false;
  };
  // A change of volume does not bubble.
  frame.addEventListener('volumechange', check, true);
}
