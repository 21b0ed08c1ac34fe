import { describe, expect, test } from "vitest";
import { typeUrl } from "../../src/proto/type-url.ts";
import type { Dialect } from "./scripted-client.ts";
import { assignment, clusterNamed, connectOver, server, stage } from "./stage.ts";

/* Groups of nodes, versions that are given, and resources made when they are asked for. */

const gone: string[] = [];
/** Nodes whose group is not called as their cluster; undefined is none. */
const moved = new Map<string, string | undefined>();
const refused: string[] = [];
const silent = { debug() {}, info() {}, error() {} };
stage({
  groupOf: ({ id, cluster }) => (moved.has(id) ? moved.get(id) : cluster),
  log: { ...silent, warn: (fields) => refused.push(JSON.stringify(fields)) },
  hooks: {
    onConnected: ({ group }) => {
      if (group === "lazy") server().set("lazy", [clusterNamed("made-on-connect")]);
    },
    onMissing: ({ group, typeUrl: type, names }) => {
      if (type !== typeUrl.clusterLoadAssignment) return;
      const made = names.filter((name) => name.startsWith("on-demand"));
      server().update(group, { upsert: made.map((name) => assignment(name)) });
    },
    onGone: ({ node }) => gone.push(node.id),
    onAck: () => {
      throw new Error("a hook that fails");
    },
  },
});

const { cluster, clusterLoadAssignment: endpoints } = typeUrl;

describe.each<Dialect>(["sotw", "delta"])("%s", (dialect) => {
  test("a node is given its own group's resources and no others", async () => {
    server().set("blue", [clusterNamed("b")]);
    server().set("green", [clusterNamed("g")]);
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node: { id: "n", cluster: "blue" } });
    const first = await client.next();
    expect(first.names).toEqual(["b"]);
    client.ack(first);
    await client.silence(50);
    server().set("green", [clusterNamed("g", 2), clusterNamed("b", 3)]);
    expect(await client.silence()).toEqual([]);
  });

  test("C19 a group that was never set is refused, while another is served", async () => {
    server().set("blue", [clusterNamed("b")]);
    const unknown = connectOver(dialect);
    unknown.ask({ typeUrl: cluster, node: { id: "n", cluster: "red" } });
    expect(await unknown.failure()).toMatchObject({ code: 14 });
    const known = connectOver(dialect);
    known.ask({ typeUrl: cluster, node: { id: "n", cluster: "blue" } });
    expect((await known.next()).names).toEqual(["b"]);
  });

  test("what a hook sets when a node connects is what the node gets", async () => {
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node: { id: "n", cluster: "lazy" } });
    expect((await client.next()).names).toEqual(["made-on-connect"]);
  });

  test("X12 what a hook makes of a name that is missing is in the answer", async () => {
    server().set("blue", [assignment("a")]);
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: ["a", "on-demand-1"], node: { id: "n", cluster: "blue" } });
    const heard = [await client.next(), ...(await client.silence())];
    expect(heard.flatMap(({ names }) => names).sort()).toEqual(["a", "on-demand-1"]);
    expect(heard.flatMap(({ removed }) => removed)).toEqual([]);
  });

  test("a version that is given is the version of the types that changed", async () => {
    server().set("blue", [clusterNamed("a"), assignment("a")], "1");
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node: { id: "n", cluster: "blue" } });
    const clusters = await client.next();
    client.ack(clusters);
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const load = await client.next();
    client.ack(load, dialect === "sotw" ? ["a"] : []);
    expect([clusters.version, load.version]).toEqual(["1", "1"]);
    server().set("blue", [clusterNamed("a"), assignment("a", 2)], "2");
    expect(await client.next()).toMatchObject({ typeUrl: endpoints, version: "2" });
    const second = connectOver(dialect);
    second.ask({ typeUrl: cluster, node: { id: "m", cluster: "blue" } });
    expect((await second.next()).version).toBe("1");
  });

  test("a group that is removed lets its streams go, and each is told of", async () => {
    server().set("blue", [clusterNamed("b")]);
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node: { id: `leaver-${dialect}`, cluster: "blue" } });
    await client.next();
    server().remove("blue");
    expect(await client.failure()).toMatchObject({ code: 14 });
    expect(gone.filter((id) => id === `leaver-${dialect}`)).toHaveLength(1);
  });

  test("a node of no group is refused, and the log says which", async () => {
    moved.set("stray", undefined);
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node: { id: "stray", cluster: "blue" } });
    const { code, details } = await client.failure();
    expect([code, details]).toEqual([7, 'node "stray" of cluster "blue" belongs to no group']);
    expect(refused.at(-1)).toContain("stray");
  });

  test("a node whose group is another one now is told to come again, and is given that one's", async () => {
    moved.delete("mover");
    server().set("blue", [clusterNamed("b"), clusterNamed("both")]);
    server().set("green", [clusterNamed("g"), clusterNamed("both")]);
    const stays = connectOver(dialect);
    stays.ask({ typeUrl: cluster, node: { id: "stayer", cluster: "blue" } });
    await stays.next();
    const node = { id: "mover", cluster: "blue" };
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node });
    const first = await client.next();
    client.ack(first);
    expect(first.names.toSorted()).toEqual(["b", "both"]);
    expect(groupsByNode()).toMatchObject({ mover: "blue", stayer: "blue" });

    server().regroup();
    expect(await client.silence(50)).toEqual([]);
    moved.set("mover", "green");
    server().regroup();
    expect(await client.failure()).toMatchObject({ code: 14 });

    const again = connectOver(dialect);
    again.ask({ typeUrl: cluster, node, initial: first.versions });
    const second = await again.next();
    expect(second.names.toSorted()).toEqual(dialect === "sotw" ? ["both", "g"] : ["g"]);
    expect(second.removed).toEqual(dialect === "sotw" ? [] : ["b"]);
    expect(groupsByNode()).toEqual({ mover: "green", stayer: "blue" });
    expect(await stays.silence(50)).toEqual([]);
  });

  test("a node that is of no group any more has its streams ended, and is let in when it is of one again", async () => {
    moved.delete("outcast");
    server().set("blue", [clusterNamed("b")]);
    const node = { id: "outcast", cluster: "blue" };
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, node });
    await client.next();
    moved.set("outcast", undefined);
    server().regroup();
    expect(await client.failure()).toMatchObject({ code: 7 });
    expect(gone.filter((id) => id === "outcast")).not.toEqual([]);
    moved.delete("outcast");
    const again = connectOver(dialect);
    again.ask({ typeUrl: cluster, node });
    expect((await again.next()).names).toEqual(["b"]);
  });

  test("C14 with a stream for each type, a changed cluster's endpoints follow on the other stream", async () => {
    server().set("blue", [clusterNamed("a"), assignment("a")]);
    const node = { id: "split", cluster: "blue" };
    const method = dialect === "sotw" ? "Stream" : "Delta";
    const cds = connectOver(dialect, `/envoy.service.cluster.v3.ClusterDiscoveryService/${method}Clusters`);
    const eds = connectOver(
      dialect,
      `/envoy.service.endpoint.v3.EndpointDiscoveryService/${method}Endpoints`,
    );
    cds.ask({ node });
    cds.ack(await cds.next());
    eds.ask({ names: ["a"], node });
    eds.ack(await eds.next(), dialect === "sotw" ? ["a"] : []);
    await eds.silence(50);
    server().set("blue", [clusterNamed("a", 2), assignment("a")]);
    expect((await cds.next()).names).toEqual(["a"]);
    expect((await eds.next()).names).toEqual(["a"]);
  });
});

describe("state of the world", () => {
  test("C14 a repeated request for endpoints is answered once when their cluster changed, and else not", async () => {
    server().set("blue", [clusterNamed("a"), assignment("a")]);
    const client = connectOver("sotw");
    client.ask({ typeUrl: cluster, node: { id: "n", cluster: "blue" } });
    client.ack(await client.next());
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const first = await client.next();
    client.ack(first, ["a"]);
    client.ack(first, ["a"]);
    expect(await client.silence()).toEqual([]);
    server().set("blue", [clusterNamed("a", 2), assignment("a")]);
    client.ack(await client.next());
    const pushed = await client.next();
    client.ack(pushed, ["a"]);
    client.ack(pushed, ["a"]);
    const answered = await client.next();
    expect(answered.names).toEqual(["a"]);
    client.ack(answered, ["a"]);
    client.ack(answered, ["a"]);
    expect(await client.silence()).toEqual([]);
  });
});

function groupsByNode(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    server()
      .nodes()
      .map(({ id, group }) => [id, group]),
  );
}
