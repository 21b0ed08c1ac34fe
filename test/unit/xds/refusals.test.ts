import { expect, test } from "vitest";
import { resource } from "../../../src/proto/resource.ts";
import { Refusals } from "../../../src/xds/refusals.ts";

const made = (name: string) => resource("envoy.config.cluster.v3.Cluster", name, { name });
const sent = (...names: readonly string[]) =>
  new Map(names.map((name) => [name, { resource: made(name), held: undefined }] as const));

test.each([
  { story: "a word of its own", words: "Error adding/updating cluster(s) gpt: no", cleared: ["gpt-4"] },
  { story: "in quotes", words: 'name: "gpt-4" is bad', cleared: ["gpt"] },
  { story: "only as a part of another word", words: "gpt-5 and xgpt", cleared: [] },
  { story: "both", words: "gpt, gpt-4", cleared: [] },
  { story: "none", words: "no", cleared: [] },
])("the client's words name it: $story", ({ words, cleared }) => {
  const refusals = new Refusals();
  expect(refusals.refuse(sent("gpt", "gpt-4"), ["gpt", "gpt-4"], words, false, 0)).toEqual(cleared);
});

test("the search halves, and ends after so many responses", () => {
  const names = Array.from({ length: 200 }, (_, index) => `pool-${index}`);
  const refusals = new Refusals();
  refusals.refuse(sent(...names), names, "no", false, 0);
  expect(refusals.nextTrial(0)).toBeUndefined();
  expect(refusals.trialAtMs).toBeGreaterThan(0);
  let trials = 0;
  for (let group = refusals.nextTrial(10_000); group !== undefined; group = refusals.nextTrial(10_000)) {
    trials += 1;
    refusals.refuse(group, [...group.keys()], "no", true, 10_000);
  }
  expect(trials).toBe(64);
  expect(refusals.size).toBe(200);
});
