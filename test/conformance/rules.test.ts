import { describe, expect, test } from "vitest";
import { encode, pack } from "../../src/proto/codec.ts";
import { encodedResource, type Resource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import type { Dialect } from "./scripted-client.ts";
import {
  assignment,
  clusterNamed,
  connectEverything,
  connectOver,
  listenerNamed,
  nacks,
  namesFor,
  publish,
  routesNamed,
  secretNamed,
  server,
  stage,
  versionOf,
  versionOfType,
} from "./stage.ts";

/*
 * The rules of xds_protocol.rst and discovery.proto, each under its number in our list: C for both
 * dialects, W for state of the world, X for delta. A real server, a real gRPC stream, a scripted client.
 */

stage();

const { cluster, clusterLoadAssignment: endpoints, listener, routeConfiguration: routes, secret } = typeUrl;

describe.each<Dialect>(["sotw", "delta"])("both dialects: %s", (dialect) => {
  const connect = () => connectOver(dialect);
  /** State of the world repeats its list in every request. */
  const namesOf = (names: readonly string[]) => (dialect === "sotw" ? names : []);

  test("C1 every response has a nonce of its own, per type", async () => {
    publish(clusterNamed("a"), assignment("a"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    const first = await client.next();
    client.ack(first);
    publish(clusterNamed("a"), clusterNamed("b"), assignment("a"));
    const second = await client.next();
    expect(first.nonce).not.toBe("");
    expect(second.nonce).not.toBe(first.nonce);
  });

  test("C2 the node of the first request is the stream's; another type need not repeat it", async () => {
    publish(clusterNamed("a"), assignment("a"));
    const client = connect();
    client.ask({ typeUrl: cluster, node: { id: "edge-1", cluster: "edge" } });
    await client.next();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    await client.next();
    client.ask({ typeUrl: listener, node: { id: "somebody-else" } });
    await client.next();
    expect(
      server()
        .nodes()
        .map(({ id, cluster: of }) => [id, of]),
    ).toEqual([["edge-1", "edge"]]);
  });

  test("C2 a stream without a node is refused", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: cluster, node: null });
    expect(await client.failure()).toMatchObject({ code: 3, details: expect.stringContaining("node") });
  });

  test("C3 ADS needs the type URL, and responses carry it", async () => {
    publish(clusterNamed("a"));
    const good = connect();
    good.ask({ typeUrl: cluster });
    expect((await good.next()).typeUrl).toBe(cluster);
    const bad = connect();
    bad.ask({});
    expect(await bad.failure()).toMatchObject({ code: 3, details: expect.stringContaining("type_url") });
  });

  test("C4 an older version, a repeated one and none at all are no refusal: only error_detail is", async () => {
    publish(assignment("a"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    let response = await client.next();
    for (const [round, version] of ["", "an older one", response.version].entries()) {
      client.ask({ typeUrl: endpoints, nonce: response.nonce, version, names: namesOf(["a"]) });
      expect(await client.silence(60)).toEqual([]);
      publish(assignment("a", round + 2));
      response = await client.next();
      expect(server().nodes()[0]?.types[0]?.nack).toBeUndefined();
    }
    expect(nacks()).toEqual([]);
  });

  test("C4 an error_detail without a code and without words is a refusal", async () => {
    publish(assignment("a"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const { nonce, version } = await client.next();
    client.ask({ typeUrl: endpoints, nonce, version, names: namesOf(["a"]), error: "", errorCode: 0 });
    expect(await client.silence()).toEqual([]);
    expect(nacks()).toHaveLength(1);
    expect(server().nodes()[0]?.types[0]?.nack?.message).toBe("");
  });

  test("C5 W7 what was refused is not sent again until it changes, and the refusal is told", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    client.nack(await client.next(), "no such\u001b[31m thing\n");
    expect(await client.silence()).toEqual([]);
    expect(nacks()).toHaveLength(1);
    expect(nacks()[0]?.message).toBe("no such\\x1b[31m thing\\x0a");
    expect(nacks()[0]?.sources).toEqual(["pools.a"]);
    expect(server().nodes()[0]?.types[0]?.nack?.message).toContain("no such");
    publish(clusterNamed("a", 2));
    const better = await client.next();
    expect(better.names).toEqual(["a"]);
    client.ack(better);
    await client.silence(50);
    expect(server().nodes()[0]?.types[0]?.nack).toBeUndefined();
  });

  test("C5 a refusal of one type leaves the others going", async () => {
    publish(clusterNamed("a"), assignment("a"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    client.nack(await client.next(), "bad");
    client.ask({ typeUrl: endpoints, names: ["a"] });
    client.ack(await client.next(), ["a"]);
    publish(clusterNamed("a"), assignment("a", 2));
    expect(await client.next()).toMatchObject({ typeUrl: endpoints, names: ["a"] });
  });

  test("C6 the same content again is not pushed", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    client.ack(await client.next());
    publish(clusterNamed("a"));
    expect(await client.silence()).toEqual([]);
  });

  test("C7 C9 a wildcard and a name together send each resource once", async () => {
    publish(clusterNamed("a"), clusterNamed("b"));
    const client = connect();
    client.ask({ typeUrl: cluster, names: ["*", "a"] });
    expect([...(await client.next()).names].sort()).toEqual(["a", "b"]);
  });

  test("C8 an empty first request is a wildcard; once a name was sent, empty means nothing", async () => {
    publish(assignment("a"), assignment("b"));
    const all = connect();
    all.ask({ typeUrl: endpoints });
    expect([...(await all.next()).names].sort()).toEqual(["a", "b"]);
    const named = connect();
    named.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await named.next();
    expect(first.names).toEqual(["a"]);
    if (dialect === "sotw") named.ack(first, []);
    else named.ask({ typeUrl: endpoints, unsubscribe: ["a"] });
    publish(assignment("a", 2), assignment("b", 2));
    expect(await named.silence()).toEqual([]);
  });

  test("C10 a name that does not exist is sent when it is created", async () => {
    publish(assignment("other"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["late"] });
    const told = await client.silence();
    expect(told.flatMap(({ names }) => names)).toEqual([]);
    for (const response of told) client.ack(response, ["late"]);
    publish(assignment("other"), assignment("late"));
    expect((await client.next()).names).toEqual(["late"]);
  });

  test("C11 while a response is under way changes merge into one, and the newest is sent", async () => {
    publish(assignment("a"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await client.next();
    for (let weight = 2; weight <= 20; weight += 1) publish(assignment("a", weight));
    expect(await client.silence()).toEqual([]);
    client.ack(first, ["a"]);
    const merged = await client.next();
    expect(merged.version).toBe(versionOfType(endpoints));
    client.ack(merged, ["a"]);
    expect(await client.silence()).toEqual([]);
  });

  test("C12 a change goes out in the order clusters, endpoints, listeners, routes", async () => {
    const client = connect();
    const seen = await connectEverything(client, dialect);
    for (const response of seen) client.ack(response, namesFor(response.typeUrl));
    await client.silence(50);
    publish(
      clusterNamed("a", 2),
      clusterNamed("b"),
      assignment("a", 2),
      assignment("b"),
      listenerNamed("l", 2),
      routesNamed("r", 2),
    );
    const order = new Set<string>();
    while (!order.has(routes)) {
      const response = await client.next();
      order.add(response.typeUrl);
      client.ack(response, response.typeUrl === endpoints ? ["a", "b"] : namesFor(response.typeUrl));
    }
    expect([...order]).toEqual([cluster, endpoints, listener, routes]);
  });

  test("C12 a route waits until the new cluster's endpoints are acknowledged", async () => {
    const client = connect();
    for (const response of await connectEverything(client, dialect))
      client.ack(response, namesFor(response.typeUrl));
    await client.silence(50);
    publish(
      clusterNamed("a"),
      clusterNamed("b"),
      assignment("a"),
      assignment("b"),
      listenerNamed("l"),
      routesNamed("r", 2),
    );
    const clusters = await client.next();
    expect(clusters.typeUrl).toBe(cluster);
    client.ack(clusters);
    client.ask({
      typeUrl: endpoints,
      names: dialect === "sotw" ? ["a", "b"] : ["b"],
      ...(dialect === "sotw" ? { nonce: client.lastNonce(endpoints) } : {}),
    });
    const load = await client.next();
    expect(load).toMatchObject({ typeUrl: endpoints });
    expect(load.names).toContain("b");
    expect(await client.silence(100)).toEqual([]);
    client.ack(load, ["a", "b"]);
    expect((await client.next()).typeUrl).toBe(routes);
  });

  test("C13 a cluster leaves only after the routes that used it were replaced and acknowledged", async () => {
    const client = connect();
    for (const response of await connectEverything(client, dialect))
      client.ack(response, namesFor(response.typeUrl));
    await client.silence(50);
    publish(listenerNamed("l"), routesNamed("r", 2));
    const replaced = await client.next();
    expect(replaced.typeUrl).toBe(routes);
    expect(await client.silence(100)).toEqual([]);
    client.ack(replaced, ["r"]);
    const left = await client.next();
    expect(left).toMatchObject({ typeUrl: cluster, names: [], removed: dialect === "delta" ? ["a"] : [] });
  });

  test("C13 for a client that never answers, removals wait their time and no longer", async () => {
    const client = connect();
    for (const response of await connectEverything(client, dialect))
      client.ack(response, namesFor(response.typeUrl));
    await client.silence(50);
    publish(listenerNamed("l"), routesNamed("r", 2));
    expect((await client.next()).typeUrl).toBe(routes);
    expect((await client.next()).typeUrl).toBe(cluster);
  });

  test("C14 a changed cluster is followed by its endpoints, although they are the same", async () => {
    publish(clusterNamed("a"), assignment("a"), clusterNamed("b"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    client.ack(await client.next());
    client.ask({ typeUrl: endpoints, names: ["a", "b"] });
    client.ack(await client.next(), ["a", "b"]);
    await client.silence(50);
    publish(clusterNamed("a", 2), assignment("a"), clusterNamed("b"), assignment("b"));
    expect((await client.next()).typeUrl).toBe(cluster);
    expect(await client.next()).toMatchObject({ typeUrl: endpoints, names: ["a"] });
  });

  test.each([
    { story: "a cluster leaves in the same change", next: [] },
    { story: "clusters change again meanwhile", next: [clusterNamed("c")] },
  ])(
    "C14 a client that acknowledges clusters only once they are warm gets their endpoints: $story",
    async ({ next }) => {
      const client = connect();
      for (const response of await connectEverything(client, dialect))
        client.ack(response, namesFor(response.typeUrl));
      await client.silence(50);
      publish(clusterNamed("b"), assignment("b"), listenerNamed("l"), routesNamed("r", 2));
      const clusters = await client.next();
      expect(clusters.typeUrl).toBe(cluster);
      if (next.length > 0)
        publish(clusterNamed("b"), ...next, assignment("b"), listenerNamed("l"), routesNamed("r", 2));
      const nonce = dialect === "sotw" ? client.lastNonce(endpoints) : "";
      client.ask({ typeUrl: endpoints, names: dialect === "sotw" ? ["a", "b"] : ["b"], nonce });
      const [load, ...more] = await client.silence(150);
      expect(load).toMatchObject({ typeUrl: endpoints, names: ["b"] });
      expect(more).toEqual([]);
    },
  );

  test("C15 X9 a first wildcard is answered although there is nothing", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: listener });
    expect(await client.next()).toMatchObject({ typeUrl: listener, names: [] });
  });

  test("C17 responses say who the control plane is", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    expect((await client.next()).identifier).toBe("test-plane");
  });

  test.each([
    { story: "a cluster without a name", bad: clusterBytes([]) },
    { story: "a field that no version knows", bad: clusterBytes([0xfa, 0x3f, 1, 0]) },
    { story: "an extension of an unknown type", bad: unknownExtension },
    { story: "bytes that are no message", bad: clusterBytes([0xff, 0xff, 0xff]) },
  ])(
    "C18 what a client would refuse is served all the same, to judge for itself: $story",
    async ({ bad }) => {
      publish(bad, clusterNamed("good"));
      const client = connect();
      client.ask({ typeUrl: cluster, names: ["bad", "good"] });
      const response = await client.next();
      expect(response.names).toContain("good");
      expect(response.bytes.includes(Buffer.from(bad.any))).toBe(true);
      client.ack(response, namesOf(["bad", "good"]));
      publish(bad, clusterNamed("good", 2));
      expect((await client.next()).names).toContain("good");
    },
  );

  test("C19 before the first configuration streams are refused with UNAVAILABLE", async () => {
    const client = connect();
    client.ask({ typeUrl: cluster });
    expect(await client.failure()).toMatchObject({ code: 14 });
  });

  test("a type that nobody serves costs the stream nothing", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: "type.googleapis.com/envoy.service.runtime.v3.Runtime", names: ["layer"] });
    client.ask({ typeUrl: cluster });
    const heard = [await client.next(), ...(await client.silence())];
    expect(heard.find((response) => response.typeUrl === cluster)?.names).toEqual(["a"]);
  });

  test.each([
    { story: "garbage", bytes: Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]) },
    { story: "a name of a megabyte", names: ["x".repeat(1_000_000)] },
    { story: "two hundred thousand names", names: Array.from({ length: 200_000 }, (_, index) => `${index}`) },
  ])("bad input: $story ends the stream with INVALID_ARGUMENT, and no other", async ({ bytes, names }) => {
    publish(clusterNamed("a"));
    const other = connect();
    other.ask({ typeUrl: cluster });
    other.ack(await other.next());
    const bad = connect();
    if (bytes === undefined) bad.ask({ typeUrl: endpoints, names: names ?? [] });
    else bad.sendBytes(bytes);
    expect(await bad.failure()).toMatchObject({ code: 3 });
    publish(clusterNamed("a", 2));
    expect((await other.next()).names).toEqual(["a"]);
  });

  test("a client that half-closes is let go", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    await client.next();
    client.halfClose();
    expect(await client.ended()).toBe(true);
    await client.silence(50);
    expect(server().nodes()).toEqual([]);
  });

  test("on stop every stream is told UNAVAILABLE", async () => {
    publish(clusterNamed("a"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    await client.next();
    await server().close();
    expect(await client.failure()).toMatchObject({ code: 14 });
  });

  test.each([
    { service: "cluster.v3.ClusterDiscoveryService", method: "Clusters", type: cluster, name: "a" },
    { service: "endpoint.v3.EndpointDiscoveryService", method: "Endpoints", type: endpoints, name: "a" },
    { service: "listener.v3.ListenerDiscoveryService", method: "Listeners", type: listener, name: "l" },
    { service: "route.v3.RouteDiscoveryService", method: "Routes", type: routes, name: "r" },
    { service: "secret.v3.SecretDiscoveryService", method: "Secrets", type: secret, name: "s" },
  ])(
    "C3 the service for $method implies its type and refuses another",
    async ({ service, method, type, name }) => {
      publish(clusterNamed("a"), assignment("a"), listenerNamed("l"), routesNamed("r"), secretNamed("s"));
      const path = `/envoy.service.${service}/${dialect === "sotw" ? "Stream" : "Delta"}${method}`;
      const client = connectOver(dialect, path);
      client.ask({ names: [name] });
      expect(await client.next()).toMatchObject({ typeUrl: type, names: [name] });
      const wrong = connectOver(dialect, path);
      wrong.ask({ typeUrl: type === cluster ? listener : cluster, names: [name] });
      expect(await wrong.failure()).toMatchObject({ code: 3 });
    },
  );
});

/** A cluster of these bytes; nobody looks into them. */
function clusterBytes(bytes: readonly number[]): Resource {
  return encodedResource({ typeUrl: cluster, name: "bad", value: Buffer.from(bytes) });
}

const unknownExtension: Resource = encodedResource({
  typeUrl: cluster,
  name: "bad",
  value: encode("envoy.config.cluster.v3.Cluster", {
    name: "bad",
    transportSocket: {
      name: "acme",
      typedConfig: {
        ...pack("envoy.extensions.filters.http.router.v3.Router", {}),
        type_url: "type.googleapis.com/acme.v9.Socket",
      },
    },
  }),
});

describe("state of the world", () => {
  const connect = () => connectOver("sotw");

  test("W1 clusters and listeners: each response is everything, and absence removes", async () => {
    publish(clusterNamed("a"), clusterNamed("b"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    const first = await client.next();
    expect([...first.names].sort()).toEqual(["a", "b"]);
    client.ack(first);
    publish(clusterNamed("b"));
    const second = await client.next();
    expect(second.names).toEqual(["b"]);
    client.ack(second);
    publish();
    expect((await client.next()).names).toEqual([]);
  });

  test("W2 other types: only what changed is sent", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a", "b"] });
    client.ack(await client.next(), ["a", "b"]);
    publish(assignment("a"), assignment("b", 2));
    expect((await client.next()).names).toEqual(["b"]);
  });

  test("W3 a newly requested name is answered although nothing changed; so is one asked for again", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await client.next();
    client.ack(first, ["a", "b"]);
    const second = await client.next();
    expect(second.names).toEqual(["b"]);
    client.ack(second, ["b"]);
    expect(await client.silence()).toEqual([]);
    client.ack(second, ["a", "b"]);
    expect((await client.next()).names).toEqual(["a"]);
  });

  test("W4 a shorter list needs no answer, and what left it is not updated", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a", "b"] });
    client.ack(await client.next(), ["a"]);
    expect(await client.silence()).toEqual([]);
    publish(assignment("a"), assignment("b", 2));
    expect(await client.silence()).toEqual([]);
  });

  test("W5 a stale nonce is not answered, but its names are not lost", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await client.next();
    client.ask({ typeUrl: endpoints, names: ["a", "b"], nonce: "stale" });
    expect(await client.silence()).toEqual([]);
    client.ack(first, ["a", "b"]);
    expect((await client.next()).names).toEqual(["b"]);
  });

  test("W6 on a reconnect with the version it has, a client that needs its endpoints gets them", async () => {
    publish(assignment("a"));
    const version = versionOfType(endpoints);
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"], version });
    expect(await client.next()).toMatchObject({ names: ["a"], version });
  });

  /*
   * Envoy acknowledges no clusters while one of them is warming. One that has left before its endpoints
   * came would warm until Envoy gives up (15 s): here the response that takes it away overtakes.
   */
  test.each([
    { story: "before they are asked for", asksFirst: false },
    { story: "while they are owed", asksFirst: true },
  ])("C14 a cluster that leaves $story does not stop everything", async ({ asksFirst }) => {
    publish(clusterNamed("a"), assignment("a"), routesNamed("r"));
    const client = connect();
    client.ask({ typeUrl: cluster });
    client.ack(await client.next());
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const load = await client.next();
    if (!asksFirst) client.ack(load, ["a"]);
    client.ask({ typeUrl: routes, names: ["r"] });
    client.ack(await client.next(), ["r"]);
    await client.silence(50);
    publish(clusterNamed("b"), assignment("b"), routesNamed("r", 2));
    expect([...(await client.next()).names].sort()).toEqual(["a", "b"]);
    const asks = () => client.ask({ typeUrl: endpoints, names: ["a", "b"], nonce: "stale" });
    if (asksFirst) {
      asks();
      await client.silence(30);
    }
    publish(clusterNamed("c"), assignment("c"), routesNamed("r", 3));
    if (!asksFirst) asks();
    const overtaking = await client.next();
    expect(overtaking.typeUrl).toBe(cluster);
    expect([...overtaking.names].sort()).toEqual(["a", "c"]);
    if (asksFirst) client.ack(load, ["a", "c"]);
    else client.ask({ typeUrl: endpoints, names: ["a", "c"], nonce: client.lastNonce(endpoints) });
    const ofC = await client.next();
    expect(ofC).toMatchObject({ typeUrl: endpoints, names: ["c"] });
    client.ack(ofC, ["a", "c"]);
    client.ack(overtaking);
    expect((await client.next()).typeUrl).toBe(routes);
  });

  test("C14 a cluster without endpoints is waited for, and keeps no other from changing", async () => {
    const state = (seconds: number) => [clusterNamed("a", seconds), assignment("a")];
    publish(...state(1));
    const client = connect();
    client.ask({ typeUrl: cluster });
    const first = await client.next();
    client.ack(first);
    client.ask({ typeUrl: endpoints, names: ["a"] });
    client.ack(await client.next(), ["a"]);
    await client.silence(50);
    publish(...state(1), clusterNamed("lonely"));
    expect([...(await client.next()).names].sort()).toEqual(["a", "lonely"]);
    client.ask({ typeUrl: endpoints, names: ["a", "lonely"], nonce: client.lastNonce(endpoints) });
    for (const seconds of [2, 3, 4]) {
      publish(...state(seconds), clusterNamed("lonely"));
      expect((await client.next()).typeUrl).toBe(cluster);
      const followed = await client.next();
      expect(followed).toMatchObject({ typeUrl: endpoints, names: ["a"] });
      client.ack(followed, ["a", "lonely"]);
      expect(await client.silence(60)).toEqual([]);
    }
    expect(server().nodes()[0]?.types[0]?.ackedVersion).toBe(first.version);
    client.ask({ typeUrl: cluster, nonce: client.lastNonce(cluster) });
    await client.silence(30);
    expect(server().nodes()[0]?.types[0]?.ackedVersion).toBe(versionOfType(cluster));
  });

  test("W8 a refusal may change the names: the new ones are owed", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    client.nack(await client.next(), "bad", ["a", "b"]);
    expect((await client.next()).names).toEqual(["b"]);
  });
});

describe("delta", () => {
  const connect = () => connectOver("delta");

  test("X1 X2 versions are per resource, and only what changed or left is sent", async () => {
    publish(assignment("a"), assignment("b"), assignment("c"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["*"] });
    const first = await client.next();
    expect(first.versions.a).toMatch(/^[0-9a-f]{16}$/);
    client.ack(first);
    publish(assignment("a"), assignment("b", 2));
    const second = await client.next();
    expect(second).toMatchObject({ names: ["b"], removed: ["c"] });
    expect(second.versions.b).not.toBe(first.versions.b);
  });

  test("X3 a missing name is told at once, and stays subscribed", async () => {
    publish(assignment("a"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["late"] });
    const told = await client.next();
    expect(told).toMatchObject({ names: [], removed: ["late"] });
    client.ack(told);
    publish(assignment("a", 2));
    expect(await client.silence()).toEqual([]);
    publish(assignment("a", 2), assignment("late"));
    expect((await client.next()).names).toEqual(["late"]);
  });

  test("X4 every name subscribed to is answered, also when the client has it", async () => {
    publish(assignment("a"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    client.ack(await client.next());
    client.ask({ typeUrl: endpoints, names: ["a"] });
    expect((await client.next()).names).toEqual(["a"]);
  });

  test("X5 unsubscribing needs no answer, but for one under a wildcard", async () => {
    publish(assignment("a"), assignment("b"));
    const named = connect();
    named.ask({ typeUrl: endpoints, names: ["a", "b"] });
    named.ack(await named.next());
    named.ask({ typeUrl: endpoints, unsubscribe: ["a", "phantom"] });
    expect(await named.silence()).toEqual([]);
    const wild = connect();
    wild.ask({ typeUrl: endpoints, names: ["*", "a", "gone"] });
    wild.ack(await wild.next());
    wild.ask({ typeUrl: endpoints, unsubscribe: ["a", "gone"] });
    expect(await wild.next()).toMatchObject({ names: ["a"], removed: ["gone"] });
  });

  test("X6 a stale nonce still subscribes and unsubscribes", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await client.next();
    client.ask({ typeUrl: endpoints, names: ["b"], nonce: "stale" });
    client.ack(first);
    expect((await client.next()).names).toEqual(["b"]);
  });

  test("X7 one request may acknowledge, subscribe and unsubscribe", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await client.next();
    client.ask({ typeUrl: endpoints, names: ["b"], unsubscribe: ["a"], nonce: first.nonce });
    const second = await client.next();
    expect(second.names).toEqual(["b"]);
    client.ack(second);
    publish(assignment("a", 2), assignment("b"));
    expect(await client.silence()).toEqual([]);
  });

  test("X8 a reconnect that tells what it has gets only what differs, and what has left", async () => {
    publish(assignment("a"), assignment("b", 2));
    const version = (name: string) => versionOf(endpoints, name);
    const client = connect();
    client.ask({
      typeUrl: endpoints,
      names: ["a", "b", "c"],
      initial: { a: version("a"), b: "an older one", c: "of one that left" },
    });
    expect(await client.next()).toMatchObject({ names: ["b"], removed: ["c"] });
  });

  test("X8 a reconnect that has everything is sent nothing, and is known to be up to date", async () => {
    publish(assignment("a"));
    const version = versionOf(endpoints, "a");
    const client = connect();
    client.ask({ typeUrl: endpoints, names: ["a"], initial: { a: version } });
    expect(await client.silence()).toEqual([]);
    const [status] = server().nodes()[0]?.types ?? [];
    expect(status?.ackedVersion).toBe(versionOfType(endpoints));
    expect(status?.sentVersion).toBe(status?.ackedVersion);
  });

  test("X9 a wildcard reconnect with nothing to send is answered all the same", async () => {
    publish(clusterNamed("a"));
    const version = versionOf(cluster, "a");
    const client = connect();
    client.ask({ typeUrl: cluster, initial: { a: version } });
    expect(await client.next()).toMatchObject({ names: [], removed: [] });
  });
});
