import type { HealthCheck } from "../model/health-check.ts";
import type { ConfigFile } from "./config-schema.ts";
import { durationMs } from "./duration.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

type CheckFile = NonNullable<ConfigFile["healthCheck"]>;

/**
 * A pool's check, laid over the common one. A fault is told where the pool has a part in it, otherwise once,
 * at the common check.
 */
export function readHealthCheck(reading: Reading, pool: Path, own: CheckFile | undefined): HealthCheck {
  const check: CheckFile = { ...reading.file.healthCheck, ...own };
  const intervalMs = durationMs(check.interval ?? "10s");
  const timeoutMs = check.timeout === undefined ? Math.min(5_000, intervalMs) : durationMs(check.timeout);
  const usual = Math.min(4_000, Math.floor(timeoutMs * 0.8));
  const degradedLatencyMs = check.degradedLatency === undefined ? usual : durationMs(check.degradedLatency);
  const refuse = (key: keyof CheckFile, dependsOn: readonly (keyof CheckFile)[], expected: string) => {
    const isOwn = [key, ...dependsOn].some((part) => own?.[part] !== undefined);
    const path = [...(isOwn ? pool : []), "healthCheck", key];
    reading.fault({ path, message: `is ${check[key]}`, expected });
  };
  if (intervalMs < shortestIntervalMs) refuse("interval", [], `at least ${shortestIntervalMs}ms`);
  else if (check.timeout !== undefined && (timeoutMs < shortestTimeoutMs || timeoutMs > intervalMs))
    refuse("timeout", ["interval"], `${shortestTimeoutMs}ms to the interval (${intervalMs}ms)`);
  else if (check.degradedLatency !== undefined && (degradedLatencyMs < 1 || degradedLatencyMs >= timeoutMs))
    refuse(
      "degradedLatency",
      ["timeout", "interval"],
      `longer than 0 and shorter than the timeout (${timeoutMs}ms)`,
    );
  return {
    path: check.path ?? "/health",
    intervalMs,
    timeoutMs,
    unhealthyThreshold: check.unhealthyThreshold ?? 3,
    healthyThreshold: check.healthyThreshold ?? 2,
    degradedLatencyMs,
  };
}

/** More often would be load of its own. */
const shortestIntervalMs = 100;
/** Less leaves no room for a latency that is slow and in time. */
const shortestTimeoutMs = 2;
