import { expect, test } from "vitest";
import { type Resource, resource } from "../../../src/proto/resource.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { changeBy, changeTo, nextSnapshot } from "../../../src/snapshot/next-snapshot.ts";
import { emptySnapshot, emptyTypeSnapshot, type Snapshot } from "../../../src/snapshot/snapshot.ts";

const cluster = (name: string, seconds = 1): Resource =>
  resource("envoy.config.cluster.v3.Cluster", name, { name, connectTimeout: { seconds } });
const of = (before: Snapshot, ...resources: readonly Resource[]) =>
  nextSnapshot(before, changeTo(before, resources));
const clustersOf = (resources: readonly Resource[], before = emptySnapshot) =>
  of(before, ...resources).types.get(typeUrl.cluster);

test("the same content again is the same object", () => {
  const before = of(emptySnapshot, cluster("a"), cluster("b"));
  expect(of(before, cluster("a"), cluster("b"))).toBe(before);
});

test("what did not change is the same object, what changed is not", () => {
  const before = of(emptySnapshot, cluster("a"), cluster("b"));
  const after = clustersOf([cluster("a"), cluster("b", 2)], before);
  expect(after?.resources.get("a")).toBe(before.types.get(typeUrl.cluster)?.resources.get("a"));
  expect(after?.resources.get("b")).not.toBe(before.types.get(typeUrl.cluster)?.resources.get("b"));
  expect(after?.version).not.toBe(before.types.get(typeUrl.cluster)?.version);
});

test("a type's version is of its content, whatever the order, and comes back with it", () => {
  const version = clustersOf([cluster("a"), cluster("b")])?.version;
  expect(clustersOf([cluster("b"), cluster("a")])?.version).toBe(version);
  const between = of(emptySnapshot, cluster("a", 2));
  expect(clustersOf([cluster("a"), cluster("b")], between)?.version).toBe(version);
});

test("a type whose last resource left is empty, and still there", () => {
  const before = of(emptySnapshot, cluster("a"));
  expect(clustersOf([], before)).toEqual(emptyTypeSnapshot);
});

test("a change by some resources leaves the others, and names only what is another one", () => {
  const before = of(emptySnapshot, cluster("a"), cluster("b"));
  const change = changeBy(before, [cluster("a"), cluster("b", 2), cluster("c")]);
  expect(change.upsert.map(({ name }) => name)).toEqual(["b", "c"]);
  const after = nextSnapshot(before, change);
  expect(after.types.get(typeUrl.cluster)).toEqual(clustersOf([cluster("a"), cluster("b", 2), cluster("c")]));
});
