/** Stops when something that this code promises itself does not hold: a bug of ours, never bad input. */
export function invariant(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`);
}

/** Ends a switch over a closed union: a new variant then fails to compile at every place that must learn it. */
export function unreachable(value: never): never {
  throw new Error(`unreachable variant: ${JSON.stringify(value)}`);
}
