import type { Timeouts } from "../model/desired.ts";
import type { Pool } from "../model/pool.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { duration } from "../proto/well-known.ts";

type RetryPolicy = MessageTypes["envoy.config.route.v3.RetryPolicy"];

/**
 * When a request is sent once more, where to, and how long an attempt may take. Never after the answer's head
 * has gone to the client: from then on Envoy can only end it.
 *
 * @param chains the pools that it may go to, by choice; the policy is one for all
 * @param kind `stream` begins to answer at once and then token by token, so that silence tells; anything else is
 *   silent until it is complete
 */
export function retryPolicy(
  chains: readonly (readonly Pool[])[],
  timeouts: Timeouts,
  kind: "stream" | "unary",
): RetryPolicy {
  const plans = chains.map(planOf);
  const levels = Math.max(...plans.map((plan) => plan.levels));
  return {
    ...(plans.some((plan) => plan.endpoints > 1) ? elsewhere : atTheSame),
    numRetries: { value: Math.max(...plans.map((plan) => plan.retries)) },
    ...attemptTimeout(timeouts, kind),
    retryHostPredicate: [previousHosts()],
    hostSelectionRetryMaxAttempts: 5,
    ...(levels > 1 ? { retryPriority: previousPriorities(Math.max(...plans.map((plan) => plan.each))) } : {}),
    retryBackOff: { baseInterval: duration(25), maxInterval: duration(250) },
  };
}

interface Plan {
  readonly endpoints: number;
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
  const endpoints = chain.reduce((sum, pool) => sum + pool.endpoints.length, 0);
  const levels = chain.reduce((sum, pool) => sum + prioritiesOf(pool).size, 0);
  const retries = Math.max(...chain.map((pool) => pool.retries));
  if (chain.length === 1) return { endpoints, levels, retries, each: 1 };
  const each = chain.some((pool) => pool.retries > 0 && pool.endpoints.length > prioritiesOf(pool).size)
    ? 2
    : 1;
  return { endpoints, levels, retries: Math.max(retries, levels * each - 1), each };
}

function prioritiesOf(pool: Pool): ReadonlySet<number> {
  return new Set(pool.endpoints.map((endpoint) => endpoint.priority));
}

/**
 * Never both: when the time per try has passed, Envoy stops looking for silence too, also where it lets the attempt
 * go on because its answer has begun. So silence within a stream is the route's to see, and an answer in one piece
 * is bound by silence alone, before its head and after.
 */
function attemptTimeout(timeouts: Timeouts, kind: "stream" | "unary"): RetryPolicy {
  return kind === "stream"
    ? { perTryTimeout: duration(timeouts.firstTokenMs) }
    : { perTryIdleTimeout: duration(timeouts.perTryMs) };
}

/** Longest silence towards the client, whichever attempt is silent; never Envoy's default of 5 minutes. */
export function silenceTimeoutMs(timeouts: Timeouts, kind: "stream" | "unary"): number {
  return kind === "stream" ? timeouts.streamIdleMs : timeouts.totalMs;
}

/** `5xx` is also no answer at all: no connection, a reset, no answer in time. */
const failures = "5xx,connect-failure,refused-stream,reset";

/** What one endpoint refuses for its limit, another may do at once; whoever says "in 20 s" need not be waited for. */
const elsewhere = { retryOn: `${failures},retriable-status-codes`, retriableStatusCodes: [429] };

/** Longest `retry-after`, in seconds, that is waited for; a client with a longer one can better decide itself. */
const longestWait = 5;

/**
 * With nowhere else to go, a refusal is asked again only when it says when to, and that is soon. Any other, one
 * with a date included, goes to the client with its `retry-after`.
 */
const atTheSame: RetryPolicy = {
  retryOn: `${failures},retriable-headers`,
  retriableHeaders: [{ name: "retry-after", stringMatch: { safeRegex: { regex: `[1-${longestWait}]` } } }],
  rateLimitedRetryBackOff: {
    resetHeaders: [{ name: "retry-after", format: "SECONDS" }],
    maxInterval: duration(longestWait * 1_000),
  },
};

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
