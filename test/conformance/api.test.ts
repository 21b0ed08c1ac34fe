import { Client, credentials } from "@grpc/grpc-js";
import { afterEach, describe, expect, test } from "vitest";
import { formatAddress } from "../../src/base/listen-address.ts";
import { encodedResource } from "../../src/proto/resource.ts";
import { discoveryMethods } from "../../src/xds/services.ts";
import { connectOver, publish, server, stage } from "./stage.ts";

/*
 * The methods of the API as xds_protocol.rst ("RPC services and methods") and the .proto files have them,
 * written down here once more, so that our own list is compared with something.
 */

stage();

const config = "type.googleapis.com/envoy.config";
const perType = [
  { service: "cluster.v3.ClusterDiscoveryService", method: "Clusters", type: `${config}.cluster.v3.Cluster` },
  {
    service: "endpoint.v3.EndpointDiscoveryService",
    method: "Endpoints",
    type: `${config}.endpoint.v3.ClusterLoadAssignment`,
  },
  {
    service: "listener.v3.ListenerDiscoveryService",
    method: "Listeners",
    type: `${config}.listener.v3.Listener`,
  },
  {
    service: "route.v3.RouteDiscoveryService",
    method: "Routes",
    type: `${config}.route.v3.RouteConfiguration`,
  },
  {
    service: "route.v3.ScopedRoutesDiscoveryService",
    method: "ScopedRoutes",
    type: `${config}.route.v3.ScopedRouteConfiguration`,
  },
  {
    service: "secret.v3.SecretDiscoveryService",
    method: "Secrets",
    type: "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret",
  },
  {
    service: "runtime.v3.RuntimeDiscoveryService",
    method: "Runtime",
    type: "type.googleapis.com/envoy.service.runtime.v3.Runtime",
  },
  {
    service: "extension.v3.ExtensionConfigDiscoveryService",
    method: "ExtensionConfigs",
    type: `${config}.core.v3.TypedExtensionConfig`,
  },
] as const;
const deltaOnly = [
  {
    service: "route.v3.VirtualHostDiscoveryService",
    method: "VirtualHosts",
    type: `${config}.route.v3.VirtualHost`,
  },
  {
    service: "endpoint.v3.LocalityEndpointDiscoveryService",
    method: "LocalityEndpoints",
    type: `${config}.endpoint.v3.LbEndpoint`,
  },
] as const;

const streams = [
  ...perType.map((one) => ({ ...one, dialect: "sotw" as const, path: pathOf(one.service, "Stream", one) })),
  ...[...perType, ...deltaOnly].map((one) => ({
    ...one,
    dialect: "delta" as const,
    path: pathOf(one.service, "Delta", one),
  })),
];
const ads = ["Stream", "Delta"].map((kind) =>
  pathOf("discovery.v3.AggregatedDiscoveryService", kind, { method: "AggregatedResources" }),
);

describe("services and methods (§1.4)", () => {
  test("we serve these streams and no others", () => {
    const ours = discoveryMethods.map(({ path }) => path).sort();
    expect(ours).toEqual([...ads, ...streams.map(({ path }) => path)].sort());
  });

  test.each(streams)("$path is there, and is for $type", async ({ path, dialect, type }) => {
    publish(encodedResource({ typeUrl: type, name: "a", value: Buffer.from([10, 1, 97]) }));
    const client = connectOver(dialect, path);
    client.ask({ names: ["a"], typeUrl: type });
    expect(await client.next()).toMatchObject({ typeUrl: type, names: ["a"] });
  });

  test.each([
    ...[...perType, ...deltaOnly].map((one) => pathOf(one.service, "Fetch", one)),
    ...deltaOnly.map((one) => pathOf(one.service, "Stream", one)),
    pathOf("discovery.v3.AggregatedDiscoveryService", "Fetch", { method: "AggregatedResources" }),
    "/envoy.service.load_stats.v3.LoadReportingService/StreamLoadStats",
    "/envoy.api.v2.ClusterDiscoveryService/StreamClusters",
  ])("%s is not there, and says so at once", async (path) => {
    publish();
    expect(await unary(path)).toMatchObject({ code: 12, details: expect.stringContaining(path) });
  });
});

const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

function unary(path: string): Promise<unknown> {
  const client = new Client(formatAddress(server().address), credentials.createInsecure());
  clients.push(client);
  const asIs = (bytes: Buffer) => bytes;
  return new Promise((resolve) =>
    client.makeUnaryRequest(path, asIs, asIs, Buffer.alloc(0), (error, answer) => resolve(error ?? answer)),
  );
}

function pathOf(service: string, kind: string, { method }: { readonly method: string }): string {
  return `/envoy.service.${service}/${kind}${method}`;
}
