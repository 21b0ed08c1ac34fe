import type { Clock } from "../base/clock.ts";

/** What the work comes to, or a rejection with `late()` when that takes longer than `limitMs`. The work goes on. */
export function within<T>(work: Promise<T>, limitMs: number, clock: Clock, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.schedule(limitMs, () => reject(late()));
    work.then(resolve, reject).finally(cancel);
  });
}
