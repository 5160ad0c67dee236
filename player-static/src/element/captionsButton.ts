import { MediaCaptionsButton } from 'media-chrome';

/** media-chrome's button for captions, which is a switch for those who do not see it: it says that it is on, which a button cannot be. */
export class CaptionsButton extends MediaCaptionsButton {
  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'switch');
  }
}
