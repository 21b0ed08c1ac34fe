import { describe, expect, test } from "vitest";
import type { Fact } from "../../../src/facts/fact.ts";
import type { EndpointId } from "../../../src/model/pool.ts";
import { decode } from "../../../src/proto/codec.ts";
import type { Resource } from "../../../src/proto/resource.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { resourcesOf } from "../../../src/runtime/grouping.ts";
import { type Batch, type EngineState, initialState, turn } from "../../../src/runtime/turn.ts";
import { desired } from "../config/parse.ts";

const file = (groups: string) =>
  desired(`
providers:
  acme: { credential: { env: KEY } }
  other: { credential: { file: key.txt } }
  unused: { credential: { env: KEY } }
  open: {}
pools:
  gpt: { endpoints: [{ url: "http://10.0.0.1/v1", provider: acme }] }
  gemini: { endpoints: [{ url: "http://10.0.0.2/v1", provider: other }] }
  local: { endpoints: [{ url: "http://10.0.0.3/v1", provider: open }, { url: "http://10.0.0.4/v1" }] }
  idle: { endpoints: [{ url: "http://10.0.0.5/v1", provider: unused }] }
models:
  smart: { pool: gpt }
  smarter: { pool: gpt }
  cheap: { pool: gemini }
  own: { pool: local }
${groups}`);

const names = (state: EngineState, group: string) =>
  resourcesOf(state, group)
    .map(({ typeUrl: type, name }) => `${type.slice(type.lastIndexOf(".") + 1)} ${name}`)
    .sort();

const both = (...pools: readonly string[]) =>
  pools.flatMap((pool) => [`Cluster ${pool}`, `ClusterLoadAssignment ${pool}`]);
const always = ["Listener gateway", "RouteConfiguration gateway", "Secret trusted_ca"];

describe("what a group is given", () => {
  test.each([
    {
      story: "one model",
      models: "models: [cheap]",
      given: [...both("gemini"), "Secret credential/other"],
      served: ["cheap"],
    },
    {
      story: "two models of one pool",
      models: "models: [smarter, smart]",
      given: [...both("gpt"), "Secret credential/acme"],
      served: ["smart", "smarter"],
    },
    {
      story: "one of two models of a pool",
      models: "models: [smart]",
      given: [...both("gpt"), "Secret credential/acme"],
      served: ["smart"],
    },
    {
      story: "a pool without credentials",
      models: "models: [own, own]",
      given: both("local"),
      served: ["own"],
    },
    {
      story: "every model: not the pool that none uses",
      models: "",
      given: [...both("gpt", "gemini", "local"), "Secret credential/acme", "Secret credential/other"],
      served: ["smart", "smarter", "cheap", "own"],
    },
  ])("$story", ({ models, given, served }) => {
    const state = start(`groups: { one: { nodes: [{ id: "*" }], ${models} } }`);
    expect(names(state, "one")).toEqual([...given, ...always].sort());
    expect(modelsOf(resourcesOf(state, "one"))).toEqual(served);
  });

  test("without groups everyone is given everything, and nobody else anything", () => {
    const state = start("");
    const all = [...state.snapshot.types.values()].flatMap(({ resources }) => [...resources.keys()]);
    expect(resourcesOf(state, "")).toHaveLength(all.length);
    expect(names(state, "")).toContain("Cluster idle");
    expect(names(state, "one")).toEqual([]);
    expect([...start(twoGroups).grouping.byName.keys()]).toEqual(["a", "b"]);
  });

  test("what is the same for two groups is the same object, their routes are their own", () => {
    const state = start(
      "groups: { a: { nodes: [{ id: a }], models: [smart, cheap] }, b: { nodes: [{ id: b }], models: [cheap] } }",
    );
    const inA = new Set(resourcesOf(state, "a"));
    const notShared = resourcesOf(state, "b").filter((resource) => !inA.has(resource));
    expect(notShared.map(({ typeUrl: type }) => type)).toEqual([typeUrl.routeConfiguration]);
  });

  test("groups with the same models are given the same, in whatever order they name them", () => {
    const state = start(
      "groups: { a: { nodes: [{ id: a }], models: [smart, cheap] }, b: { nodes: [{ id: b }], models: [cheap, smart] } }",
    );
    expect(state.grouping.byName.get("b")).toBe(state.grouping.byName.get("a"));
  });
});

const twoGroups =
  "groups: { a: { nodes: [{ id: a }], models: [smart, own] }, b: { nodes: [{ id: b }], models: [cheap, own] } }";

describe("what a group is told", () => {
  test.each([
    { story: "a pool of one group", endpoint: "gpt-1", told: ["a gpt"] },
    { story: "a pool of both", endpoint: "local-1", told: ["a local", "b local"] },
    { story: "a pool of none", endpoint: "idle-1", told: [] },
  ])("of a verdict about $story: $told", ({ endpoint, told }) => {
    const { changes } = next(start(twoGroups), { facts: [failed(endpoint)] });
    expect(
      [...changes].flatMap(([group, { upsert }]) => upsert.map(({ name }) => `${group} ${name}`)),
    ).toEqual(told);
    expect([...changes.values()].flatMap(({ upsert }) => upsert.map(({ typeUrl: type }) => type))).toEqual(
      told.map(() => typeUrl.clusterLoadAssignment),
    );
  });

  test("of a model that moves: the one loses all of it, the other is given it", () => {
    const before = start(twoGroups);
    const moved = twoGroups.replace("[smart, own]", "[own]").replace("[cheap, own]", "[cheap, own, smart]");
    const { state, changes } = next(before, { desired: file(moved) });
    expect(changes.get("a")?.remove.map(({ name }) => name)).toEqual(["gpt", "credential/acme", "gpt"]);
    expect(changes.get("b")?.remove).toEqual([]);
    expect(changes.get("b")?.upsert).toEqual(resourcesOf(state, "b"));
    expect(names(state, "b")).toContain("Secret credential/acme");
    expect(modelsOf(resourcesOf(state, "a"))).toEqual(["own"]);
  });

  test("of the file's first groups, and of its last: each what it is to have", () => {
    const first = next(start(""), { desired: file(twoGroups) });
    expect([...first.changes.keys()]).toEqual(["a", "b"]);
    const last = next(first.state, { desired: file("") });
    expect([...last.changes.keys()]).toEqual([""]);
    expect(last.changes.get("")?.upsert).toEqual(resourcesOf(last.state, ""));
  });

  test("without groups of an edit only what differs", () => {
    const whole = file("");
    const models = new Map([...whole.models].filter(([name]) => name !== "own"));
    const { changes } = next(start(""), { desired: { ...whole, models } });
    expect([...changes].map(([group, { upsert, remove }]) => [group, upsert.length, remove.length])).toEqual([
      ["", 1, 0],
    ]);
  });
});

describe("client keys", () => {
  const keys = (...revoked: readonly string[]) => ({ verification: [], revoked });
  const groups = `clientKeys: {}
groups:
  small: { nodes: [{ id: s }], models: [cheap] }
  rest: { nodes: [{ id: "*" }] }`;
  const told = ({ changes }: ReturnType<typeof next>) =>
    [...changes].map(([group, { upsert, remove }]) => [group, upsert.map(({ name }) => name), remove.length]);

  test("every group is told of a revoked key, and of nothing else", () => {
    const state = next(start(groups), { keys: keys() }).state;
    for (const group of ["small", "rest"])
      expect(names(state, group)).toEqual(expect.arrayContaining(extensions));
    const done = next(state, { keys: keys("key_1") });
    expect(told(done)).toEqual([
      ["small", ["fairlead.revoked_keys"], 0],
      ["rest", ["fairlead.revoked_keys"], 0],
    ]);
    const version = ({ snapshot }: EngineState, type: string) => snapshot.types.get(type)?.version;
    for (const type of Object.values(typeUrl)) {
      const same = version(done.state, type) === version(state, type);
      expect(same, type).toBe(type !== typeUrl.extensionConfig);
    }
  });

  test("a verdict about health tells nobody of keys", () => {
    const state = next(start(groups), { keys: keys("key_1") }).state;
    expect(told(next(state, { facts: [failed("gemini-1")] }))).toEqual([
      ["small", ["gemini"], 0],
      ["rest", ["gemini"], 0],
    ]);
  });

  test("where no keys are asked for, nobody is told of any; an edit that asks brings them", () => {
    const open = next(start(""), { keys: keys("key_1") }).state;
    expect(names(open, "").filter((name) => extensions.includes(name))).toEqual([]);
    const asking = next(open, { desired: file("clientKeys: {}") }).state;
    expect(names(asking, "")).toEqual(expect.arrayContaining(extensions));
    const again = next(asking, { desired: file("") });
    expect(told(again).map(([group, , removed]) => [group, removed])).toEqual([["", 2]]);
  });
});

const extensions = [
  "TypedExtensionConfig fairlead.client_keys",
  "TypedExtensionConfig fairlead.revoked_keys",
];

const start = (groups: string): EngineState => initialState(file(groups), 0, "");

const next = (state: EngineState, batch: Partial<Batch>) =>
  turn(state, { facts: [], overrides: [], desired: undefined, ...batch }, 1, "");

const failed = (endpoint: string): Fact => ({
  kind: "probe-failed",
  endpoint: endpoint as EndpointId,
  atMs: 1,
  reason: "refused",
});

/** What `/v1/models` lists. */
function modelsOf(resources: readonly Resource[]): readonly string[] {
  const routes = resources.find(({ typeUrl: type }) => type === typeUrl.routeConfiguration);
  const any = decode("google.protobuf.Any", routes?.any ?? new Uint8Array());
  const { virtualHosts = [] } = decode("envoy.config.route.v3.RouteConfiguration", any.value);
  const list = (virtualHosts[0]?.routes ?? []).flatMap(
    ({ match, directResponse }) => (match?.path === "/v1/models" && directResponse?.body?.inlineString) || [],
  );
  return (JSON.parse(list[0] ?? "{}") as { data: { id: string }[] }).data.map(({ id }) => id);
}
