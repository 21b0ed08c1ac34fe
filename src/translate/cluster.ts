import { unreachable } from "../base/invariant.ts";
import { ownMetadata } from "../gateway/names.ts";
import { upstreamFilters } from "../gateway/upstream-filters.ts";
import type { Desired } from "../model/desired.ts";
import type { Pool } from "../model/pool.ts";
import { addingProvider } from "../model/provider.ts";
import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { type Resource, resource } from "../proto/resource.ts";
import { duration, struct } from "../proto/well-known.ts";
import { transportSockets } from "./transport-sockets.ts";

type Cluster = MessageTypes["envoy.config.cluster.v3.Cluster"];

/**
 * One EDS cluster per pool, with the pool's name. It carries all that Envoy needs to heal by itself
 * while the control plane is away, and nothing that changes with health, weights or cost.
 */
export function cluster(pool: Pool, desired: Desired): Resource {
  return resource(
    "envoy.config.cluster.v3.Cluster",
    pool.name,
    {
      name: pool.name,
      type: "EDS",
      edsClusterConfig: { edsConfig: { ads: {}, resourceApiVersion: "V3" } },
      connectTimeout: duration(desired.gateway.timeouts.connectMs),
      metadata: { filterMetadata: { [ownMetadata]: struct({ pool: pool.name }) } },
      loadBalancingPolicy: loadBalancing(pool),
      commonLbConfig: {
        // The share of healthy endpoints below which Envoy would use all of them; 0 never does.
        healthyPanicThreshold: { value: pool.panicThreshold },
        // Envoy would hold health and weight changes back for up to a second.
        updateMergeWindow: duration(0),
      },
      circuitBreakers: { thresholds: [limits(pool)] },
      outlierDetection: outlierDetection(pool),
      typedExtensionProtocolOptions: http(pool, desired, versionOf(pool)),
      ...transportSockets(pool),
    },
    pool.source.path,
  );
}

function loadBalancing(pool: Pool): Cluster["loadBalancingPolicy"] {
  const typedExtensionConfig =
    pool.strategy === "leastRequest"
      ? {
          name: "envoy.load_balancing_policies.least_request",
          typedConfig: pack("envoy.extensions.load_balancing_policies.least_request.v3.LeastRequest", {
            choiceCount: { value: 2 },
            activeRequestBias: { defaultValue: 1, runtimeKey: "fairlead.active_request_bias" },
          }),
        }
      : {
          name: "envoy.load_balancing_policies.round_robin",
          typedConfig: pack("envoy.extensions.load_balancing_policies.round_robin.v3.RoundRobin", {}),
        };
  return { policies: [{ typedExtensionConfig }] };
}

/** Envoy's default of 3 concurrent retries, and of a budget of 20 %, lose requests whenever a busy backend dies. */
export function limits({ circuitBreaker, retryBudget }: Pick<Pool, "circuitBreaker" | "retryBudget">) {
  return {
    maxConnections: { value: circuitBreaker.maxConnections },
    maxPendingRequests: { value: circuitBreaker.maxPendingRequests },
    maxRequests: { value: circuitBreaker.maxRequests },
    ...(circuitBreaker.maxRetries === undefined ? {} : { maxRetries: { value: circuitBreaker.maxRetries } }),
    ...(retryBudget === undefined
      ? {}
      : {
          retryBudget: {
            budgetPercent: { value: retryBudget.percent },
            minRetryConcurrency: { value: retryBudget.minimum },
          },
        }),
  };
}

/**
 * Three failures to reach an endpoint, or three 502, 503 or 504 of it, or five of any 5xx, eject it
 * for 15 s and longer each time. Half of a pool at most, but always at least one endpoint. An
 * endpoint alone in its pool is never ejected: there is nowhere else to go.
 */
function outlierDetection(pool: Pool): NonNullable<Cluster["outlierDetection"]> {
  const alone = pool.endpoints.length < 2;
  const enforcing = { value: alone ? 0 : 100 };
  return {
    splitExternalLocalOriginErrors: true,
    consecutiveLocalOriginFailure: { value: 3 },
    enforcingConsecutiveLocalOriginFailure: enforcing,
    consecutiveGatewayFailure: { value: 3 },
    enforcingConsecutiveGatewayFailure: enforcing,
    consecutive_5xx: { value: 5 },
    enforcingConsecutive_5xx: enforcing,
    enforcingSuccessRate: { value: 0 },
    enforcingLocalOriginSuccessRate: { value: 0 },
    interval: duration(1_000),
    baseEjectionTime: duration(15_000),
    maxEjectionTime: duration(120_000),
    maxEjectionPercent: { value: 50 },
    alwaysEjectOneHost: { value: true },
  };
}

/**
 * The HTTP version. https endpoints choose it by ALPN; as soon as one endpoint is plain http, Envoy refuses
 * ALPN for the cluster, and all speak HTTP/1.1.
 */
function versionOf(pool: Pool) {
  switch (pool.protocol) {
    case "auto":
      return pool.endpoints.every(({ url }) => url.scheme === "https") ? negotiated : http1;
    case "http1":
      return http1;
    case "http2":
      return http2;
    default:
      return unreachable(pool.protocol);
  }
}

export const http1 = { explicitHttpConfig: { httpProtocolOptions: {} } };
const http2 = { explicitHttpConfig: { http2ProtocolOptions: {} } };
const negotiated = { autoConfig: { httpProtocolOptions: {}, http2ProtocolOptions: {} } };

export function http(
  pool: Pick<Pool, "endpoints">,
  desired: Desired,
  version: typeof http1 | typeof http2 | typeof negotiated,
): Readonly<Record<string, Any>> {
  const providers = pool.endpoints.flatMap((endpoint) => addingProvider(desired.providers, endpoint) ?? []);
  return {
    "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": pack(
      "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
      {
        httpFilters: upstreamFilters([...new Set(providers)], providers.length === pool.endpoints.length),
        ...version,
      },
    ),
  };
}
