import { typeUrl } from "../proto/type-url.ts";
import type { Dialect } from "./stream-request.ts";

export interface DiscoveryMethod {
  /** As in `/package.Service/Method`. */
  readonly path: string;
  readonly dialect: Dialect;
  /** The type that the service is for; undefined on ADS, which is for all. */
  readonly typeUrl: string | undefined;
}

const { cluster, clusterLoadAssignment, listener, routeConfiguration, secret } = typeUrl;

/** The streaming methods that we serve (xds_protocol.rst "RPC services and methods"). VHDS and LEDS are delta only. */
export const discoveryMethods: readonly DiscoveryMethod[] = [
  ...both("discovery.v3.AggregatedDiscoveryService", "AggregatedResources", undefined),
  ...both("cluster.v3.ClusterDiscoveryService", "Clusters", cluster),
  ...both("endpoint.v3.EndpointDiscoveryService", "Endpoints", clusterLoadAssignment),
  ...both("listener.v3.ListenerDiscoveryService", "Listeners", listener),
  ...both("route.v3.RouteDiscoveryService", "Routes", routeConfiguration),
  ...both("route.v3.ScopedRoutesDiscoveryService", "ScopedRoutes", typeUrl.scopedRouteConfiguration),
  delta("route.v3.VirtualHostDiscoveryService", "VirtualHosts", typeUrl.virtualHost),
  ...both("secret.v3.SecretDiscoveryService", "Secrets", secret),
  ...both("runtime.v3.RuntimeDiscoveryService", "Runtime", typeUrl.runtime),
  ...both("extension.v3.ExtensionConfigDiscoveryService", "ExtensionConfigs", typeUrl.extensionConfig),
  delta("endpoint.v3.LocalityEndpointDiscoveryService", "LocalityEndpoints", typeUrl.lbEndpoint),
];

function both(service: string, resources: string, type: string | undefined): readonly DiscoveryMethod[] {
  const path = `/envoy.service.${service}/Stream${resources}`;
  return [{ path, dialect: "sotw", typeUrl: type }, delta(service, resources, type)];
}

function delta(service: string, resources: string, type: string | undefined): DiscoveryMethod {
  return { path: `/envoy.service.${service}/Delta${resources}`, dialect: "delta", typeUrl: type };
}
