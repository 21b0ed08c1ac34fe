import { expect, test } from "vitest";
import { err } from "../../../src/base/result.ts";
import { parseConfig } from "../../../src/config/parse-config.ts";
import { attemptLogName, requestLogName, requestMetadata } from "../../../src/gateway/names.ts";
import type { MessageTypes } from "../../../src/proto/envoy-types.ts";
import { struct } from "../../../src/proto/well-known.ts";
import { accessLogFacts } from "../../../src/runtime/access-log-facts.ts";
import { createMetrics } from "../../../src/runtime/metrics.ts";
import { initialState, turn } from "../../../src/runtime/turn.ts";
import { contextOf, nowMs } from "../admin/fixture.ts";

const text = `
pools:
  a: { endpoints: [{ url: "http://10.0.0.1:80/v1" }] }
  b: { endpoints: [{ url: "http://10.0.0.2:80/v1" }] }
models: { gpt: { pool: a }, other: { pool: b } }
groups:
  edge: { nodes: [{ id: "edge-*" }], models: [gpt] }
  all: { nodes: [{ id: "all-*" }] }
`;
const parsed = parseConfig({ file: "f.yaml", text, env: {}, readFile: () => err("does not exist") });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const state = initialState(parsed.value.desired, nowMs, "");

type Common = MessageTypes["envoy.data.accesslog.v3.AccessLogCommon"];

const entry = (tags: Record<string, string>, model = "gpt", more: Common = {}) => ({
  commonProperties: {
    customTags: { status: "200", ...tags },
    metadata: { filterMetadata: { [requestMetadata]: struct({ model }) } },
    ...more,
  },
});
type Entry = ReturnType<typeof entry>;

function factsOf(tcp: readonly Entry[], { log = requestLogName, node = "edge-1" } = {}) {
  return accessLogFacts({ node: { id: node, cluster: "" }, logName: log, tcp, http: [] }, state, nowMs);
}

test("a request at an endpoint, and one for which there was none", () => {
  const { facts, disbelieved } = factsOf([
    entry({ pool: "a", endpoint: "a-1" }),
    entry({ pool: "a", endpoint: "-", status: "503" }),
  ]);
  expect(disbelieved).toEqual([]);
  expect(facts).toMatchObject([
    { kind: "request-finished", pool: "a", endpoint: "a-1", model: "gpt", atMs: nowMs, outcome: "answered" },
    { kind: "request-finished", pool: "a", endpoint: undefined, model: "gpt", outcome: "failed" },
  ]);
});

test("an attempt that failed, with what its backend asked for", () => {
  const { facts } = factsOf([entry({ pool: "a", endpoint: "a-1", status: "429", "retry-after": "7" })], {
    log: attemptLogName,
  });
  expect(facts).toEqual([
    { kind: "attempt-failed", endpoint: "a-1", atMs: nowMs, status: 429, retryAfterMs: 7_000 },
  ]);
});

test("the model of a route that a client's name fits is the route's", () => {
  const { facts } = factsOf([
    entry({ pool: "a", endpoint: "a-1" }, "anything", { routeName: "gpt/stream" }),
    entry({ pool: "a", endpoint: "a-1" }, "anything", { routeName: "gpt" }),
  ]);
  expect(facts).toMatchObject([{ model: "gpt" }, { model: "gpt" }]);
});

test.each([
  { story: "a pool that is not configured", tags: { pool: "x", endpoint: "a-1" }, reason: "unknown_name" },
  { story: "an endpoint that is not", tags: { pool: "a", endpoint: "x" }, reason: "unknown_name" },
  { story: "an endpoint of another pool", tags: { pool: "a", endpoint: "b-1" }, reason: "unknown_name" },
  { story: "a model that is not", tags: { pool: "a", endpoint: "a-1" }, model: "x", reason: "unknown_name" },
  { story: "no pool", tags: {}, reason: "unknown_name" },
  { story: "a pool of another group", tags: { pool: "b", endpoint: "b-1" }, reason: "not_its_pool" },
  { story: "a node of no group", tags: { pool: "a", endpoint: "a-1" }, node: "x", reason: "not_its_pool" },
  { story: "another log", tags: { pool: "a", endpoint: "a-1" }, log: "mine", reason: "not_ours" },
  {
    story: "an attempt that succeeded",
    tags: { pool: "a", endpoint: "a-1" },
    log: attemptLogName,
    reason: "not_ours",
  },
])("$story is $reason", ({ tags, reason, model, ...more }) => {
  const good = entry({ pool: "a", endpoint: "a-1" });
  const { facts, disbelieved } = factsOf([entry(tags as Record<string, string>, model)], more);
  expect(facts).toEqual([]);
  expect(disbelieved).toEqual([reason]);
  expect(factsOf([good]).facts).toHaveLength(1);
});

test("a message of entries that lie changes nothing but a count", () => {
  const lies = Array.from({ length: 2_000 }, (_, index) => entry({ pool: `p${index}`, endpoint: "a-1" }));
  const { facts, disbelieved } = factsOf([...lies, entry({ pool: "a", endpoint: "a-1" })]);
  expect(disbelieved).toHaveLength(2_000);
  expect(facts).toHaveLength(1);
});

test("what requests showed is told as metrics, and leaves with its pool and model", async () => {
  const { facts } = factsOf(
    [
      entry({ pool: "a", endpoint: "a-1" }),
      entry({ pool: "a", endpoint: "-", status: "503" }),
      entry({ pool: "b", endpoint: "b-1" }, "other"),
    ],
    { node: "all-1" },
  );
  const seen = turn(state, { facts, overrides: [], desired: undefined }, nowMs, "").state;
  const context = contextOf(seen);
  const metrics = createMetrics(context);
  metrics.disbelieved(["implausible", "unread"]);
  const lines = async (name: string) =>
    (await metrics.scrape()).text.split("\n").filter((line) => line.startsWith(name));
  expect(await lines("fairlead_requests_total")).toEqual([
    'fairlead_requests_total{pool="a",endpoint="a-1",code="200"} 1',
    'fairlead_requests_total{pool="b",endpoint="b-1",code="200"} 1',
    'fairlead_requests_total{pool="a",endpoint="",code="503"} 1',
  ]);
  expect(await lines('fairlead_tokens_total{model="other"')).toHaveLength(4);
  expect(await lines("fairlead_access_log_disbelieved_total")).toContain(
    'fairlead_access_log_disbelieved_total{reason="implausible"} 1',
  );
  const { pools, models } = parsed.ok ? parsed.value.desired : state.desired;
  const desired = {
    ...state.desired,
    pools: new Map([...pools].slice(0, 1)),
    models: new Map([...models].slice(0, 1)),
  };
  context.see(turn(seen, { facts: [], overrides: [], desired }, nowMs, "").state);
  expect((await lines("fairlead_")).filter((line) => /pool="b"|model="other"/.test(line))).toEqual([]);
});
