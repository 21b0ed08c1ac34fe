import { describe, expect, test } from "vitest";
import type { Resource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { MovableClock } from "./movable-clock.ts";
import type { Dialect } from "./scripted-client.ts";
import { assignment, clusterNamed, connectOver, publish, stage } from "./stage.ts";

/* C16: times to live (xds_protocol.rst "TTL"). */

const clock = new MovableClock();
stage({ clock });

const { cluster, clusterLoadAssignment: endpoints } = typeUrl;
const able = {
  id: "able",
  clientFeatures: ["xds.config.supports-resource-ttl", "xds.config.supports-resource-in-sotw"],
};
const ttlMs = 15_000;
const withTtl = (resource: Resource): Resource => ({ ...resource, ttlMs });

describe.each<Dialect>(["sotw", "delta"])("%s", (dialect) => {
  const list = dialect === "sotw" ? ["a"] : [];

  test("C16 a time to live is told, and renewed without the body at a third of it", async () => {
    publish(withTtl(assignment("a")), assignment("b"));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: ["a"], node: able });
    const first = await client.next();
    expect(first).toMatchObject({ names: ["a"], ttls: { a: ttlMs } });
    client.ack(first, list);
    await client.silence(50);
    for (let round = 0; round < 3; round += 1) {
      clock.forward(ttlMs / 3);
      const beat = await client.next();
      expect(beat).toMatchObject({ names: [], heartbeats: { a: ttlMs }, removed: [] });
      client.ack(beat, list);
      await client.silence(50);
    }
  });

  test("C16 a client that does not know of times to live hears nothing of them", async () => {
    publish(withTtl(assignment("a")));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await client.next();
    expect(first).toMatchObject({ names: ["a"], ttls: {} });
    client.ack(first, list);
    clock.forward(ttlMs);
    expect(await client.silence()).toEqual([]);
  });

  test("C16 it is cleared by sending the resource without one", async () => {
    publish(withTtl(assignment("a")));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: ["a"], node: able });
    client.ack(await client.next(), list);
    await client.silence(50);
    publish(assignment("a"));
    const cleared = await client.next();
    expect(cleared).toMatchObject({ names: ["a"], ttls: {} });
    client.ack(cleared, list);
    clock.forward(ttlMs);
    expect(await client.silence()).toEqual([]);
  });

  test("C16 clusters: where a response is everything, a heartbeat is everything too", async () => {
    publish(withTtl(clusterNamed("a")), clusterNamed("b"));
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node: able });
    client.ack(await client.next());
    await client.silence(50);
    clock.forward(ttlMs / 3);
    const beat = await client.next();
    expect(beat).toMatchObject({ names: dialect === "delta" ? [] : ["b"], heartbeats: { a: ttlMs } });
  });

  /** In state of the world Envoy renews only what has a body (test/e2e/ttl.test.ts). */
  test.each([
    { type: endpoints, names: ["a"], all: ["a"] },
    { type: cluster, names: [], all: ["a", "b"] },
  ])("C16 an Envoy is sent the bodies in state of the world, of $type", async ({ type, names, all }) => {
    publish(withTtl(clusterNamed("a")), clusterNamed("b"), withTtl(assignment("a")));
    const client = connectOver(dialect);
    client.ask({ typeUrl: type, names, node: { ...able, userAgentName: "envoy" } });
    const first = await client.next();
    client.ack(first, dialect === "sotw" ? names : []);
    await client.silence(50);
    clock.forward(ttlMs / 3);
    const beat = await client.next();
    if (dialect === "delta") expect(beat).toMatchObject({ names: [], heartbeats: { a: ttlMs } });
    else
      expect([[...beat.names].sort(), beat.ttls, beat.version]).toEqual([all, { a: ttlMs }, first.version]);
  });
});
