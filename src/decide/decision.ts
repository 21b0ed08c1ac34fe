import type { EndpointId } from "../model/pool.ts";

/** Envoy's words (`envoy.config.core.v3.HealthStatus`). UNKNOWN is "not judged yet", which Envoy treats as healthy. */
export type HealthStatus = "UNKNOWN" | "HEALTHY" | "UNHEALTHY" | "DEGRADED";

/** What was decided for one endpoint, and why. */
export interface EndpointDecision {
  /** As the checks have it; `healthOf` is what Envoy is told. */
  readonly healthStatus: HealthStatus;
  /** In words, for a person: "3 checks in a row failed: status 503". */
  readonly reason: string;
  /** When `healthStatus` last changed, ms since the epoch. */
  readonly sinceMs: number;
  /** At least 1. */
  readonly weight: number;
  /** Taken out by an operator: not sent to Envoy at all, so that no panic mode can reach it. */
  readonly drained: boolean;
  /** A rest that the endpoint itself asked for; undefined when it did not. `healthOf` says what comes of it. */
  readonly cooldown?: Cooldown | undefined;
}

/** Times in ms since the epoch. */
export interface Cooldown {
  readonly sinceMs: number;
  readonly untilMs: number;
  /** In words, for a person: "answered 429 and asked for 20 s of rest". */
  readonly reason: string;
}

export type Decision = ReadonlyMap<EndpointId, EndpointDecision>;

/** What an operator changed by hand over the file; undefined fields leave the file's word. */
export interface Override {
  readonly weight?: number | undefined;
  readonly drained?: boolean | undefined;
}

export type Overrides = ReadonlyMap<EndpointId, Override>;
