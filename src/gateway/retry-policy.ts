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
 * @param kind `stream` begins to answer at once and then token by token, so that silence tells; anything else is
 *   silent until it is complete
 */
export function retryPolicy(pool: Pool, timeouts: Timeouts, kind: "stream" | "unary"): RetryPolicy {
  const severalPriorities = new Set(pool.endpoints.map((endpoint) => endpoint.priority)).size > 1;
  return {
    ...(pool.endpoints.length > 1 ? elsewhere : atTheSame),
    numRetries: { value: pool.retries },
    ...attemptTimeout(timeouts, kind),
    retryHostPredicate: [previousHosts()],
    hostSelectionRetryMaxAttempts: 5,
    ...(severalPriorities ? { retryPriority: previousPriorities() } : {}),
    retryBackOff: { baseInterval: duration(25), maxInterval: duration(250) },
  };
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

/** After a failed attempt the next one tries the next priority. */
function previousPriorities() {
  return {
    name: "envoy.retry_priorities.previous_priorities",
    typedConfig: pack("envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig", {
      updateFrequency: 1,
    }),
  };
}
