import { describe, expect, test } from "vitest";
import { decideEndpoint } from "../../../src/decide/decide.ts";
import type { EndpointDecision, HealthStatus } from "../../../src/decide/decision.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import { nothingObserved, observe, recordOf } from "../../../src/facts/observed.ts";
import type { HealthCheck } from "../../../src/model/health-check.ts";
import { endpointA, poolOf } from "./sample.ts";

/** `x` failed, `.` answered, `s` answered slowly, `t` throttled (429), `X` answered with 503; one turn each. */
function factOf(mark: string, atMs: number): Fact {
  const endpoint = endpointA.id;
  switch (mark) {
    case "x":
      return { kind: "probe-failed", endpoint, atMs, reason: "connection refused" };
    case "X":
      return { kind: "probe-answered", endpoint, atMs, status: 503, latencyMs: 20 };
    case ".":
      return { kind: "probe-answered", endpoint, atMs, status: 200, latencyMs: 20 };
    case "s":
      return { kind: "probe-answered", endpoint, atMs, status: 200, latencyMs: 2001 };
    case "t":
      return { kind: "probe-answered", endpoint, atMs, status: 429, latencyMs: 20 };
    default:
      throw new Error(`no such mark: ${mark}`);
  }
}

/** One turn for each mark; `batch` puts all of them into one turn. */
function history(seen: string, check: Partial<HealthCheck> = {}, batch = false): EndpointDecision[] {
  const pool = poolOf({ healthCheck: check });
  const facts = [...seen].map((mark, turn) => factOf(mark, (turn + 1) * 10_000));
  const decisions: EndpointDecision[] = [];
  let observed = nothingObserved;
  for (const turn of batch ? [facts] : facts.map((fact) => [fact])) {
    observed = observe(observed, turn);
    const record = recordOf(observed, endpointA.id);
    decisions.push(
      decideEndpoint({
        pool,
        endpoint: endpointA,
        record,
        override: undefined,
        previous: decisions.at(-1),
        nowMs: record.lastAtMs,
      }),
    );
  }
  return decisions;
}

const letter: Record<HealthStatus, string> = { UNKNOWN: "?", HEALTHY: "H", UNHEALTHY: "U", DEGRADED: "D" };
const pathOf = (decisions: readonly EndpointDecision[]) =>
  decisions.map(({ healthStatus }) => letter[healthStatus]).join("");

/** Thresholds of the seed scenario: 3 to fail, 2 to come back; slow is over 2 s. */
describe("health of one endpoint", () => {
  test.each([
    { story: "the first answer is enough", seen: ".", path: "H" },
    { story: "the first failure is enough", seen: "x", path: "U" },
    { story: "as long as it never answered, one answer is enough", seen: "xxxxx.", path: "UUUUUH" },
    { story: "the third failure in a row counts", seen: ".xxx", path: "HHHU" },
    { story: "an answer with a status of failure is a failure", seen: ".XxX", path: "HHHU" },
    { story: "one answer starts the count again", seen: ".xx.xx", path: "HHHHHH" },
    { story: "it comes back after two answers in a row", seen: ".xxx..", path: "HHHUUH" },
    { story: "a failure in between starts the way back again", seen: ".xxx.x..", path: "HHHUUUUH" },
    { story: "flapping neither loses nor wins", seen: ".x.x.x.x", path: "HHHHHHHH" },
    { story: "a flapping excluded one stays out", seen: ".xxx.x.x.x", path: "HHHUUUUUUU" },
    { story: "an early start counts as first answer only once", seen: "x.xxx.", path: "UHHHUU" },
    { story: "the third slow answer in a row degrades", seen: ".sss", path: "HHHD" },
    { story: "a new one may be slow at first", seen: "ss.", path: "HHH" },
    { story: "a fast answer starts the slow count again", seen: ".ss.ss", path: "HHHHHH" },
    { story: "a failure starts the slow count again", seen: ".ssxss", path: "HHHHHH" },
    { story: "two fast answers in a row relieve", seen: ".sss..", path: "HHHDDH" },
    { story: "one fast answer among slow ones does not", seen: ".sss.s.s.", path: "HHHDDDDDD" },
    { story: "a single 429 changes nothing", seen: ".t.t.", path: "HHHHH" },
    { story: "the third 429 in a row degrades", seen: ".ttt", path: "HHHD" },
    { story: "a backend that throttles is alive", seen: "tttttt", path: "HHDDDD" },
    { story: "429 now and then keeps a degraded one degraded", seen: ".ttt.t.t.", path: "HHHDDDDDD" },
    { story: "two answers without 429 relieve", seen: ".ttt..", path: "HHHDDH" },
    { story: "a degraded one that fails is lost like any other", seen: ".sssxxx", path: "HHHDDDU" },
    { story: "a degraded one stays so over single failures", seen: ".sssxsx", path: "HHHDDDD" },
    { story: "it comes back slow: degraded at once", seen: ".xxxss", path: "HHHUUD" },
    { story: "it comes back throttled: degraded at once", seen: ".xxxtt", path: "HHHUUD" },
    { story: "it comes back half slow: healthy", seen: ".xxxs.", path: "HHHUUH" },
  ])("$story: $seen", ({ seen, path }) => {
    expect(pathOf(history(seen))).toBe(path);
  });

  test.each([
    { story: "failures that came together count the same", seen: ".xxx", now: "U" },
    { story: "an answer that came with later failures is not forgotten", seen: ".x", now: "H" },
    { story: "slow answers that came together count the same", seen: ".sss", now: "D" },
    { story: "the end of a burst counts", seen: "xxx..", now: "H" },
  ])("in one turn, $story: $seen", ({ seen, now }) => {
    expect(pathOf(history(seen, {}, true))).toBe(now);
  });

  test.each([
    { check: { unhealthyThreshold: 1, healthyThreshold: 1 }, seen: ".x.s.t.", path: "HUHDHDH" },
    { check: { unhealthyThreshold: 2, healthyThreshold: 3 }, seen: ".xx...ss...", path: "HHUUUHHDDDH" },
    {
      check: { unhealthyThreshold: 20, healthyThreshold: 1 },
      seen: `.${"x".repeat(20)}.`,
      path: `${"H".repeat(20)}UH`,
    },
    { check: { unhealthyThreshold: 20 }, seen: `.${"s".repeat(20)}`, path: `${"H".repeat(20)}D` },
  ])("other thresholds: $check $seen", ({ check, seen, path }) => {
    expect(pathOf(history(seen, check))).toBe(path);
  });

  test("a latency of exactly the limit is not slow", () => {
    expect(pathOf(history(".sss", { degradedLatencyMs: 2001 }))).toBe("HHHH");
  });
});

describe("what a person is told", () => {
  test.each([
    { seen: ".", reason: "answered its first check", sinceMs: 10_000 },
    { seen: "x", reason: "the first check failed: connection refused", sinceMs: 10_000 },
    { seen: ".xxX", reason: "3 checks in a row failed: status 503", sinceMs: 40_000 },
    { seen: ".xxx..", reason: "2 checks in a row answered", sinceMs: 60_000 },
    { seen: ".sss", reason: "3 checks in a row took over 2000 ms", sinceMs: 40_000 },
    { seen: ".ttt", reason: "3 checks in a row got status 429", sinceMs: 40_000 },
    { seen: ".sss..", reason: "2 checks in a row answered fast, without 429", sinceMs: 60_000 },
  ])("$seen: $reason", ({ seen, reason, sinceMs }) => {
    expect(history(seen).at(-1)).toMatchObject({ reason, sinceMs });
  });

  test.each([
    { seen: ".....", changes: 1 },
    { seen: ".xxxxXxX", changes: 2 },
    { seen: ".sss.s.sttt", changes: 2 },
  ])("the decision is the same object until the status changes: $seen", ({ seen, changes }) => {
    expect(new Set(history(seen)).size).toBe(changes);
  });
});
