import { setText } from '../ui/dom';

/** Short words over the picture: some for a while, some as long as they are true. */
export class Notices {
  private readonly held = new Map<string, string>();
  private passing: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly element: HTMLElement) {}

  /** Says something for some milliseconds. */
  pass(text: string, milliseconds = 5000): void {
    clearTimeout(this.timer);
    this.passing = text;
    this.timer = setTimeout(() => {
      this.passing = null;
      this.render();
    }, milliseconds);
    this.render();
  }

  /** Says something until it is released; another text under the same name replaces it. */
  hold(name: string, text: string): void {
    this.held.set(name, text);
    this.render();
  }

  release(name: string): void {
    if (this.held.delete(name)) {
      this.render();
    }
  }

  clear(): void {
    clearTimeout(this.timer);
    this.passing = null;
    this.held.clear();
    this.render();
  }

  private render(): void {
    setText(this.element, this.passing ?? [...this.held.values()].at(-1) ?? '');
  }
}
