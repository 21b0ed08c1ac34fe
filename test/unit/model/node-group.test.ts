import { expect, test } from "vitest";
import { everyone, groupOf, type NodeGroup } from "../../../src/model/node-group.ts";

const group = (name: string, ...nodes: readonly { readonly id?: string; readonly cluster?: string }[]) =>
  [
    name,
    { name, nodes: nodes.map(({ id, cluster }) => ({ id, cluster })), models: undefined },
  ] satisfies readonly [string, NodeGroup];

const groups = new Map([
  group("both", { id: "eu-*", cluster: "edge" }),
  group("either", { id: "eu-*" }, { cluster: "europe" }),
  group("late", { id: "eu-1" }, { id: "us-1" }),
]);

test.each([
  { story: "all that an entry says", id: "eu-1", cluster: "edge", is: "both" },
  { story: "one entry of two", id: "x", cluster: "europe", is: "either" },
  { story: "the first group in order", id: "eu-1", cluster: "other", is: "either" },
  { story: "a later group", id: "us-1", cluster: "edge", is: "late" },
  { story: "none", id: "us-2", cluster: "edge", is: undefined },
])("$story: node $id of $cluster is of $is", ({ id, cluster, is }) => {
  expect(groupOf(groups, { id, cluster })).toBe(is);
});

test("without groups everyone is of one", () => {
  expect(groupOf(new Map(), { id: "x", cluster: "" })).toBe(everyone);
});
