import { describe, expect, test } from "vitest";
import type { Fact } from "../../../src/facts/fact.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { createMetrics, type Metrics } from "../../../src/runtime/metrics.ts";
import type { NodeStatus } from "../../../src/snapshot/node-status.ts";
import { contextOf, decided, endpoint, id, nowMs, pool, viewOf } from "../admin/fixture.ts";

const two = viewOf(
  [
    pool("a", [endpoint("a-1", { weight: 10 }), endpoint("a-2")]),
    pool("b", [endpoint("b-1", { weight: 4 })]),
  ],
  {
    "a-1": decided({ weight: 10 }),
    "a-2": decided({ weight: 3, healthStatus: "UNHEALTHY", drained: true }),
  },
);

const answered = (endpointId: string, status: number, latencyMs = 20): Fact => ({
  kind: "probe-answered",
  endpoint: id(endpointId),
  atMs: nowMs,
  status,
  latencyMs,
});

/** The lines of one metric, without those of histogram buckets. */
async function linesOf(metrics: Metrics, name: string): Promise<readonly string[]> {
  const { text } = await metrics.scrape();
  return text.split("\n").filter((line) => line.startsWith(name) && !line.includes("_bucket"));
}

describe("what is", () => {
  test.each([
    {
      metric: "fairlead_endpoint_weight",
      lines: [
        'fairlead_endpoint_weight{pool="a",endpoint="a-1"} 10',
        'fairlead_endpoint_weight{pool="a",endpoint="a-2"} 0',
        'fairlead_endpoint_weight{pool="b",endpoint="b-1"} 4',
      ],
    },
    {
      metric: 'fairlead_endpoint_health_status{pool="a",endpoint="a-2"',
      lines: [
        'fairlead_endpoint_health_status{pool="a",endpoint="a-2",status="UNKNOWN"} 0',
        'fairlead_endpoint_health_status{pool="a",endpoint="a-2",status="HEALTHY"} 0',
        'fairlead_endpoint_health_status{pool="a",endpoint="a-2",status="UNHEALTHY"} 1',
        'fairlead_endpoint_health_status{pool="a",endpoint="a-2",status="DEGRADED"} 0',
      ],
    },
    {
      metric: 'fairlead_pool_endpoints{pool="a"',
      lines: [
        'fairlead_pool_endpoints{pool="a",health="UNKNOWN"} 0',
        'fairlead_pool_endpoints{pool="a",health="HEALTHY"} 1',
        'fairlead_pool_endpoints{pool="a",health="UNHEALTHY"} 0',
        'fairlead_pool_endpoints{pool="a",health="DEGRADED"} 0',
        'fairlead_pool_endpoints{pool="a",health="DRAINED"} 1',
      ],
    },
    {
      metric: 'fairlead_pool_endpoints{pool="b",health="UNKNOWN"',
      lines: ['fairlead_pool_endpoints{pool="b",health="UNKNOWN"} 1'],
    },
    { metric: "fairlead_xds_connected_nodes", lines: ["fairlead_xds_connected_nodes 0"] },
    { metric: "fairlead_config_last_reload_success", lines: ["fairlead_config_last_reload_success 1"] },
    {
      metric: "fairlead_config_loaded_timestamp_seconds",
      lines: [`fairlead_config_loaded_timestamp_seconds ${(nowMs - 5_000) / 1000}`],
    },
  ])("$metric", async ({ metric, lines }) => {
    expect(await linesOf(createMetrics(contextOf(two)), metric)).toEqual(lines);
  });

  test("a refused edit shows", async () => {
    const context = contextOf(two);
    const metrics = createMetrics({
      ...context,
      configStatus: () => ({
        ...context.configStatus(),
        rejected: { revision: "f", atMs: nowMs, problems: [] },
      }),
    });
    expect(await linesOf(metrics, "fairlead_config_last_reload_success")).toEqual([
      "fairlead_config_last_reload_success 0",
    ]);
  });
});

describe("refusals that stand", () => {
  const nodeOf = (nodeId: string, refuses: boolean): NodeStatus => ({
    id: nodeId,
    cluster: "edge",
    group: "",
    userAgentVersion: "1.40.0",
    dialect: "delta",
    peer: "127.0.0.1:50123",
    connectedAtMs: nowMs,
    types: [
      {
        typeUrl: typeUrl.cluster,
        sentVersion: "b",
        ackedVersion: "a",
        sentAtMs: nowMs,
        ackedAtMs: nowMs,
        subscribed: { wildcard: true, names: 0 },
        nack: refuses ? { version: "b", atMs: nowMs, message: "no" } : undefined,
      },
    ],
  });
  const linesWith = async (nodes: readonly NodeStatus[]) =>
    linesOf(createMetrics(contextOf(two, { nodes: () => nodes })), "fairlead_xds_rejected{");

  test("one series for each, and none for who is content or has left", async () => {
    let nodes = [nodeOf("e1", true), nodeOf("e2", false)];
    const metrics = createMetrics(contextOf(two, { nodes: () => nodes }));
    expect(await linesOf(metrics, "fairlead_xds_rejected{")).toEqual([
      'fairlead_xds_rejected{node="e1",type="Cluster"} 1',
    ]);
    nodes = [];
    expect(await linesOf(metrics, "fairlead_xds_rejected{")).toEqual([]);
  });

  test("a large fleet is counted from the 201st on", async () => {
    const lines = await linesWith(Array.from({ length: 1_000 }, (_, index) => nodeOf(`e${index}`, true)));
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe('fairlead_xds_rejected{node="(others)",type="Cluster"} 800');
  });

  test("an id that would break the text apart, or is very long, is harmless", async () => {
    const lines = await linesWith([
      nodeOf('e"} 1\nfairlead_forged 1\r', true),
      nodeOf("x".repeat(5_000), true),
    ]);
    expect(lines).toEqual([
      'fairlead_xds_rejected{node="e\\"} 1 fairlead_forged 1 ",type="Cluster"} 1',
      `fairlead_xds_rejected{node="${"x".repeat(128)}…",type="Cluster"} 1`,
    ]);
  });
});

describe("what happened", () => {
  test("probes, by what came of them; only answers have a duration", async () => {
    const metrics = createMetrics(contextOf(two));
    metrics.seen([
      answered("a-1", 200, 20),
      answered("a-1", 204, 30),
      answered("a-1", 429, 0),
      answered("a-1", 503, 0),
      { kind: "probe-failed", endpoint: id("a-1"), atMs: nowMs, reason: "refused" },
      { kind: "host-resolved", host: "h", atMs: nowMs, addresses: ["10.0.0.1"] },
      answered("nobody's", 200),
    ]);
    expect(await linesOf(metrics, "fairlead_probe")).toEqual([
      'fairlead_probes_total{pool="a",endpoint="a-1",outcome="success"} 2',
      'fairlead_probes_total{pool="a",endpoint="a-1",outcome="throttled"} 1',
      'fairlead_probes_total{pool="a",endpoint="a-1",outcome="error_status"} 1',
      'fairlead_probes_total{pool="a",endpoint="a-1",outcome="no_answer"} 1',
      'fairlead_probe_duration_seconds_sum{pool="a"} 0.05',
      'fairlead_probe_duration_seconds_count{pool="a"} 4',
    ]);
  });

  test("pushes and what the Envoys said, by short type name, from 0", async () => {
    const metrics = createMetrics(contextOf(two));
    expect(await linesOf(metrics, 'fairlead_xds_pushes_total{type="Listener"}')).toEqual([
      'fairlead_xds_pushes_total{type="Listener"} 0',
    ]);
    metrics.pushed(typeUrl.cluster);
    metrics.acked(typeUrl.cluster, 12);
    metrics.rejected(typeUrl.secret);
    const { text } = await metrics.scrape();
    expect(text).toContain('fairlead_xds_pushes_total{type="Cluster"} 1\n');
    expect(text).toContain('fairlead_xds_acks_total{type="Cluster"} 1\n');
    expect(text).toContain('fairlead_xds_convergence_seconds_sum{type="Cluster"} 0.012\n');
    expect(text).toContain('fairlead_xds_rejects_total{type="Secret"} 1\n');
  });

  test("type URLs that a client made up share one label", async () => {
    const metrics = createMetrics(contextOf(two));
    for (let n = 0; n < 100; n += 1) metrics.rejected(`type.googleapis.com/made.Up${n}`);
    expect((await metrics.scrape()).text).toContain('fairlead_xds_rejects_total{type="other"} 100\n');
    expect((await metrics.scrape()).text).not.toContain("Up1");
  });

  test("turns", async () => {
    const metrics = createMetrics(contextOf(two));
    metrics.turned(2);
    expect(await linesOf(metrics, "fairlead_turn")).toEqual([
      "fairlead_turns_total 1",
      "fairlead_turn_duration_seconds_sum 0.002",
      "fairlead_turn_duration_seconds_count 1",
    ]);
  });
});

describe("what has left", () => {
  test("leaves nothing behind, whichever way it left", async () => {
    const context = contextOf(two);
    const metrics = createMetrics(context);
    metrics.seen([answered("a-1", 200), answered("a-2", 200), answered("b-1", 200)]);
    context.see(viewOf([pool("b", [endpoint("b-1"), endpoint("a-2")])], {}));
    metrics.seen([answered("a-2", 200)]);
    const { text } = await metrics.scrape();
    expect(text).not.toContain('pool="a"');
    expect(text).toContain('fairlead_probes_total{pool="b",endpoint="a-2",outcome="success"} 1\n');
    expect(text).toContain('fairlead_probe_duration_seconds_count{pool="b"} 2\n');
  });
});

describe("the text", () => {
  test("explains every metric, names counters and units as Prometheus wants it, and tells of the process", async () => {
    const metrics = createMetrics(contextOf(two));
    const { contentType, text } = await metrics.scrape();
    expect(contentType).toBe("text/plain; version=0.0.4; charset=utf-8");
    const kinds = [...text.matchAll(/^# TYPE (fairlead_\S+) (\w+)$/gm)];
    expect(kinds).toHaveLength(22);
    for (const [, name, kind] of kinds) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} \\S.{10,}\\.$`, "m"));
      if (kind === "counter") expect(name).toMatch(/_total$/);
      if (kind === "histogram") expect(name).toMatch(/_seconds$/);
    }
    expect(text).toMatch(/^process_cpu_seconds_total /m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  });

  test("keeps names that would break it apart in their quotes", async () => {
    const name = 'a"} 1\nfairlead_forged 1 #\\';
    const metrics = createMetrics(contextOf(viewOf([pool(name, [endpoint("e")])], {})));
    expect((await metrics.scrape()).text).not.toMatch(/^fairlead_forged/m);
  });

  test("two control planes in one process do not share their counts", async () => {
    const [one, other] = [createMetrics(contextOf(two)), createMetrics(contextOf(two))];
    one.turned(1);
    expect(await linesOf(other, "fairlead_turns_total")).toEqual(["fairlead_turns_total 0"]);
  });
});
