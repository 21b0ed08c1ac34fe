import { pack } from "../../../src/proto/codec.ts";
import type { MessageTypes } from "../../../src/proto/envoy-types.ts";
import { type Resource, resource } from "../../../src/proto/resource.ts";
import type { Dialect } from "../../conformance/scripted-client.ts";

/*
 * The resources of a small gateway, as a user of the library would write them: a listener, its routes,
 * clusters and their endpoints.
 */

type ConfigSource = MessageTypes["envoy.config.core.v3.ConfigSource"];

/** How an Envoy asks: one stream for everything, or each type on a stream of its own. */
export interface Way {
  readonly dialect: Dialect;
  readonly streams: "ads" | "per-type";
}

/** Where an Envoy is to ask for endpoints and routes. */
export function sourceOf({ dialect, streams }: Way): ConfigSource {
  if (streams === "ads") return { ads: {}, resourceApiVersion: "V3" };
  return {
    apiConfigSource: {
      apiType: dialect === "delta" ? "DELTA_GRPC" : "GRPC",
      transportApiVersion: "V3",
      grpcServices: [{ envoyGrpc: { clusterName: "xds_cluster" } }],
    },
    resourceApiVersion: "V3",
  };
}

export function edsCluster(name: string, source: ConfigSource, connectTimeoutMs = 1_000): Resource {
  return resource("envoy.config.cluster.v3.Cluster", name, {
    name,
    type: "EDS",
    connectTimeout: {
      seconds: Math.floor(connectTimeoutMs / 1_000),
      nanos: (connectTimeoutMs % 1_000) * 1e6,
    },
    edsClusterConfig: { edsConfig: source },
  });
}

export function endpointAt(cluster: string, port: number): Resource {
  const address = { socketAddress: { address: "127.0.0.1", portValue: port } };
  return resource("envoy.config.endpoint.v3.ClusterLoadAssignment", cluster, {
    clusterName: cluster,
    endpoints: [{ lbEndpoints: [{ endpoint: { address } }] }],
  });
}

export function routesTo(name: string, cluster: string): Resource {
  return resource("envoy.config.route.v3.RouteConfiguration", name, {
    name,
    virtualHosts: [{ name: "all", domains: ["*"], routes: [{ match: { prefix: "/" }, route: { cluster } }] }],
  });
}

/** A listener that asks for its routes by name. */
export function listenerOn(port: number, routes: string, source: ConfigSource): Resource {
  const router = pack("envoy.extensions.filters.http.router.v3.Router", {});
  const manager = pack("envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager", {
    statPrefix: "gateway",
    rds: { configSource: source, routeConfigName: routes },
    httpFilters: [{ name: "envoy.filters.http.router", typedConfig: router }],
  });
  return resource("envoy.config.listener.v3.Listener", "gateway", {
    name: "gateway",
    address: { socketAddress: { address: "127.0.0.1", portValue: port } },
    filterChains: [{ filters: [{ name: "http", typedConfig: manager }] }],
  });
}
