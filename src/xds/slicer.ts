/** How long our work may hold the event loop before others get their turn. */
const sliceMs = 8;

/**
 * Works through jobs in slices of some milliseconds, so that a push to thousands of streams stalls
 * nobody: requests are read and acknowledgements taken in between. Urgent jobs go before all others,
 * also before the rest of one that has begun.
 */
export class Slicer {
  readonly #urgent: Iterator<unknown>[] = [];
  readonly #others: Iterator<unknown>[] = [];
  #waiting: NodeJS.Immediate | undefined;
  #working = false;

  /** Begins at once when nothing else is under way. A job does a small piece of work with each `next`. */
  add(job: Iterator<unknown>, urgent = false): void {
    (urgent ? this.#urgent : this.#others).push(job);
    if (this.#waiting === undefined || urgent) this.#work();
  }

  stop(): void {
    if (this.#waiting !== undefined) clearImmediate(this.#waiting);
    this.#urgent.length = 0;
    this.#others.length = 0;
  }

  #work(): void {
    // A piece of work may cause another one.
    if (this.#working) return;
    this.#working = true;
    const startedMs = performance.now();
    try {
      for (;;) {
        const jobs = this.#urgent.length > 0 ? this.#urgent : this.#others;
        const job = jobs[0];
        if (job === undefined) return;
        if (job.next().done === true) jobs.shift();
        if (performance.now() - startedMs >= sliceMs) return;
      }
    } finally {
      this.#working = false;
      this.#goOn();
    }
  }

  #goOn(): void {
    if (this.#urgent.length + this.#others.length === 0) return;
    this.#waiting ??= setImmediate(() => {
      this.#waiting = undefined;
      this.#work();
    });
  }
}
