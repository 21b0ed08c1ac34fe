import type { Clock } from "../../src/base/clock.ts";

/** The real time, which a test can move forward: what is due by then is run at once. */
export class MovableClock implements Clock {
  #aheadMs = 0;
  readonly #tasks = new Set<{ readonly atMs: number; readonly run: () => void }>();

  nowMs(): number {
    return Date.now() + this.#aheadMs;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const timer = setTimeout(() => entry.run(), delayMs);
    timer.unref();
    const entry = {
      atMs: this.nowMs() + delayMs,
      run: () => {
        clearTimeout(timer);
        if (this.#tasks.delete(entry)) task();
      },
    };
    this.#tasks.add(entry);
    return () => {
      clearTimeout(timer);
      this.#tasks.delete(entry);
    };
  }

  /** Second by second, so that what runs may plan what runs later. */
  forward(ms: number): void {
    for (let left = ms; left > 0; left -= 1_000) {
      this.#aheadMs += Math.min(1_000, left);
      for (const entry of [...this.#tasks]) if (entry.atMs <= this.nowMs()) entry.run();
    }
  }
}
