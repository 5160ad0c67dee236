/** Holds the one state of a page. Views are told after each change, and change nothing themselves. */
export class Store<S> {
  private readonly views = new Set<(state: S) => void>();

  constructor(private current: S) {}

  get state(): S {
    return this.current;
  }

  /** Puts a changed state in place; the same object means nothing changed. */
  update(change: (state: S) => S): void {
    const next = change(this.current);
    if (next !== this.current) {
      this.current = next;
      this.views.forEach((view) => view(next));
    }
  }

  /** Shows the state now and after each change. */
  show(view: (state: S) => void): void {
    this.views.add(view);
    view(this.current);
  }
}
