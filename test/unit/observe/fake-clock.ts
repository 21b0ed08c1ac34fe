import type { Clock } from "../../../src/base/clock.ts";

/** Time that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Runs everything that is due on the way, in order; what is scheduled meanwhile too. */
  advance(ms: number): void;
  /** Sets the wall clock without time passing. */
  jump(ms: number): void;
  pending(): number;
}

export function fakeClock(): FakeClock {
  const tasks = new Set<{ readonly dueMs: number; readonly task: () => void }>();
  let elapsedMs = 0;
  let offsetMs = 1_700_000_000_000;

  const runNext = (untilMs: number): boolean => {
    const [next] = [...tasks].filter(({ dueMs }) => dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs);
    if (next === undefined) {
      elapsedMs = untilMs;
      return false;
    }
    tasks.delete(next);
    elapsedMs = Math.max(elapsedMs, next.dueMs);
    next.task();
    return true;
  };

  return {
    nowMs: () => offsetMs + elapsedMs,
    schedule(delayMs, task) {
      const entry = { dueMs: elapsedMs + delayMs, task };
      tasks.add(entry);
      return () => tasks.delete(entry);
    },
    advance(ms) {
      const untilMs = elapsedMs + ms;
      while (runNext(untilMs));
    },
    jump(ms) {
      offsetMs += ms;
    },
    pending: () => tasks.size,
  };
}
