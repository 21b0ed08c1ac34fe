import { unreachable } from "../base/invariant.ts";
import type { EndpointRecord } from "../facts/observed.ts";
import type { Throttle } from "../facts/throttles.ts";
import type { Endpoint, Pool } from "../model/pool.ts";
import { cooldownOf } from "./cooldown.ts";
import type { EndpointDecision, Override } from "./decision.ts";
import { consecutiveChecks } from "./health.ts";

/** All that one judgement may look at. */
interface EndpointSituation {
  readonly pool: Pool;
  readonly endpoint: Endpoint;
  readonly record: EndpointRecord;
  /** What it last said when it had too much to do. */
  readonly throttle?: Throttle | undefined;
  readonly override: Override | undefined;
  /** What was decided the last time; undefined for an endpoint that is new. */
  readonly previous: EndpointDecision | undefined;
  readonly nowMs: number;
}

/**
 * Health, weight and presence of one endpoint. Gives `previous` itself when nothing changed, so that
 * "did anything change?" is a comparison of objects all the way to Envoy. The reason is the one that
 * led to the status: it stays while the status stays, whatever later checks say in detail.
 */
export function decideEndpoint(input: EndpointSituation): EndpointDecision {
  const { endpoint, previous, nowMs } = input;
  const { healthStatus, reason } = consecutiveChecks.judge(endpoint, input);
  const weight = weightOf(input);
  const drained = input.override?.drained ?? false;
  const cooldown = cooldownOf(input.throttle, previous?.cooldown, nowMs);
  if (previous === undefined || previous.healthStatus !== healthStatus) {
    return { healthStatus, reason, sinceMs: nowMs, weight, drained, cooldown };
  }
  const same = previous.weight === weight && previous.drained === drained && previous.cooldown === cooldown;
  return same ? previous : { ...previous, weight, drained, cooldown };
}

/** An operator's word over the file's; round robin knows no weights, the other strategies do. */
function weightOf({ pool, endpoint, override }: EndpointSituation): number {
  if (override?.weight !== undefined) return override.weight;
  switch (pool.strategy) {
    case "roundRobin":
      return 1;
    case "weighted":
    case "leastRequest":
      return endpoint.weight;
    default:
      return unreachable(pool.strategy);
  }
}
