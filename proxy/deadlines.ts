/**
 * Calls `onLate` for each of many things that take longer than `ms` milliseconds. All may take
 * equally long, so they are late in the order in which they came, and one timer does for all: one
 * each is made and thrown away with every call.
 */
export class Deadlines<T> {
  readonly #due = new Map<T, number>();
  readonly #ms: number;
  readonly #onLate: (item: T) => void;
  #isTimed = false;

  constructor(ms: number, onLate: (item: T) => void) {
    this.#ms = ms;
    this.#onLate = onLate;
  }

  add(item: T): void {
    this.#due.set(item, performance.now() + this.#ms);
    if (!this.#isTimed) this.#lookIn(this.#ms);
  }

  /** It was in time. The timer stays: by then others will be waiting, or none. */
  delete(item: T): void {
    this.#due.delete(item);
  }

  #lookIn(ms: number): void {
    this.#isTimed = true;
    setTimeout(() => this.#look(), ms).unref();
  }

  #look(): void {
    this.#isTimed = false;
    const now = performance.now();
    for (const [item, at] of this.#due) {
      if (at > now) {
        this.#lookIn(at - now);
        return;
      }
      this.#due.delete(item);
      this.#onLate(item);
    }
  }
}
