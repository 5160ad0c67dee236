import { ApiError } from '../api/client';
import { decodeInstallation, type InstallationClient } from '../api/installation';
import { byId, el, setText } from '../ui/dom';
import { draftOf, installationOf, newMontage, problemOf, type Draft } from './draft';
import type { Places } from './places';
import { screensOf } from './programme';
import { montageRows } from './rows';

/** The page on which a playlist is edited. */
export class Editor {
  private draft: Draft = { title: '', loop: true, autostart: true, montages: [newMontage()] };
  /** The state that is edited; null: the playlist is new. */
  private tag: string | null = null;
  private changed = false;

  constructor(
    private readonly name: string,
    private readonly client: InstallationClient,
    private readonly places: Places,
    /** Slugs of the library, as far as they are known. */
    private readonly known: { slugs: ReadonlySet<string>; all: boolean },
  ) {
    this.follow('title', 'input', (input) => (this.draft.title = input.value));
    this.follow('loop', 'change', (input) => (this.draft.loop = input.checked));
    this.follow('autostart', 'change', (input) => (this.draft.autostart = input.checked));
    byId('add-montage').addEventListener('click', () => {
      this.draft.montages.push(newMontage());
      this.touched(`m${this.draft.montages.length - 1} title`);
    });
    byId('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.save();
    });
    byId('take-json').addEventListener('click', () => this.takeJson());
    byId('reload').addEventListener('click', () => void this.read(''));
    byId('remove').addEventListener('click', () => void this.remove());
    addEventListener('beforeunload', (event) => this.changed && event.preventDefault());
  }

  /** Shows the playlist as it is on the server; where there is none, a new one. */
  async read(title: string): Promise<void> {
    try {
      const { installation, tag } = await this.client.read(this.name);
      this.draft = draftOf(installation);
      this.tag = tag;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) {
        return this.problem(error);
      }
      this.tag = null;
      this.draft.title ||= title || this.name;
    }
    this.changed = false;
    this.say('');
    byId('form').hidden = false;
    byId('reload').hidden = true;
    this.show();
  }

  private async save(): Promise<void> {
    const wrong = problemOf(this.draft);
    if (wrong) {
      return this.problem(new Error(wrong));
    }
    try {
      const { installation, tag } = await this.client.save(installationOf(this.name, this.draft), this.tag);
      this.tag = tag;
      this.draft = draftOf(installation);
      this.changed = false;
      byId('reload').hidden = true;
      this.show();
      this.say(`Saved. ${this.missing()}`);
    } catch (error) {
      byId('reload').hidden = !(error instanceof ApiError && error.status === 412);
      this.problem(error);
    }
  }

  private async remove(): Promise<void> {
    if (!confirm(`Remove the playlist “${this.draft.title}”? The artworks stay.`)) {
      return;
    }
    try {
      if (this.tag !== null) {
        await this.client.remove(this.name, this.tag);
      }
      this.changed = false;
      location.assign(this.places.list());
    } catch (error) {
      this.problem(error);
    }
  }

  /** Shows the draft, and gives the focus to what has a key. */
  private show(focus?: string): void {
    const { title, loop, autostart } = this.draft;
    setText(byId('heading'), title || this.name);
    byId<HTMLInputElement>('title').value = title;
    byId<HTMLInputElement>('loop').checked = loop;
    byId<HTMLInputElement>('autostart').checked = autostart;
    byId('shows').hidden = this.tag === null;
    byId('shows').replaceChildren(...this.plays());
    byId('remove').hidden = this.tag === null;
    byId('montages').replaceChildren(...montageRows(this.draft, (key) => this.touched(key)));
    this.showJson();
    if (focus !== undefined) {
      byId('montages').querySelector<HTMLElement>(`[data-key="${focus}"]`)?.focus();
    }
  }

  /** Links to what is shown, one for each screen. */
  private plays(): HTMLElement[] {
    const screens = screensOf(installationOf(this.name, this.draft));
    return Array.from({ length: screens }, (_, at) =>
      el('a', { href: this.places.play(this.name, at + 1) }, screens === 1 ? 'Play' : `Play on screen ${at + 1}`),
    );
  }

  private touched(focus?: string): void {
    this.changed = true;
    this.say('');
    if (focus === undefined) {
      this.showJson();
    } else {
      this.show(focus);
    }
  }

  private follow(id: string, event: string, take: (input: HTMLInputElement) => void): void {
    const input = byId<HTMLInputElement>(id);
    input.addEventListener(event, () => {
      take(input);
      this.touched();
    });
  }

  private showJson(): void {
    byId<HTMLTextAreaElement>('json').value = JSON.stringify(installationOf(this.name, this.draft), null, 2);
  }

  private takeJson(): void {
    try {
      const value: unknown = JSON.parse(byId<HTMLTextAreaElement>('json').value);
      this.draft = draftOf({ ...decodeInstallation(value, this.name), name: this.name });
      this.changed = true;
      this.show();
      this.say('Taken over. It is saved when you save it.');
    } catch {
      this.problem(new Error('This is not valid JSON. Nothing was taken over.'));
    }
  }

  private missing(): string {
    const { montages } = installationOf(this.name, this.draft);
    const slugs = montages.flatMap(({ tracks }) => tracks.flatMap(({ items }) => items.map(({ slug }) => slug)));
    const absent = [...new Set(slugs)].filter((slug) => this.known.all && !this.known.slugs.has(slug));
    return absent.length === 0 ? '' : `Not in the library yet, and passed over until then: ${absent.join(', ')}.`;
  }

  private say(text: string): void {
    setText(byId('problem'), '');
    setText(byId('said'), text);
  }

  private problem(error: unknown): void {
    setText(byId('said'), '');
    setText(byId('problem'), error instanceof Error ? error.message : String(error));
  }
}
