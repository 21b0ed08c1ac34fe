import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pack } from "../../src/proto/codec.ts";
import { type Resource, resource } from "../../src/proto/resource.ts";
import { startXdsServer, type XdsServer } from "../../src/xds/server.ts";
import { freePorts } from "./harness/free-port.ts";
import { Process } from "./harness/process.ts";
import { until } from "./harness/wait.ts";

/*
 * gRPC's own xDS client (@grpc/grpc-js-xds): another reading of the protocol than Envoy's. It has no
 * wildcards, asks for listeners and clusters by name, and finds its backend through our server.
 */

let folder: string;
let xds: XdsServer;
let backends: Server[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-grpc-"));
  backends = [];
  xds = await startXdsServer({ listen: { host: "127.0.0.1", port: 0 } });
});

afterEach(async () => {
  for (const backend of backends) backend.forceShutdown();
  await xds.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a gRPC client resolves a service through us, calls it, and follows when it moves", async () => {
  const [first = 0, second = 0] = await freePorts(2);
  await startBackend(first, "first");
  await startBackend(second, "second");
  xds.set("", service(first));
  const bootstrap = JSON.stringify({
    xds_servers: [
      {
        server_uri: `127.0.0.1:${xds.address.port}`,
        channel_creds: [{ type: "insecure" }],
        server_features: ["xds_v3"],
      },
    ],
    node: { id: "grpc-client", cluster: "test", locality: { region: "r", zone: "z" } },
  });
  const caller = Process.start("caller", process.execPath, [join(import.meta.dirname, "grpc-caller.ts")], {
    XDS_BOOTSTRAP: bootstrap,
  });
  try {
    await until("the client reaches its backend", () => caller.output.includes("first"));
    expect(xds.nodes()[0]).toMatchObject({ id: "grpc-client" });
    xds.set("", service(second));
    await until("the client follows", () => caller.output.trimEnd().endsWith("second"));
    expect(xds.nodes()[0]?.types.every(({ nack }) => nack === undefined)).toBe(true);
  } finally {
    await caller.stop();
  }
});

function startBackend(port: number, name: string): Promise<void> {
  const asIs = (bytes: Buffer) => bytes;
  const backend = new Server();
  backend.addService(
    {
      Say: {
        path: "/test.Hello/Say",
        requestStream: false,
        responseStream: false,
        requestSerialize: asIs,
        requestDeserialize: asIs,
        responseSerialize: asIs,
        responseDeserialize: asIs,
      },
    },
    {
      Say: (_call: unknown, answer: (error: null, bytes: Buffer) => void) => answer(null, Buffer.from(name)),
    },
  );
  backends.push(backend);
  return new Promise((resolve, reject) =>
    backend.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error) =>
      error === null ? resolve() : reject(error),
    ),
  );
}

/** As a gRPC client wants it: an API listener with its routes, a cluster and its endpoints. */
function service(port: number): readonly Resource[] {
  const ads = { ads: {}, resourceApiVersion: "V3" as const };
  const router = pack("envoy.extensions.filters.http.router.v3.Router", {});
  return [
    resource("envoy.config.listener.v3.Listener", "hello.test", {
      name: "hello.test",
      apiListener: {
        apiListener: pack(
          "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
          {
            rds: { configSource: ads, routeConfigName: "hello-routes" },
            httpFilters: [{ name: "envoy.filters.http.router", typedConfig: router }],
          },
        ),
      },
    }),
    resource("envoy.config.route.v3.RouteConfiguration", "hello-routes", {
      name: "hello-routes",
      virtualHosts: [
        {
          name: "all",
          domains: ["*"],
          routes: [{ match: { prefix: "" }, route: { cluster: "hello" } }],
        },
      ],
    }),
    resource("envoy.config.cluster.v3.Cluster", "hello", {
      name: "hello",
      type: "EDS",
      edsClusterConfig: { edsConfig: ads },
      lbPolicy: "ROUND_ROBIN",
    }),
    resource("envoy.config.endpoint.v3.ClusterLoadAssignment", "hello", {
      clusterName: "hello",
      endpoints: [
        {
          locality: { region: "r", zone: "z" },
          loadBalancingWeight: { value: 1 },
          lbEndpoints: [
            {
              healthStatus: "HEALTHY",
              endpoint: { address: { socketAddress: { address: "127.0.0.1", portValue: port } } },
            },
          ],
        },
      ],
    }),
  ];
}
