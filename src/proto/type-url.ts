/** The resource types of xDS that we serve, under their API names (xds_protocol.rst "Resource Types"). */
export const typeUrl = {
  cluster: "type.googleapis.com/envoy.config.cluster.v3.Cluster",
  clusterLoadAssignment: "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment",
  listener: "type.googleapis.com/envoy.config.listener.v3.Listener",
  routeConfiguration: "type.googleapis.com/envoy.config.route.v3.RouteConfiguration",
  scopedRouteConfiguration: "type.googleapis.com/envoy.config.route.v3.ScopedRouteConfiguration",
  virtualHost: "type.googleapis.com/envoy.config.route.v3.VirtualHost",
  secret: "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret",
  runtime: "type.googleapis.com/envoy.service.runtime.v3.Runtime",
  extensionConfig: "type.googleapis.com/envoy.config.core.v3.TypedExtensionConfig",
  /** LEDS: members of a glob collection. */
  lbEndpoint: "type.googleapis.com/envoy.config.endpoint.v3.LbEndpoint",
} as const;

/** ADS order of a change: what is referred to comes before what refers to it (xds_protocol.rst "Eventual consistency"). */
export const pushOrder: readonly string[] = [
  typeUrl.cluster,
  typeUrl.clusterLoadAssignment,
  typeUrl.lbEndpoint,
  typeUrl.listener,
  typeUrl.scopedRouteConfiguration,
  typeUrl.routeConfiguration,
  typeUrl.virtualHost,
  typeUrl.secret,
  typeUrl.extensionConfig,
];
