/** How a pool's endpoints are checked. Times in milliseconds. */
export interface HealthCheck {
  /** Starts with "/"; appended to the endpoint's URL. */
  readonly path: string;
  readonly intervalMs: number;
  /** Not longer than `intervalMs`. */
  readonly timeoutMs: number;
  /** Failures in a row that make a healthy endpoint UNHEALTHY; at least 1. */
  readonly unhealthyThreshold: number;
  /** Answers in a row that make an unhealthy endpoint HEALTHY again; at least 1. */
  readonly healthyThreshold: number;
  /** An answer slower than this counts as slow; `unhealthyThreshold` of them in a row make the endpoint DEGRADED. */
  readonly degradedLatencyMs: number;
}
