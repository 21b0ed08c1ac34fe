import { describe, expect, test } from "vitest";
import { decideEndpoint } from "../../../src/decide/decide.ts";
import type { EndpointDecision, Override } from "../../../src/decide/decision.ts";
import { nothingObserved, observe, recordOf } from "../../../src/facts/observed.ts";
import type { Strategy } from "../../../src/model/pool.ts";
import { endpointA, poolOf } from "./sample.ts";

const unseen = recordOf(nothingObserved, endpointA.id);
const answered = recordOf(
  observe(nothingObserved, [
    { kind: "probe-answered", endpoint: endpointA.id, atMs: 5, status: 200, latencyMs: 1 },
  ]),
  endpointA.id,
);

function decide(given: {
  strategy?: Strategy;
  override?: Override;
  previous?: EndpointDecision;
  record?: typeof unseen;
  nowMs?: number;
}): EndpointDecision {
  return decideEndpoint({
    pool: poolOf({ strategy: given.strategy ?? "weighted" }),
    endpoint: endpointA,
    record: given.record ?? answered,
    override: given.override,
    previous: given.previous,
    nowMs: given.nowMs ?? 1_000,
  });
}

test("an endpoint that was not checked yet is UNKNOWN", () => {
  expect(decide({ record: unseen })).toEqual({
    healthStatus: "UNKNOWN",
    reason: "not checked yet",
    sinceMs: 1_000,
    weight: 10,
    drained: false,
  });
});

test("one whose record was forgotten starts again", () => {
  const before = decide({});
  expect(decide({ record: unseen, previous: before, nowMs: 2_000 })).toMatchObject({
    healthStatus: "UNKNOWN",
    sinceMs: 2_000,
  });
});

describe("weight", () => {
  test.each<{ strategy: Strategy; override?: Override; weight: number }>([
    { strategy: "weighted", weight: 10 },
    { strategy: "leastRequest", weight: 10 },
    { strategy: "roundRobin", weight: 1 },
    { strategy: "weighted", override: { weight: 3 }, weight: 3 },
    { strategy: "roundRobin", override: { weight: 3 }, weight: 3 },
    { strategy: "weighted", override: { drained: true }, weight: 10 },
  ])("$strategy, by hand $override: $weight", ({ strategy, override, weight }) => {
    expect(decide({ strategy, ...(override && { override }) }).weight).toBe(weight);
  });
});

describe("what an operator does by hand", () => {
  const before = decide({});

  test.each<{ story: string; override: Override; changes: Partial<EndpointDecision> }>([
    { story: "drain", override: { drained: true }, changes: { drained: true } },
    { story: "reweigh", override: { weight: 7 }, changes: { weight: 7 } },
  ])("$story keeps health, its reason and its time", ({ override, changes }) => {
    expect(decide({ override, previous: before, nowMs: 9_000 })).toEqual({ ...before, ...changes });
  });

  test("taking it back restores the file's word", () => {
    const drained = decide({ override: { drained: true, weight: 7 }, previous: before });
    expect(decide({ previous: drained })).toEqual(before);
  });
});

test("nothing changed: the very same object", () => {
  const before = decide({ override: { weight: 7, drained: true } });
  expect(decide({ override: { weight: 7, drained: true }, previous: before, nowMs: 9_000 })).toBe(before);
});
