import type { EndpointRecord } from "../facts/observed.ts";
import type { HealthCheck } from "../model/health-check.ts";
import type { Endpoint, Pool } from "../model/pool.ts";
import type { EndpointDecision, HealthStatus } from "./decision.ts";

/** Looks at what was seen of one endpoint and judges. Holds no state: `previous` is its memory. */
export interface HealthStrategy {
  readonly name: string;
  judge(endpoint: Endpoint, situation: HealthSituation): Verdict;
}

interface HealthSituation {
  readonly pool: Pool;
  readonly record: EndpointRecord;
  readonly previous: EndpointDecision | undefined;
}

interface Verdict {
  readonly healthStatus: HealthStatus;
  /** Read only when the status is a new one. */
  readonly reason: string;
}

/**
 * Counts runs of checks, as Envoy's own health checker does. An endpoint that has never answered is
 * judged by a single check, either way: nobody depends on it yet, so there is nothing that hysteresis
 * would protect, and a new backend should neither get traffic before it works nor wait once it does.
 * After its first answer it takes `unhealthyThreshold` failures in a row to lose it and
 * `healthyThreshold` answers in a row to win it back.
 */
export const consecutiveChecks: HealthStrategy = {
  name: "health.consecutive_checks",
  judge(_endpoint, { pool, record, previous }) {
    if (record.consecutiveFailures > 0) return failing(pool.healthCheck, record, previous);
    if (record.consecutiveSuccesses > 0) return answering(pool.healthCheck, record, previous);
    return { healthStatus: "UNKNOWN", reason: "not checked yet" };
  },
};

function failing(
  check: HealthCheck,
  record: EndpointRecord,
  previous: EndpointDecision | undefined,
): Verdict {
  const { consecutiveFailures, successes, lastFailure } = record;
  if (successes === 0) {
    return { healthStatus: "UNHEALTHY", reason: `the first check failed: ${lastFailure}` };
  }
  if (consecutiveFailures >= check.unhealthyThreshold) {
    return { healthStatus: "UNHEALTHY", reason: `${inARow(consecutiveFailures)} failed: ${lastFailure}` };
  }
  return standing(previous) ?? { healthStatus: "HEALTHY", reason: "answered before its latest check failed" };
}

function answering(
  check: HealthCheck,
  record: EndpointRecord,
  previous: EndpointDecision | undefined,
): Verdict {
  const { consecutiveSuccesses, successes } = record;
  const firstRun = successes === consecutiveSuccesses;
  const recovering = previous?.healthStatus === "UNHEALTHY" && !firstRun;
  if (recovering && consecutiveSuccesses < check.healthyThreshold) return previous;

  // Coming back, the answers that end the exclusion also say how well it does: it need not be
  // HEALTHY for a moment first.
  const needed = recovering
    ? Math.min(check.healthyThreshold, check.unhealthyThreshold)
    : check.unhealthyThreshold;
  if (record.consecutiveThrottled >= needed) {
    return { healthStatus: "DEGRADED", reason: `${inARow(needed)} got status 429` };
  }
  if (lastAnswers(record, needed).every((latencyMs) => latencyMs > check.degradedLatencyMs)) {
    return { healthStatus: "DEGRADED", reason: `${inARow(needed)} took over ${check.degradedLatencyMs} ms` };
  }
  if (previous?.healthStatus === "DEGRADED") {
    if (!relieved(check, record)) return previous;
    return {
      healthStatus: "HEALTHY",
      reason: `${inARow(check.healthyThreshold)} answered fast, without 429`,
    };
  }
  const reason = firstRun ? "answered its first check" : `${inARow(consecutiveSuccesses)} answered`;
  return { healthStatus: "HEALTHY", reason };
}

/** As slowly as it was called DEGRADED, it is called well again: one good answer among many says little. */
function relieved(check: HealthCheck, record: EndpointRecord): boolean {
  return (
    record.consecutiveUnthrottled >= check.healthyThreshold &&
    lastAnswers(record, check.healthyThreshold).every((latencyMs) => latencyMs <= check.degradedLatencyMs)
  );
}

/** Latencies of the latest `count` answers if so many came in a row; else NaN, which no test of a latency passes. */
function lastAnswers(record: EndpointRecord, count: number): readonly number[] {
  const latest = record.latenciesMs.slice(-count);
  return record.consecutiveSuccesses >= count && latest.length === count ? latest : [Number.NaN];
}

function standing(previous: EndpointDecision | undefined): Verdict | undefined {
  return previous === undefined || previous.healthStatus === "UNKNOWN" ? undefined : previous;
}

function inARow(count: number): string {
  return count === 1 ? "1 check" : `${count} checks in a row`;
}
