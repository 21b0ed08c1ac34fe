import type { Timeouts } from "../model/desired.ts";
import type { Pool } from "../model/pool.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { duration } from "../proto/well-known.ts";

type RetryPolicy = MessageTypes["envoy.config.route.v3.RetryPolicy"];

/**
 * When and where a request is tried again, always before its answer has begun.
 *
 * @param chains the pools that it may go to, by choice; the policy is one for all
 */
export function retryPolicy(
  chains: readonly (readonly Pool[])[],
  timeouts: Timeouts,
  kind: "stream" | "unary",
): RetryPolicy {
  const plans = chains.map(planOf);
  const levels = Math.max(...plans.map((plan) => plan.levels));
  return {
    retryOn: "5xx,connect-failure,refused-stream,reset,retriable-status-codes",
    retriableStatusCodes: [429],
    numRetries: { value: Math.max(...plans.map((plan) => plan.retries)) },
    perTryTimeout: duration(kind === "stream" ? timeouts.firstTokenMs : timeouts.perTryMs),
    ...(kind === "stream" ? { perTryIdleTimeout: duration(timeouts.streamIdleMs) } : {}),
    retryHostPredicate: [previousHosts()],
    hostSelectionRetryMaxAttempts: 5,
    ...(levels > 1 ? { retryPriority: previousPriorities(Math.max(...plans.map((plan) => plan.each))) } : {}),
    retryBackOff: { baseInterval: duration(25), maxInterval: duration(250) },
  };
}

interface Plan {
  readonly retries: number;
  /** Priorities of all pools, one after the other. */
  readonly levels: number;
  /** Attempts in one level before the next. */
  readonly each: number;
}

/**
 * A pool alone goes to its next priority at once, as often as it says. In a chain of pools another endpoint of
 * the same pool comes first, where the pool has one and wants retries: an answer of the model that was asked for
 * is worth one more attempt. The last pool is always reached.
 */
function planOf(chain: readonly Pool[]): Plan {
  const levels = chain.reduce((sum, pool) => sum + prioritiesOf(pool).size, 0);
  const retries = Math.max(...chain.map((pool) => pool.retries));
  if (chain.length === 1) return { levels, retries, each: 1 };
  const each = chain.some((pool) => pool.retries > 0 && pool.endpoints.length > prioritiesOf(pool).size)
    ? 2
    : 1;
  return { levels, retries: Math.max(retries, levels * each - 1), each };
}

function prioritiesOf(pool: Pool): ReadonlySet<number> {
  return new Set(pool.endpoints.map((endpoint) => endpoint.priority));
}

/** A retry goes to an endpoint that has not failed this request yet. */
function previousHosts() {
  return {
    name: "envoy.retry_host_predicates.previous_hosts",
    typedConfig: pack("envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate", {}),
  };
}

/** After so many failed attempts the next one tries the next priority. */
function previousPriorities(updateFrequency: number) {
  return {
    name: "envoy.retry_priorities.previous_priorities",
    typedConfig: pack("envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig", {
      updateFrequency,
    }),
  };
}
