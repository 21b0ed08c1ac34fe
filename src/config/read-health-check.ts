import type { HealthCheck } from "../model/health-check.ts";
import type { ConfigFile } from "./config-schema.ts";
import { durationMs } from "./duration.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

type CheckFile = NonNullable<ConfigFile["healthCheck"]>;

export function readHealthCheck(reading: Reading, path: Path, check: CheckFile): HealthCheck {
  const intervalMs = durationMs(check.interval ?? "10s");
  const timeoutMs = check.timeout === undefined ? Math.min(5_000, intervalMs) : durationMs(check.timeout);
  const usual = Math.min(4_000, Math.round(timeoutMs * 0.8));
  const degradedLatencyMs = check.degradedLatency === undefined ? usual : durationMs(check.degradedLatency);
  if (intervalMs < 100) {
    reading.fault({
      path: [...path, "interval"],
      message: `is ${check.interval}`,
      expected: "at least 100ms",
    });
  }
  if (timeoutMs < 1 || timeoutMs > intervalMs) {
    const expected = `a duration longer than 0 and at most the interval (${intervalMs}ms)`;
    reading.fault({ path: [...path, "timeout"], message: `is ${check.timeout}`, expected });
  }
  if (degradedLatencyMs < 1 || degradedLatencyMs >= timeoutMs) {
    const expected = `a duration longer than 0 and shorter than the timeout (${timeoutMs}ms)`;
    reading.fault({ path: [...path, "degradedLatency"], message: `is ${check.degradedLatency}`, expected });
  }
  return {
    path: check.path ?? "/health",
    intervalMs,
    timeoutMs,
    unhealthyThreshold: check.unhealthyThreshold ?? 3,
    healthyThreshold: check.healthyThreshold ?? 2,
    degradedLatencyMs,
  };
}
