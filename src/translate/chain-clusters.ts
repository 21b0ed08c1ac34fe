import { ownMetadata } from "../gateway/names.ts";
import type { Desired } from "../model/desired.ts";
import { chainName, chainsOf, type LlmModel } from "../model/llm-model.ts";
import type { Pool } from "../model/pool.ts";
import { pack } from "../proto/codec.ts";
import { type Resource, resource } from "../proto/resource.ts";
import { duration, struct } from "../proto/well-known.ts";
import { http, http1, limits } from "./cluster.ts";

/** Aggregate clusters, by name, for the chains of more than one pool that the models have; each once. */
export function chainClusters(desired: Desired): ReadonlyMap<string, Resource> {
  return new Map(
    [...desired.models.values()].flatMap((model) =>
      chainsOf(model)
        .filter((chain) => chain.length > 1)
        .map((chain) => {
          const pools = chain.flatMap(({ pool }) => desired.pools.get(pool) ?? []);
          return [chainName(chain), chainCluster(chainName(chain), pools, model, desired)] as const;
        }),
    ),
  );
}

/**
 * The endpoints of several pools as one cluster, each pool's priorities after those of the pool before it. The
 * endpoints stay their own cluster's (health, outlier detection, connections, protocol, TLS), but the filter chain is
 * taken from here, so it is made for all of them.
 */
function chainCluster(name: string, pools: readonly Pool[], model: LlmModel, desired: Desired): Resource {
  const [first] = pools;
  const together = { endpoints: pools.flatMap(({ endpoints }) => endpoints) };
  return resource(
    "envoy.config.cluster.v3.Cluster",
    name,
    {
      name,
      // What no endpoint was found for is the first pool's.
      metadata: { filterMetadata: { [ownMetadata]: struct({ pool: first?.name ?? name }) } },
      lbPolicy: "CLUSTER_PROVIDED",
      clusterType: {
        name: "envoy.clusters.aggregate",
        typedConfig: pack("envoy.extensions.clusters.aggregate.v3.ClusterConfig", {
          clusters: pools.map((pool) => pool.name),
        }),
      },
      connectTimeout: duration(desired.gateway.timeouts.connectMs),
      commonLbConfig: {
        healthyPanicThreshold: { value: first?.panicThreshold ?? 0 },
        updateMergeWindow: duration(0),
      },
      circuitBreakers: {
        thresholds: [limits({ circuitBreaker: sumOf(pools), retryBudget: first?.retryBudget })],
      },
      typedExtensionProtocolOptions: http(together, desired, http1),
    },
    model.source.path,
  );
}

/** No less than the pools allow by themselves. */
function sumOf(pools: readonly Pool[]): Pool["circuitBreaker"] {
  const sum = (key: keyof Pool["circuitBreaker"]) =>
    Math.min(
      2 ** 32 - 1,
      pools.reduce((total, pool) => total + (pool.circuitBreaker[key] ?? 0), 0),
    );
  return {
    maxConnections: sum("maxConnections"),
    maxPendingRequests: sum("maxPendingRequests"),
    maxRequests: sum("maxRequests"),
    maxRetries: pools.every(({ circuitBreaker }) => circuitBreaker.maxRetries !== undefined)
      ? sum("maxRetries")
      : undefined,
  };
}
