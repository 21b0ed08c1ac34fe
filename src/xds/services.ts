import type { ServiceDefinition } from "@grpc/grpc-js";
import { typeUrl } from "../proto/type-url.ts";
import type { Dialect } from "./conversation.ts";

interface DiscoveryMethod {
  /** Full name of the gRPC service. */
  readonly service: string;
  readonly method: string;
  readonly dialect: Dialect;
  /** The type that the service is for; undefined on ADS, which is for all. */
  readonly typeUrl: string | undefined;
}

/** The streaming methods that we serve (xds_protocol.rst "RPC services and methods"). */
export const discoveryMethods: readonly DiscoveryMethod[] = [
  ...both("envoy.service.discovery.v3.AggregatedDiscoveryService", "AggregatedResources", undefined),
  ...both("envoy.service.cluster.v3.ClusterDiscoveryService", "Clusters", typeUrl.cluster),
  ...both("envoy.service.endpoint.v3.EndpointDiscoveryService", "Endpoints", typeUrl.clusterLoadAssignment),
  ...both("envoy.service.listener.v3.ListenerDiscoveryService", "Listeners", typeUrl.listener),
  ...both("envoy.service.route.v3.RouteDiscoveryService", "Routes", typeUrl.routeConfiguration),
  ...both("envoy.service.secret.v3.SecretDiscoveryService", "Secrets", typeUrl.secret),
];

function both(service: string, resources: string, type: string | undefined): readonly DiscoveryMethod[] {
  return [
    { service, method: `Stream${resources}`, dialect: "sotw", typeUrl: type },
    { service, method: `Delta${resources}`, dialect: "delta", typeUrl: type },
  ];
}

/** Messages pass through as bytes: they are encoded once for all streams, and decoded where errors are handled. */
export function serviceDefinition(service: string, methods: readonly DiscoveryMethod[]): ServiceDefinition {
  return Object.fromEntries(
    methods.map(({ method }) => [
      method,
      {
        path: `/${service}/${method}`,
        requestStream: true,
        responseStream: true,
        requestSerialize: asIs,
        requestDeserialize: asIs,
        responseSerialize: asIs,
        responseDeserialize: asIs,
      },
    ]),
  );
}

const asIs = (message: Buffer): Buffer => message;
