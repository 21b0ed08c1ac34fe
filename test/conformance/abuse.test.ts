import { describe, expect, test } from "vitest";
import { frame } from "../../src/grpc/frames.ts";
import { resource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { discoveryMethods } from "../../src/xds/services.ts";
import { MovableClock } from "./movable-clock.ts";
import { deltaAds, deltaRequest, endConnections, openCall, openSession, trailersOf } from "./raw-client.ts";
import type { Dialect } from "./scripted-client.ts";
import { assignment, clusterNamed, connectOver, listenerNamed, publish, server, stage } from "./stage.ts";

/* What a client may do to us: each is answered or borne with, and another client goes on being served. */

const clock = new MovableClock();
const { cluster, clusterLoadAssignment: endpoints, listener } = typeUrl;
endConnections();

describe("one bad client", () => {
  stage({ clock });

  test.each([
    { story: "a message of 17 MB", bytes: frame(Buffer.alloc(17 * 1024 * 1024)), code: "8" },
    { story: "a length of 4 GB", bytes: Buffer.from([0, 0xff, 0xff, 0xff, 0xff]), code: "8" },
    { story: "a compressed message", bytes: Buffer.from([1, 0, 0, 0, 1, 0]), code: "12" },
    { story: "garbage", bytes: frame(Buffer.from([0xff, 0xff, 0xff])), code: "3" },
    {
      story: "a cut-off request",
      bytes: frame(deltaRequest({ typeUrl: "x".repeat(40) }).subarray(5, -3)),
      code: "3",
    },
  ])("$story ends its stream with status $code, and no other", async ({ bytes, code }) => {
    publish(clusterNamed("a"));
    const other = connectOver("delta");
    other.ask({ typeUrl: cluster });
    other.ack(await other.next());
    const call = open();
    call.write(bytes);
    expect((await trailersOf(call))["grpc-status"]).toBe(code);
    publish(clusterNamed("a", 2));
    expect((await other.next()).names).toEqual(["a"]);
  });

  test.each([
    { story: "an unknown method", headers: { ":path": "/nobody/Here" }, status: 200, grpc: "12" },
    { story: "a GET", headers: { ":method": "GET", ":path": deltaAds }, status: 405, grpc: undefined },
    {
      story: "JSON",
      headers: { ":path": deltaAds, "content-type": "application/json" },
      status: 415,
      grpc: undefined,
    },
  ])("$story is no call", async ({ headers, status, grpc }) => {
    const response = await new Promise<Record<string, unknown>>((resolve) => {
      const call = openSession(server().address).request({
        ":method": "POST",
        "content-type": "application/grpc",
        ...headers,
      });
      call.on("error", () => {});
      call.on("response", resolve);
    });
    expect([response[":status"], response["grpc-status"]]).toEqual([status, grpc]);
  });

  test("VHDS and LEDS have no state of the world, everything else but them has both", () => {
    const paths = discoveryMethods.map(({ path }) => path);
    expect(paths.filter((path) => path.includes("/Delta"))).toHaveLength(11);
    expect(paths.filter((path) => path.includes("/Stream"))).toHaveLength(9);
  });

  test("a stream that asks for nothing ends after its time", async () => {
    publish(clusterNamed("a"));
    const call = open();
    await new Promise((resolve) => call.on("response", resolve));
    clock.forward(31_000);
    expect((await trailersOf(call))["grpc-status"]).toBe("4");
  });

  test("a client that never reads holds one response, and gets the newest when it does", async () => {
    publish(big("a", 0));
    const call = open(deltaAds, { initialWindowSize: 0 });
    call.pause();
    call.write(deltaRequest({ typeUrl: cluster, node: { id: "slow" } }));
    await until(() => server().nodes().length === 1);
    const other = connectOver("delta");
    other.ask({ typeUrl: cluster });
    other.ack(await other.next());
    for (let update = 1; update <= 100; update += 1) publish(big("a", update));
    for (let settled = 0; settled < 2; ) {
      const heard = await other.silence(60);
      settled = heard.length === 0 ? settled + 1 : 0;
      for (const response of heard) other.ack(response);
    }
    const [slow] = server().nodes();
    expect(slow?.types[0]?.sentVersion).not.toBe("");
    expect(
      server()
        .nodes()
        .find(({ id }) => id === "client-1")?.types[0]?.ackedVersion,
    ).not.toBe(slow?.types[0]?.sentVersion);
  });

  test("of 150 streams on one connection, only so many are open at a time", async () => {
    publish(clusterNamed("a"));
    const one = openSession(server().address);
    await new Promise((resolve) => one.once("remoteSettings", resolve));
    expect(one.remoteSettings.maxConcurrentStreams).toBe(100);
  });

  test("random bytes never bring the server down", async () => {
    publish(clusterNamed("a"));
    let seed = 1;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed;
    };
    for (let round = 0; round < 60; round += 1) {
      const call = open();
      call.write(frame(Buffer.from(Array.from({ length: 1 + (next() % 40) }, () => next() % 256))));
      call.end();
      await trailersOf(call);
    }
    const client = connectOver("delta");
    client.ask({ typeUrl: cluster });
    expect((await client.next()).names).toEqual(["a"]);
  });
});

describe.each<Dialect>(["sotw", "delta"])("one odd client over %s", (dialect) => {
  stage({ clock, groupOf: ({ cluster: group }) => (group === "blue" ? "blue" : "") });
  const listed = (names: readonly string[]) => (dialect === "sotw" ? names : []);

  test("C2 a node that becomes another in mid-stream stays who it was, in its own group", async () => {
    server().set("blue", [clusterNamed("of-blue")]);
    publish(clusterNamed("a"), listenerNamed("l"));
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node: { id: "first", cluster: "green" } });
    client.ack(await client.next());
    client.ask({
      typeUrl: cluster,
      node: { id: "second", cluster: "blue" },
      nonce: client.lastNonce(cluster),
    });
    client.ask({ typeUrl: listener, node: { id: "third", cluster: "blue" } });
    const heard = [await client.next(), ...(await client.silence())];
    expect(heard.flatMap(({ names }) => names)).not.toContain("of-blue");
    expect(heard.find(({ typeUrl: type }) => type === listener)?.names).toEqual(["l"]);
    expect(
      server()
        .nodes()
        .map(({ id, cluster: of }) => [id, of]),
    ).toEqual([["first", "green"]]);
  });

  test("C5 a client that refuses every one of 200 changes hears each once, and a bounded search after", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `pool-${index}`);
    const change = (weight: number) => publish(...names.map((name) => assignment(name, weight)));
    change(1);
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names });
    client.nack(await client.next(), "never", listed(names));
    let heard = 1;
    for (let weight = 2; weight <= 201; weight += 1) {
      change(weight);
      client.nack(await client.next(), "never", listed(names));
      heard += 1;
    }
    expect(await client.silence()).toEqual([]);
    for (let quiet = 0; quiet < 3; ) {
      clock.forward(6_000);
      const more = await client.silence(60);
      quiet = more.length === 0 ? quiet + 1 : 0;
      for (const response of more) client.nack(response, "never", listed(names));
      heard += more.length;
    }
    expect(heard).toBeGreaterThan(201);
    expect(heard).toBeLessThan(201 + 65);
    expect(server().nodes()[0]?.types[0]?.nack?.message).toBe("never");
  });

  test("a client that half-closes at once is let go with OK, whether it has asked for something or not", async () => {
    publish(clusterNamed("a"));
    for (const asks of [true, false]) {
      const client = connectOver(dialect);
      if (asks) client.ask({ typeUrl: cluster });
      client.halfClose();
      expect(await client.ended()).toBe(true);
    }
    expect(server().nodes()).toEqual([]);
    const other = connectOver(dialect);
    other.ask({ typeUrl: cluster });
    expect((await other.next()).names).toEqual(["a"]);
  });
});

describe("admission", () => {
  stage({ clock, admission: { streamsPerSecond: 1, burst: 10 } });

  test("too many new streams are told to come again, and are let in later", async () => {
    publish(clusterNamed("a"));
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const call = open();
        call.write(deltaRequest({ typeUrl: cluster, node: { id: "n" } }));
        return await new Promise<string>((resolve) => {
          call.on("response", (headers) => resolve(String(headers["grpc-status"] ?? "served")));
        });
      }),
    );
    expect(statuses.filter((status) => status === "served").length).toBeGreaterThanOrEqual(10);
    expect(statuses.filter((status) => status === "8").length).toBeGreaterThan(20);
    clock.forward(5_000);
    const late = connectOver("delta");
    late.ask({ typeUrl: cluster });
    expect((await late.next()).names).toEqual(["a"]);
  });
});

describe("connections", () => {
  stage({ clock, maxConnectionAgeMs: 20_000, connectionAgeGraceMs: 2_000 });

  test("an old one is asked to go, and cut after a grace", async () => {
    publish(clusterNamed("a"));
    const one = openSession(server().address);
    const asked = new Promise((resolve) => one.once("goaway", resolve));
    const closed = new Promise((resolve) => one.once("close", resolve));
    await new Promise((resolve) => one.once("remoteSettings", resolve));
    clock.forward(22_500);
    await asked;
    clock.forward(3_000);
    await closed;
    expect(one.destroyed).toBe(true);
  });
});

function open(path = deltaAds, settings = {}) {
  return openCall(openSession(server().address, settings), path);
}

function big(name: string, seconds: number) {
  return resource("envoy.config.cluster.v3.Cluster", name, {
    name,
    connectTimeout: { seconds },
    altStatName: "x".repeat(100_000),
  });
}

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !done(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(done()).toBe(true);
}
