import type { EndpointId } from "../model/pool.ts";

/** Envoy's words (`envoy.config.core.v3.HealthStatus`). UNKNOWN is "not judged yet", which Envoy treats as healthy. */
export type HealthStatus = "UNKNOWN" | "HEALTHY" | "UNHEALTHY" | "DEGRADED";

/** What was decided for one endpoint, and why. */
export interface EndpointDecision {
  readonly healthStatus: HealthStatus;
  /** In words, for a person: "3 checks in a row failed: status 503". */
  readonly reason: string;
  /** When `healthStatus` last changed, ms since the epoch. */
  readonly sinceMs: number;
  /** At least 1. */
  readonly weight: number;
  /** Taken out by an operator: not sent to Envoy at all, so that no panic mode can reach it. */
  readonly drained: boolean;
}

export type Decision = ReadonlyMap<EndpointId, EndpointDecision>;

/** What an operator changed by hand over the file; undefined fields leave the file's word. */
export interface Override {
  readonly weight?: number | undefined;
  readonly drained?: boolean | undefined;
}

export type Overrides = ReadonlyMap<EndpointId, Override>;
