/**
 * `fairlead/xds`: an xDS server for any resources, without pools or AI. Beside it stand the words that
 * its functions use; everything else is ours to change.
 *
 * @example
 * ```ts
 * import { resource, startXdsServer } from "fairlead/xds";
 *
 * const server = await startXdsServer({
 *   listen: { host: "127.0.0.1", port: 18000 },
 *   groupOf: ({ cluster }) => cluster,
 *   hooks: { onNack: ({ node, message }) => console.error(node.id, message) },
 * });
 * server.set("edge", [
 *   resource("envoy.config.cluster.v3.Cluster", "api", { name: "api", type: "STRICT_DNS" }),
 * ]);
 * ```
 */
export type { Clock } from "./base/clock.ts";
export type { ListenAddress } from "./base/listen-address.ts";
export type { Log } from "./base/log.ts";
export type { Admission } from "./grpc/admission.ts";
export type { GrpcConnection } from "./grpc/grpc-call.ts";
export type { TlsFiles } from "./grpc/tls-files.ts";
export type { MessageName } from "./proto/codec.ts";
export type { MessageTypes } from "./proto/envoy-types.ts";
export { encodedResource, type Resource, resource } from "./proto/resource.ts";
export { typeUrl } from "./proto/type-url.ts";
export { duration, struct } from "./proto/well-known.ts";
export type { Nack, NodeStatus, NodeTypeStatus } from "./snapshot/node-status.ts";
export type { ResourceChange } from "./snapshot/resource-store.ts";
export type { AccessLogEntries, AccessLogLoss } from "./xds/access-log.ts";
export type { AccessLogOptions } from "./xds/access-logging.ts";
export type { ClientRule } from "./xds/client-identity.ts";
export type { Acked, ConnectedNode, Missing, Nacked, Pushed, XdsHooks } from "./xds/hooks.ts";
export type { ClusterLoad, EndpointLoad, LoadReport } from "./xds/load-report.ts";
export { startXdsServer, type XdsServer, type XdsServerOptions } from "./xds/server.ts";
export type { Node } from "./xds/stream-request.ts";
