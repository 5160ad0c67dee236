import '../styles/viewing.css';
import type { Addresses } from '../api/address';
import { slugPath } from '../api/slug';
import { byId, el } from '../ui/dom';
import { decodeFigures, figuresText } from './figures';

/** Shows on an artwork's page what was seen of it in thirty days. A server that does not tell is asked once. */
export class ViewingSection {
  private asked = '';

  constructor(
    private readonly addresses: Pick<Addresses, 'api'>,
    private readonly load: typeof fetch = (...args) => fetch(...args),
  ) {}

  show(slug: string): void {
    if (slug !== this.asked) {
      this.asked = slug;
      void this.ask(slug);
    }
  }

  private async ask(slug: string): Promise<void> {
    try {
      const response = await this.load(this.addresses.api(`viewing/${slugPath(slug)}?days=30`), { cache: 'no-cache' });
      const figures = decodeFigures(response.ok ? await response.json() : []);
      byId('viewing').hidden = figures.views === 0;
      byId('viewing-figures').replaceChildren(
        ...figuresText(figures).flatMap(([name, text]) => [el('dt', {}, name), el('dd', {}, text)]),
      );
    } catch {
      // A page is as good without.
      byId('viewing').hidden = true;
    }
  }
}
