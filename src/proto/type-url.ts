/** The resource types of xDS that we serve, under their API names (xds_protocol.rst "Resource Types"). */
export const typeUrl = {
  cluster: "type.googleapis.com/envoy.config.cluster.v3.Cluster",
  clusterLoadAssignment: "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment",
  listener: "type.googleapis.com/envoy.config.listener.v3.Listener",
  routeConfiguration: "type.googleapis.com/envoy.config.route.v3.RouteConfiguration",
  secret: "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret",
} as const;

/** ADS order of a change: what is referred to comes before what refers to it (xds_protocol.rst "Eventual consistency"). */
export const pushOrder: readonly string[] = [
  typeUrl.cluster,
  typeUrl.clusterLoadAssignment,
  typeUrl.listener,
  typeUrl.routeConfiguration,
  typeUrl.secret,
];
