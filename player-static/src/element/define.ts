import 'media-chrome';
import 'media-chrome/menu';
import { AtelierPlayer } from './atelierPlayer';
import { CaptionsButton } from './captionsButton';
import { Gestures } from './gestures';
import { QualityMenu } from './qualityMenu';

/** A page may load this more than once, and from more than one host: the first one counts. */
const ELEMENTS: readonly (readonly [string, CustomElementConstructor])[] = [
  ['atelier-captions-button', CaptionsButton],
  ['atelier-gestures', Gestures],
  ['atelier-quality-menu', QualityMenu],
  ['atelier-player', AtelierPlayer],
];

for (const [name, element] of ELEMENTS) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'atelier-player': AtelierPlayer;
  }
}

export { AtelierPlayer };
