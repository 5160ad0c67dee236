import type { Artwork } from '../api/artwork';
import { ApiError } from '../api/client';
import type { WorkClient } from '../api/work';
import { el, setText } from '../ui/dom';

/** Lets a person try again what failed of an artwork, where the page may. */
export class Retry {
  readonly element: HTMLElement;
  private readonly button = el('button', { type: 'button' }, 'Try again');
  private readonly answer = el('span', { role: 'status' });
  private slug = '';

  /** @param client null where the application takes no such calls from this page */
  constructor(private readonly client: Pick<WorkClient, 'retry'> | null) {
    this.element = el('p', { class: 'retry' }, this.button, this.answer);
    this.element.hidden = true;
    this.button.addEventListener('click', () => void this.retry());
  }

  update(artwork: Artwork): void {
    this.slug = artwork.slug;
    const failed = artwork.state === 'failed' || artwork.renditions.some((rendition) => rendition.failed);
    this.element.hidden = this.client === null || !failed;
    this.button.setAttribute('aria-label', `Try again: ${artwork.title}`);
  }

  private async retry(): Promise<void> {
    this.button.disabled = true;
    try {
      await this.client?.retry({ slug: this.slug });
      setText(this.answer, '');
    } catch (error) {
      setText(this.answer, error instanceof ApiError ? error.detail || error.title : String(error));
    } finally {
      this.button.disabled = false;
    }
  }
}
