import { expect, test } from "vitest";
import { type Resource, resource } from "../../../src/proto/resource.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { nextSnapshot } from "../../../src/snapshot/next-snapshot.ts";
import { emptySnapshot, emptyTypeSnapshot } from "../../../src/snapshot/snapshot.ts";

const cluster = (name: string, seconds = 1): Resource =>
  resource("envoy.config.cluster.v3.Cluster", name, { name, connectTimeout: { seconds } });
const clustersOf = (resources: readonly Resource[], before = emptySnapshot) =>
  nextSnapshot(before, resources).types.get(typeUrl.cluster);

test("the same content again is the same object", () => {
  const before = nextSnapshot(emptySnapshot, [cluster("a"), cluster("b")]);
  expect(nextSnapshot(before, [cluster("a"), cluster("b")])).toBe(before);
});

test("what did not change is the same object, what changed is not", () => {
  const before = nextSnapshot(emptySnapshot, [cluster("a"), cluster("b")]);
  const after = clustersOf([cluster("a"), cluster("b", 2)], before);
  expect(after?.resources.get("a")).toBe(before.types.get(typeUrl.cluster)?.resources.get("a"));
  expect(after?.resources.get("b")).not.toBe(before.types.get(typeUrl.cluster)?.resources.get("b"));
  expect(after?.version).not.toBe(before.types.get(typeUrl.cluster)?.version);
});

test("a type's version is of its content, whatever the order, and comes back with it", () => {
  const version = clustersOf([cluster("a"), cluster("b")])?.version;
  expect(clustersOf([cluster("b"), cluster("a")])?.version).toBe(version);
  const between = nextSnapshot(emptySnapshot, [cluster("a", 2)]);
  expect(clustersOf([cluster("a"), cluster("b")], between)?.version).toBe(version);
});

test("a type whose last resource left is empty, and still there", () => {
  const before = nextSnapshot(emptySnapshot, [cluster("a")]);
  expect(clustersOf([], before)).toEqual(emptyTypeSnapshot);
});
