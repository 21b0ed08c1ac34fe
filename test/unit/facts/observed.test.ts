import { describe, expect, test } from "vitest";
import type { Fact } from "../../../src/facts/fact.ts";
import {
  latenciesKept,
  nothingObserved,
  type Observed,
  observe,
  recordOf,
} from "../../../src/facts/observed.ts";
import type { EndpointId } from "../../../src/model/pool.ts";

const a = "a-1" as EndpointId;
const b = "b-1" as EndpointId;

const answered = (endpoint: EndpointId, status = 200, latencyMs = 20, atMs = 1): Fact => ({
  kind: "probe-answered",
  endpoint,
  atMs,
  status,
  latencyMs,
});
const failed = (endpoint: EndpointId, atMs = 1): Fact => ({
  kind: "probe-failed",
  endpoint,
  atMs,
  reason: "connection refused",
});
const resolved = (host: string, ...addresses: string[]): Fact => ({
  kind: "host-resolved",
  host,
  atMs: 1,
  addresses,
});
const unresolved = (host: string): Fact => ({
  kind: "host-not-resolved",
  host,
  atMs: 1,
  reason: "no such name",
});

describe("runs of checks", () => {
  test.each([
    { status: 200, lives: true },
    { status: 204, lives: true },
    { status: 299, lives: true },
    { status: 429, lives: true },
    { status: 199, lives: false },
    { status: 300, lives: false },
    { status: 401, lives: false },
    { status: 404, lives: false },
    { status: 500, lives: false },
    { status: 503, lives: false },
  ])("status $status: the backend lives: $lives", ({ status, lives }) => {
    const record = recordOf(observe(nothingObserved, [answered(a, status)]), a);
    expect(record).toMatchObject({
      consecutiveSuccesses: lives ? 1 : 0,
      consecutiveFailures: lives ? 0 : 1,
      successes: lives ? 1 : 0,
      lastFailure: lives ? undefined : `status ${status}`,
      lastStatus: status,
    });
  });

  test("a failure ends every run of answers, and keeps what is known beside", () => {
    const record = recordOf(
      observe(nothingObserved, [answered(a, 200, 11), answered(a, 429, 12), failed(a, 7)]),
      a,
    );
    expect(record).toEqual({
      consecutiveSuccesses: 0,
      consecutiveFailures: 1,
      consecutiveThrottled: 0,
      consecutiveUnthrottled: 0,
      successes: 2,
      latenciesMs: [11, 12],
      lastAtMs: 7,
      lastFailure: "connection refused",
      lastStatus: undefined,
    });
  });

  test.each([
    { statuses: [200, 200], throttled: 0, unthrottled: 2 },
    { statuses: [200, 429, 429], throttled: 2, unthrottled: 0 },
    { statuses: [429, 200], throttled: 0, unthrottled: 1 },
    { statuses: [429, 503, 429], throttled: 1, unthrottled: 0 },
  ])("$statuses: $throttled throttled, $unthrottled not", ({ statuses, throttled, unthrottled }) => {
    const observed = observe(
      nothingObserved,
      statuses.map((status) => answered(a, status)),
    );
    expect(recordOf(observed, a)).toMatchObject({
      consecutiveThrottled: throttled,
      consecutiveUnthrottled: unthrottled,
    });
  });

  test("only the newest latencies are kept", () => {
    const facts = Array.from({ length: latenciesKept + 5 }, (_, at) => answered(a, 200, at));
    const { latenciesMs } = recordOf(observe(nothingObserved, facts), a);
    expect(latenciesMs).toHaveLength(latenciesKept);
    expect(latenciesMs[0]).toBe(5);
    expect(latenciesMs.at(-1)).toBe(latenciesKept + 4);
  });
});

describe("names", () => {
  test.each<{ story: string; facts: Fact[]; addresses: string[]; lastFailure?: string }>([
    { story: "an answer is known", facts: [resolved("h", "10.0.0.1")], addresses: ["10.0.0.1"] },
    {
      story: "the last good answer survives a failure",
      facts: [resolved("h", "10.0.0.1"), unresolved("h")],
      addresses: ["10.0.0.1"],
      lastFailure: "no such name",
    },
    {
      story: "a name that never resolved has no address",
      facts: [unresolved("h")],
      addresses: [],
      lastFailure: "no such name",
    },
    {
      story: "a good answer ends the failure",
      facts: [unresolved("h"), resolved("h", "10.0.0.2")],
      addresses: ["10.0.0.2"],
    },
  ])("$story", ({ facts, addresses, lastFailure }) => {
    expect(observe(nothingObserved, facts).hosts.get("h")).toEqual({ addresses, lastFailure });
  });
});

describe("what did not change is the same object", () => {
  const before: Observed = observe(nothingObserved, [answered(a), answered(b), resolved("h", "10.0.0.1")]);

  test("no facts: all of it", () => expect(observe(before, [])).toBe(before));

  test("a fact about an endpoint: the hosts and the other endpoints", () => {
    const after = observe(before, [failed(a)]);
    expect(after.hosts).toBe(before.hosts);
    expect(after.endpoints.get(b)).toBe(before.endpoints.get(b));
    expect(after.endpoints.get(a)).not.toBe(before.endpoints.get(a));
  });

  test("a fact about a host: the endpoints", () => {
    expect(observe(before, [unresolved("h")]).endpoints).toBe(before.endpoints);
  });

  test("the past is not rewritten", () => {
    const remembered = structuredClone(before);
    observe(before, [failed(a), unresolved("h")]);
    expect(before).toEqual(remembered);
  });
});
