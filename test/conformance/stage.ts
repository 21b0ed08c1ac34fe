import { afterEach, beforeEach } from "vitest";
import { type Resource, resource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { changeTo, nextSnapshot } from "../../src/snapshot/next-snapshot.ts";
import { emptySnapshot, type Snapshot } from "../../src/snapshot/snapshot.ts";
import type { Nacked } from "../../src/xds/hooks.ts";
import { startXdsServer, type XdsServer, type XdsServerOptions } from "../../src/xds/server.ts";
import { type Dialect, type Received, ScriptedClient } from "./scripted-client.ts";

/*
 * Where a conformance test plays: a real server with one group of nodes, scripted clients, and resources
 * of one line each. What was started is ended after each test.
 */

let running: XdsServer | undefined;
let snapshot: Snapshot = emptySnapshot;
let clients: ScriptedClient[] = [];
let heard: Nacked[] = [];

/** Sets the stage for every test of the file. */
export function stage(options: Partial<XdsServerOptions> = {}): void {
  beforeEach(async () => {
    heard = [];
    clients = [];
    snapshot = emptySnapshot;
    running = await startXdsServer({
      listen: { host: "127.0.0.1", port: 0 },
      identifier: "test-plane",
      holdMs: 300,
      ...options,
      hooks: { onNack: (event) => heard.push(event), ...options.hooks },
    });
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await running?.close();
  });
}

export function server(): XdsServer {
  if (running === undefined) throw new Error("the stage is not set");
  return running;
}

export function nacks(): readonly Nacked[] {
  return heard;
}

/** Replaces everything that there is. */
export function publish(...resources: readonly Resource[]): void {
  snapshot = nextSnapshot(snapshot, changeTo(snapshot, resources));
  server().set("", resources);
}

export function versionOfType(type: string): string {
  return snapshot.types.get(type)?.version ?? "";
}

export function versionOf(type: string, name: string): string {
  return snapshot.types.get(type)?.resources.get(name)?.version ?? "";
}

export function connectOver(dialect: Dialect, path?: string): ScriptedClient {
  const client = new ScriptedClient(server().address, dialect, path);
  clients.push(client);
  return client;
}

/** As Envoy does: clusters, then their endpoints, then listeners, then their routes. */
export async function connectEverything(
  client: ScriptedClient,
  dialect: Dialect,
): Promise<readonly Received[]> {
  publish(clusterNamed("a"), assignment("a"), listenerNamed("l"), routesNamed("r"));
  const { cluster, clusterLoadAssignment: endpoints, routeConfiguration: routes, listener } = typeUrl;
  const seen: Received[] = [];
  for (const type of [cluster, endpoints, listener, routes]) {
    client.ask({
      typeUrl: type,
      names: dialect === "sotw" || type === endpoints || type === routes ? namesFor(type) : [],
    });
    const response = await client.next();
    seen.push(response);
    if (type === cluster || type === endpoints) client.ack(response, namesFor(type));
  }
  return seen.slice(2);
}

export function namesFor(type: string): readonly string[] {
  if (type === typeUrl.clusterLoadAssignment) return ["a"];
  return type === typeUrl.routeConfiguration ? ["r"] : [];
}

export const clusterNamed = (name: string, seconds = 1) =>
  resource("envoy.config.cluster.v3.Cluster", name, { name, connectTimeout: { seconds } }, `pools.${name}`);

export const assignment = (name: string, weight = 1) =>
  resource(
    "envoy.config.endpoint.v3.ClusterLoadAssignment",
    name,
    { clusterName: name, endpoints: [{ lbEndpoints: [{ loadBalancingWeight: { value: weight } }] }] },
    `pools.${name}`,
  );

export const listenerNamed = (name: string, port = 1) =>
  resource("envoy.config.listener.v3.Listener", name, {
    name,
    address: { socketAddress: { address: "127.0.0.1", portValue: port } },
  });

export const routesNamed = (name: string, size = 1) =>
  resource("envoy.config.route.v3.RouteConfiguration", name, {
    name,
    maxDirectResponseBodySizeBytes: { value: size },
  });

export const secretNamed = (name: string) =>
  resource("envoy.extensions.transport_sockets.tls.v3.Secret", name, {
    name,
    genericSecret: { secret: { inlineString: "x" } },
  });
