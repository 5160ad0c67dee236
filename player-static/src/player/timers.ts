/** What is to be done later, and can be called off at once. */
export class Timers {
  private readonly running = new Set<ReturnType<typeof setTimeout>>();

  later(action: () => void, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      action();
    }, milliseconds);
    this.running.add(timer);
  }

  callOff(): void {
    this.running.forEach(clearTimeout);
    this.running.clear();
  }
}
