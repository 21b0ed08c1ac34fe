import { describe, expect, test } from "vitest";
import type { AttemptFailed, RequestFinished } from "../../../src/facts/fact.ts";
import { nothingObserved, observe } from "../../../src/facts/observed.ts";
import { noTraffic, observeTraffic } from "../../../src/facts/traffic.ts";
import type { EndpointId } from "../../../src/model/pool.ts";

const a = "a-1" as EndpointId;

const finished = (more: Partial<RequestFinished> = {}): RequestFinished => ({
  kind: "request-finished",
  endpoint: a,
  pool: "a",
  model: "gpt",
  atMs: 1,
  status: 200,
  outcome: "answered",
  attempts: 1,
  streamed: false,
  firstByteMs: 10,
  responseMs: 100,
  durationMs: 100,
  requestBytes: 400,
  responseBytes: 5_000,
  usage: { prompt: 100, completion: 20, cached: 4, reasoning: 3 },
  ...more,
});
const failed = (more: Partial<AttemptFailed> = {}): AttemptFailed => ({
  kind: "attempt-failed",
  endpoint: a,
  atMs: 1,
  status: 503,
  retryAfterMs: undefined,
  ...more,
});

describe("endpoints", () => {
  test("a request is counted where it ended, a failed attempt where it failed", () => {
    const { endpoints } = observeTraffic(noTraffic, [failed(), finished({ attempts: 2 }), finished()]);
    expect(endpoints.get(a)).toMatchObject({
      requests: new Map([["200", 2]]),
      failedAttempts: new Map([["503", 1]]),
      tokens: { prompt: 200, completion: 40, cached: 8, reasoning: 6 },
      successes: { count: 3 },
      responseMs: { mean: 100 },
      firstByteMs: { mean: 10 },
    });
    expect(endpoints.get(a)?.successes.mean).toBeCloseTo(2 / 3);
  });

  test.each([
    { status: 0, label: "none" },
    { status: 200, label: "200" },
    { status: 206, label: "2xx" },
    { status: 418, label: "4xx" },
    { status: 429, label: "429" },
    { status: 599, label: "5xx" },
  ])("status $status is counted as $label", ({ status, label }) => {
    const { endpoints } = observeTraffic(noTraffic, [finished({ status })]);
    expect([...(endpoints.get(a)?.requests.keys() ?? [])]).toEqual([label]);
  });

  test.each(["failed", "left"] as const)("a request that %s says nothing of success or speed", (outcome) => {
    const { endpoints } = observeTraffic(noTraffic, [finished({ outcome })]);
    expect(endpoints.get(a)).toMatchObject({ successes: { count: 0 }, responseMs: { count: 0 } });
  });

  test("the mean forgets: after 300 answers of 50 ms the 100 of 1000 ms hardly count", () => {
    const facts = [
      ...Array(100).fill(finished({ responseMs: 1_000 })),
      ...Array(300).fill(finished({ responseMs: 50 })),
    ];
    const { endpoints } = observeTraffic(noTraffic, facts);
    expect(endpoints.get(a)?.responseMs.mean).toBeGreaterThan(50);
    expect(endpoints.get(a)?.responseMs.mean).toBeLessThan(100);
  });

  test("a request for which there was no endpoint is the pool's", () => {
    const traffic = observeTraffic(noTraffic, [
      finished({ endpoint: undefined, status: 503, outcome: "failed", usage: undefined }),
    ]);
    expect(traffic.endpoints.size).toBe(0);
    expect(traffic.unreached).toEqual(new Map([["a", new Map([["503", 1]])]]));
    expect(traffic.models.get("gpt")).toMatchObject({ requests: 1, estimates: 0 });
  });
});

describe("a stream without a usage is estimated", () => {
  const cut = finished({ streamed: true, outcome: "failed", usage: undefined, responseBytes: 2_500 });

  test("by what tokens usually take, before anything was learnt", () => {
    expect(observeTraffic(noTraffic, [cut]).models.get("gpt")).toMatchObject({
      estimates: 1,
      tokens: { prompt: 0, completion: 0 },
      estimated: { prompt: 100, completion: 10 },
    });
  });

  test("by what tokens of this model took where the backend told", () => {
    const whole = finished({
      streamed: true,
      requestBytes: 800,
      responseBytes: 10_000,
      usage: { prompt: 100, completion: 100, cached: 0, reasoning: 0 },
    });
    expect(observeTraffic(noTraffic, [whole, cut]).models.get("gpt")).toMatchObject({
      estimates: 1,
      tokens: { prompt: 100, completion: 100 },
      estimated: { prompt: 50, completion: 25 },
    });
  });

  test.each([
    { story: "an error", more: { status: 500 } },
    { story: "an answer that was never begun", more: { status: 0 } },
    { story: "an answer that is not a stream", more: { streamed: false } },
  ])("but not $story", ({ more }) => {
    expect(observeTraffic(noTraffic, [{ ...cut, ...more }]).models.get("gpt")?.estimates).toBe(0);
  });
});

test("other facts leave the traffic as it is", () => {
  const before = observe(nothingObserved, [finished()]);
  const after = observe(before, [{ kind: "host-not-resolved", host: "h", atMs: 1, reason: "no" }]);
  expect(after.traffic).toBe(before.traffic);
});
