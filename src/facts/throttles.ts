import type { EndpointId } from "../model/pool.ts";
import type { AttemptFailed } from "./fact.ts";

/** What an endpoint said when it had too much to do. */
export interface Throttle {
  readonly atMs: number;
  readonly status: number;
  readonly retryAfterMs: number;
}

/** The latest of each endpoint; others than those that ask for a time are not in it. */
export type Throttles = ReadonlyMap<EndpointId, Throttle>;

/** The fold of one batch; gives `before` itself when nobody asked for a rest. */
export function observeThrottles(before: Throttles, facts: readonly AttemptFailed[]): Throttles {
  const asked = facts.flatMap(({ endpoint, atMs, status, retryAfterMs }) =>
    retryAfterMs === undefined || (status !== 429 && status !== 529)
      ? []
      : [[endpoint, { atMs, status, retryAfterMs }] as const],
  );
  return asked.length === 0 ? before : new Map([...before, ...asked]);
}
