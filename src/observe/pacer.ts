import type { Clock } from "../base/clock.ts";

/** As many connections as can be opened in a millisecond without holding up the rest of the process. */
const perMs = 20;

/**
 * Lets tasks begin in order, at most `perMs` of them in a millisecond: thousands of new targets, or
 * all of them due at once after the machine slept, are spread over a moment instead of one burst.
 */
export function pacerOf(clock: Clock): (task: () => void) => void {
  let waiting: (() => void)[] = [];
  let scheduled = false;
  const flush = () => {
    const due = waiting.slice(0, perMs);
    waiting = waiting.slice(perMs);
    scheduled = waiting.length > 0;
    if (scheduled) clock.schedule(1, flush);
    for (const task of due) task();
  };
  return (task) => {
    waiting.push(task);
    if (scheduled) return;
    scheduled = true;
    clock.schedule(0, flush);
  };
}
