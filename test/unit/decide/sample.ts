import { usualTls } from "../../../src/model/backend-tls.ts";
import type { HealthCheck } from "../../../src/model/health-check.ts";
import type { Endpoint, EndpointId, Pool } from "../../../src/model/pool.ts";

const source = { path: "pools.a.endpoints[0]", line: 1, column: 1 };

export const endpointA: Endpoint = {
  id: "a-1" as EndpointId,
  url: { scheme: "https", host: "api.example", port: 443, path: "/v1" },
  provider: undefined,
  weight: 10,
  priority: 0,
  tls: usualTls,
  source,
};

/** A pool as the seed scenario has it: 10 s, 5 s, 3 failures, 2 answers. */
export function poolOf(
  differing: Partial<Omit<Pool, "healthCheck">> & { readonly healthCheck?: Partial<HealthCheck> } = {},
): Pool {
  return {
    name: "a",
    strategy: "weighted",
    endpoints: [endpointA],
    retries: 3,
    protocol: "auto",
    retryBudget: undefined,
    panicThreshold: 0,
    circuitBreaker: { maxConnections: 1, maxPendingRequests: 1, maxRequests: 1, maxRetries: 1 },
    source,
    ...differing,
    healthCheck: {
      path: "/health",
      intervalMs: 10_000,
      timeoutMs: 5_000,
      unhealthyThreshold: 3,
      healthyThreshold: 2,
      degradedLatencyMs: 2_000,
      ...differing.healthCheck,
    },
  };
}
