/**
 * Time as something handed in, so that a test can hold it still. `schedule` runs `task` once after
 * `delayMs` and returns a function that cancels it. A pending task never keeps the process alive.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  schedule(delayMs: number, task: () => void): () => void;
}
