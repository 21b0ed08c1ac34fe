/**
 * How much of our work is done in one turn of the event loop. The transport writes at a turn's end: longer
 * turns let the first client wait for our work on behalf of the last, shorter ones gain nothing (measured).
 */
const turnMs = 2;

/** What the transport does for each write after we have done our part, in ms, measured; it is work of this turn too. */
const writeMs = 0.008;
const byteMs = 1 / 1_000_000;

/** Somebody who sends what may be sent. */
export interface Pumped {
  pump(): void;
}

/**
 * Does work in slices of some milliseconds, so that a push to thousands of streams, or as many streams
 * that ask at once, stall nobody: requests are read and acknowledgements taken in between. Urgent jobs go
 * before all others, also before the rest of one that has begun; then comes who has asked.
 */
export class Slicer {
  readonly #urgent: Iterator<unknown>[] = [];
  readonly #asking = new Set<Pumped>();
  readonly #others: Iterator<unknown>[] = [];
  /** The end of the present turn of the event loop; undefined when nothing was done in it yet. */
  #turnEnds: NodeJS.Immediate | undefined;
  #startedMs = 0;
  #writtenMs = 0;
  #working = false;

  /** Begins at once when this turn has time left. A job does a small piece of work with each `next`. */
  add(job: Iterator<unknown>, urgent = false): void {
    (urgent ? this.#urgent : this.#others).push(job);
    this.#work();
  }

  /** Pumps at once when this turn has time left, and otherwise in a later one. */
  soon(one: Pumped): void {
    this.#asking.add(one);
    this.#work();
  }

  /** So many bytes were given to the transport, in one piece. */
  wrote(bytes: number): void {
    this.#writtenMs += writeMs + bytes * byteMs;
  }

  forget(one: Pumped): void {
    this.#asking.delete(one);
  }

  stop(): void {
    if (this.#turnEnds !== undefined) clearImmediate(this.#turnEnds);
    this.#urgent.length = 0;
    this.#asking.clear();
    this.#others.length = 0;
  }

  #work(): void {
    // A piece of work may cause another one.
    if (this.#working) return;
    this.#beginTurn();
    this.#working = true;
    try {
      while (performance.now() - this.#startedMs + this.#writtenMs < turnMs) if (!this.#step()) return;
    } finally {
      this.#working = false;
    }
  }

  /** Does one piece of work; false when there is none. */
  #step(): boolean {
    const [asking] = this.#asking;
    if (this.#urgent.length === 0 && asking !== undefined) {
      this.#asking.delete(asking);
      asking.pump();
      return true;
    }
    const jobs = this.#urgent.length > 0 ? this.#urgent : this.#others;
    const job = jobs[0];
    if (job === undefined) return false;
    if (job.next().done === true) jobs.shift();
    return true;
  }

  #beginTurn(): void {
    if (this.#turnEnds !== undefined) return;
    this.#startedMs = performance.now();
    this.#writtenMs = 0;
    this.#turnEnds = setImmediate(() => {
      this.#turnEnds = undefined;
      if (this.#urgent.length + this.#asking.size + this.#others.length > 0) this.#work();
    });
  }
}
