import type { Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Resource } from "../../src/proto/resource.ts";
import { startXdsServer, type XdsServer } from "../../src/xds/server.ts";
import { BareEnvoy } from "./harness/bare-envoy.ts";
import { freePorts } from "./harness/free-port.ts";
import { type LoadResult, load } from "./harness/load.ts";
import { startNamedBackend } from "./harness/named-backend.ts";
import { edsCluster, endpointAt, listenerOn, routesTo, sourceOf, type Way } from "./harness/served.ts";
import { pause, until } from "./harness/wait.ts";

/*
 * The library in front of a real Envoy, while requests go on all the time: a changed cluster must leave
 * warming at once (C14), and what a route moves away from must not go before the route (C13).
 */

let xds: XdsServer;
let gateway: number;
let backends: readonly Server[];
let ports: readonly number[];

beforeEach(async () => {
  [gateway = 0, ...ports] = await freePorts(3);
  backends = await Promise.all(ports.map((port, index) => startNamedBackend(port, "ab"[index] ?? "")));
  xds = await startXdsServer({ listen: { host: "127.0.0.1", port: 0 } });
});

afterEach(async () => {
  for (const backend of backends) backend.closeAllConnections();
  for (const backend of backends) backend.close();
  await xds.close();
});

const everyWay: readonly Way[] = [
  { dialect: "sotw", streams: "ads" },
  { dialect: "delta", streams: "ads" },
  { dialect: "sotw", streams: "per-type" },
  { dialect: "delta", streams: "per-type" },
];

describe.each(everyWay)("$dialect, $streams", (way) => {
  const source = sourceOf(way);
  const listener = () => listenerOn(gateway, "routes", source);
  const port = (backend: "a" | "b") => ports[backend === "a" ? 0 : 1] ?? 0;

  test("C14 a cluster that changes twenty times, its endpoints never, is never stuck warming", async () => {
    const state = (connectTimeoutMs: number) => [
      edsCluster("api", source, connectTimeoutMs),
      endpointAt("api", port("a")),
      listener(),
      routesTo("routes", "api"),
    ];
    await using envoy = await serving(way, state(1_000));
    const requests = underLoad();
    for (let change = 1; change <= 20; change += 1) {
      xds.set("", state(1_000 + change));
      await changed(envoy, change);
      await warm(envoy, "api");
    }
    expect((await requests()).failures).toEqual([]);
    expect(await envoy.stat("cluster.api.init_fetch_timeout")).toBe(0);
    expect(refused(xds)).toEqual([]);
  });

  test("C14 a cluster and its endpoints change together: the requests move, and none fails", async () => {
    const state = (connectTimeoutMs: number, backend: "a" | "b") => [
      edsCluster("api", source, connectTimeoutMs),
      endpointAt("api", port(backend)),
      listener(),
      routesTo("routes", "api"),
    ];
    await using envoy = await serving(way, state(1_000, "a"));
    const requests = underLoad();
    for (let change = 1; change <= 10; change += 1) {
      const backend = change % 2 === 0 ? "a" : "b";
      xds.set("", state(1_000 + change, backend));
      await changed(envoy, change);
      await warm(envoy, "api");
      await until(`requests reach ${backend}`, async () => (await answer()) === backend, 3_000);
    }
    expect((await requests()).failures).toEqual([]);
    expect(await envoy.stat("cluster.api.init_fetch_timeout")).toBe(0);
  });

  test("C14 a hundred clusters change at once, and all of them are ready again", async () => {
    const names = Array.from({ length: 100 }, (_, index) => `api-${index}`);
    const state = (connectTimeoutMs: number) => [
      ...names.map((name) => edsCluster(name, source, connectTimeoutMs)),
      ...names.map((name) => endpointAt(name, port("a"))),
      listener(),
      routesTo("routes", "api-7"),
    ];
    await using envoy = await serving(way, state(1_000));
    const requests = underLoad();
    for (let change = 1; change <= 3; change += 1) {
      xds.set("", state(1_000 + change));
      await changed(envoy, change * names.length);
      await warm(envoy, "api-99", 3_000);
    }
    expect((await requests()).failures).toEqual([]);
    const text = await envoy.get("/stats?filter=init_fetch_timeout&usedonly");
    expect(text.split("\n").filter((line) => /: [1-9]/.test(line))).toEqual([]);
  });
});

describe.each(["sotw", "delta"] as const)("%s", (dialect) => {
  test("C14 a cluster that has no endpoints yet keeps no other from changing", async () => {
    const source = sourceOf({ dialect, streams: "ads" });
    const state = (connectTimeoutMs: number) => [
      edsCluster("api", source, connectTimeoutMs),
      endpointAt("api", ports[0] ?? 0),
      listenerOn(gateway, "routes", source),
      routesTo("routes", "api"),
    ];
    await using envoy = await serving({ dialect, streams: "ads" }, state(1_000));
    const requests = underLoad();
    for (let change = 1; change <= 5; change += 1) {
      xds.set("", [...state(1_000 + change), edsCluster("lonely", source)]);
      await changed(envoy, change);
    }
    expect((await requests()).failures).toEqual([]);
  });

  test("C13 a route moves to a new cluster and the old one leaves, in one change: no request notices", async () => {
    const source = sourceOf({ dialect, streams: "ads" });
    const state = (round: number) => moved(round, source);
    await using envoy = await serving({ dialect, streams: "ads" }, state(0));
    const requests = underLoad();
    for (let round = 1; round <= 12; round += 1) {
      xds.set("", state(round));
      await until(`requests reach ${round}`, async () => (await answer()) === "ab"[round % 2], 3_000);
      await until(
        "the old cluster has left",
        async () => (await envoy.stat("cluster_manager.cluster_removed")) === round,
        3_000,
      );
    }
    const { failures, byBackend } = await requests();
    expect(failures).toEqual([]);
    expect([...byBackend.keys()].sort()).toEqual(["a", "b"]);
    expect(refused(xds)).toEqual([]);
  });
});

describe.each(["sotw", "delta"] as const)("%s", (dialect) => {
  test("C13 sixty such changes without waiting for the one before: no request notices", async () => {
    const source = sourceOf({ dialect, streams: "ads" });
    const state = (round: number) => moved(round, source);
    await using envoy = await serving({ dialect, streams: "ads" }, state(0));
    const requests = underLoad();
    for (let round = 1; round <= 60; round += 1) {
      xds.set("", state(round));
      await pause(7);
    }
    await until(
      "only the last is left",
      async () => {
        const clusters = new Set((await envoy.get("/clusters")).match(/^api-\d+/gm));
        return clusters.size === 1 && clusters.has("api-60");
      },
      3_000,
    );
    expect((await requests()).failures).toEqual([]);
    expect(refused(xds)).toEqual([]);
  });
});

/** What there is after so many moves: a cluster of that number, and nothing of the one before. */
function moved(round: number, source: ReturnType<typeof sourceOf>): readonly Resource[] {
  return [
    edsCluster(`api-${round}`, source),
    endpointAt(`api-${round}`, ports[round % 2] ?? 0),
    listenerOn(gateway, "routes", source),
    routesTo("routes", `api-${round}`),
  ];
}

/** An Envoy that has this, and answers. */
async function serving(way: Way, resources: readonly Resource[]): Promise<BareEnvoy> {
  xds.set("", resources);
  const envoy = await BareEnvoy.start({ ...way, xds: xds.address.port });
  await until("the gateway answers", async () => (await answer()) === "a");
  return envoy;
}

/** Requests all the time; what is returned ends them, and tells how they went. */
function underLoad(): () => Promise<LoadResult> {
  const stop = new AbortController();
  const result = load({
    url: `http://127.0.0.1:${gateway}/`,
    body: {},
    perSecond: 100,
    forMs: 60_000,
    signal: stop.signal,
  });
  return () => {
    stop.abort();
    return result;
  };
}

async function changed(envoy: BareEnvoy, clusters: number): Promise<void> {
  await until(
    `${clusters} clusters have been changed`,
    async () => (await envoy.stat("cluster_manager.cluster_modified")) === clusters,
    5_000,
  );
}

async function warm(envoy: BareEnvoy, cluster: string, withinMs = 1_000): Promise<void> {
  await until(
    "no cluster is warming",
    async () =>
      (await envoy.stat("cluster_manager.warming_clusters")) === 0 &&
      (await envoy.stat(`cluster.${cluster}.warming_state`)) === 0,
    withinMs,
  );
}

async function answer(): Promise<string | null> {
  return (await fetch(`http://127.0.0.1:${gateway}/`)).headers.get("x-demo-backend");
}

function refused(server: XdsServer): readonly string[] {
  return server.nodes().flatMap(({ types }) => types.flatMap(({ nack }) => nack?.message ?? []));
}
