import type { Throttle } from "../facts/throttles.ts";
import type { Cooldown, EndpointDecision, HealthStatus } from "./decision.ts";

/** However long a backend asks to be left alone: one that says a year is wrong, or lies. */
const longestMs = 600_000;

/**
 * The rest that an endpoint asked for, as long as it lasts; a longer one that was granted before goes on. Only
 * 429 and 529 ("overloaded") with a time count: without a time nobody knows how long.
 */
export function cooldownOf(
  throttle: Throttle | undefined,
  previous: Cooldown | undefined,
  nowMs: number,
): Cooldown | undefined {
  const asked = throttle === undefined ? undefined : askedFor(throttle);
  const going = previous !== undefined && previous.untilMs > nowMs ? previous : undefined;
  if (asked === undefined || asked.untilMs <= nowMs) return going;
  if (going === undefined) return asked;
  return asked.untilMs > going.untilMs ? { ...asked, sinceMs: going.sinceMs } : going;
}

function askedFor({ status, retryAfterMs, atMs }: Throttle): Cooldown {
  const restMs = Math.min(retryAfterMs, longestMs);
  const said = retryAfterMs > longestMs ? `more than ${longestMs / 1_000}` : Math.ceil(retryAfterMs / 1_000);
  return {
    sinceMs: atMs,
    untilMs: atMs + restMs,
    reason: `answered ${status} and asked for ${said} s of rest`,
  };
}

/**
 * What Envoy is told. An endpoint at rest is DEGRADED: it gets nothing as long as another one is well, and is
 * still there when it is the last.
 */
export function healthOf({ healthStatus, reason, sinceMs, cooldown }: EndpointDecision): {
  readonly healthStatus: HealthStatus;
  readonly reason: string;
  readonly sinceMs: number;
} {
  if (cooldown === undefined || healthStatus === "UNHEALTHY" || healthStatus === "DEGRADED")
    return { healthStatus, reason, sinceMs };
  return { healthStatus: "DEGRADED", reason: cooldown.reason, sinceMs: cooldown.sinceMs };
}
