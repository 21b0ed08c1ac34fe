import { afterEach, describe, expect, test } from "vitest";
import { poolStatus } from "../../../src/admin/pool-status.ts";
import { stats } from "../../../src/admin/stats.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import type { NodeStatus } from "../../../src/snapshot/node-status.ts";
import {
  contextOf,
  decided,
  endpoint,
  id,
  nowMs,
  pool,
  providerKey,
  type RunningAdmin,
  running,
  viewOf,
} from "./fixture.ts";

const twoPools = viewOf(
  [
    pool("gpt-4.1", [
      endpoint("gpt-4.1-1", { weight: 10, provider: "acme" }),
      endpoint("gpt-4.1-2", { weight: 9, url: { scheme: "https", host: "b.example", port: 443, path: "" } }),
    ]),
    pool("team/a b", [endpoint("x/1")]),
  ],
  {
    "gpt-4.1-1": decided({ weight: 10 }),
    "gpt-4.1-2": decided({
      weight: 9,
      healthStatus: "UNHEALTHY",
      reason: "3 checks in a row failed: status 503",
    }),
  },
  [
    { kind: "probe-answered", endpoint: id("gpt-4.1-1"), atMs: nowMs - 1_000, status: 200, latencyMs: 12.5 },
    { kind: "probe-failed", endpoint: id("gpt-4.1-2"), atMs: nowMs - 2_000, reason: "connection refused" },
    { kind: "host-resolved", host: "b.example", atMs: nowMs, addresses: ["192.0.2.7", "2001:db8::7"] },
  ],
);

let admin: RunningAdmin | undefined;
afterEach(() => admin?.close());

async function start(...given: Parameters<typeof running>): Promise<RunningAdmin> {
  admin = await running(...given);
  return admin;
}

describe("the process", () => {
  test("lives, whether it is ready or not", async () => {
    const unready = contextOf(twoPools, {
      readiness: () => ({ ready: false, reason: "no configuration yet" }),
    });
    const { get } = await start(unready);
    const lives = await get("/healthz");
    expect([lives.status, await lives.json()]).toEqual([200, { status: "ok" }]);
    const ready = await get("/readyz");
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ code: "not-ready", detail: "no configuration yet" });
  });

  test("says that it is ready, and why", async () => {
    const { get } = await start(contextOf(twoPools));
    const ready = await get("/readyz");
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: "ready", reason: "the configuration is served" },
    ]);
  });

  test("hands on the metrics as they are, with their content type", async () => {
    const { get } = await start(contextOf(twoPools));
    const metrics = await get("/metrics");
    expect(metrics.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(await metrics.text()).toBe("up 1\n");
  });
});

describe("pools", () => {
  test("one pool, with all that is known of its endpoints", async () => {
    const { get } = await start(contextOf(twoPools));
    const answer = await get("/api/v1/pools/gpt-4.1");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({
      name: "gpt-4.1",
      strategy: "weighted",
      models: ["gpt-4.1-model"],
      retries: 3,
      panicThreshold: 0,
      healthCheck: {
        path: "/health",
        intervalMs: 10_000,
        timeoutMs: 5_000,
        unhealthyThreshold: 3,
        healthyThreshold: 2,
        degradedLatencyMs: 4_000,
      },
      endpointCounts: { total: 2, healthy: 1, degraded: 0, unhealthy: 1, unknown: 0, drained: 0 },
      endpoints: [
        {
          id: "gpt-4.1-1",
          url: "http://10.0.0.1:8000/v1",
          provider: "acme",
          priority: 0,
          weight: 10,
          cooldown: null,
          configuredWeight: 10,
          overriddenWeight: null,
          share: 100,
          health: "HEALTHY",
          reason: "answers",
          since: "2026-11-24T09:29:00.000Z",
          state: "active",
          lastProbe: { at: "2026-11-24T09:29:59.000Z", status: 200, latencyMs: 12.5, failure: null },
          requests: null,
          addresses: ["10.0.0.1"],
          addressFailure: null,
        },
        {
          id: "gpt-4.1-2",
          url: "https://b.example:443",
          provider: null,
          priority: 0,
          weight: 9,
          cooldown: null,
          configuredWeight: 9,
          overriddenWeight: null,
          share: 0,
          health: "UNHEALTHY",
          reason: "3 checks in a row failed: status 503",
          since: "2026-11-24T09:29:00.000Z",
          state: "active",
          lastProbe: {
            at: "2026-11-24T09:29:58.000Z",
            status: null,
            latencyMs: null,
            failure: "connection refused",
          },
          requests: null,
          addresses: ["192.0.2.7", "2001:db8::7"],
          addressFailure: null,
        },
      ],
      source: { path: "pools.gpt-4.1", line: 7, column: 3 },
    });
  });

  test("an endpoint that nobody has looked at yet is UNKNOWN, not guessed", async () => {
    const { get } = await start(contextOf(twoPools));
    const { endpoints } = poolStatus.parse(await (await get("/api/v1/pools/team%2Fa%20b")).json());
    expect(endpoints).toMatchObject([
      { id: "x/1", health: "UNKNOWN", since: null, lastProbe: null, share: 100 },
    ]);
  });

  test("all pools, in the order of the file", async () => {
    const { get } = await start(contextOf(twoPools));
    expect(await (await get("/api/v1/pools")).json()).toMatchObject({
      pools: [{ name: "gpt-4.1" }, { name: "team/a b" }],
    });
  });

  test("a host that cannot be resolved says why", async () => {
    const view = viewOf(
      [pool("p", [endpoint("p-1", { url: { scheme: "http", host: "gone.example", port: 80, path: "" } })])],
      {},
      [{ kind: "host-not-resolved", host: "gone.example", atMs: nowMs, reason: "no such name" }],
    );
    const { get } = await start(contextOf(view));
    const { endpoints } = poolStatus.parse(await (await get("/api/v1/pools/p")).json());
    expect(endpoints).toMatchObject([{ addresses: [], addressFailure: "no such name", share: 0 }]);
  });

  test("names longer than the router's usual limit are found", async () => {
    const name = "p".repeat(300);
    const { get } = await start(contextOf(viewOf([pool(name, [endpoint("e")])], {})));
    expect((await get(`/api/v1/pools/${name}`)).status).toBe(200);
  });
});

describe("changes by hand", () => {
  const path = "/api/v1/pools/gpt-4.1/endpoints/gpt-4.1-1";

  test.each([
    {
      story: "a weight",
      body: { weight: 30 },
      asked: { weight: 30 },
      now: { weight: 30, overriddenWeight: 30, state: "active" },
    },
    {
      story: "a drain",
      body: { state: "drained" },
      asked: { drained: true },
      now: { weight: 10, state: "drained", share: 0 },
    },
    {
      story: "an end of a drain",
      body: { state: "active" },
      asked: { drained: false },
      now: { state: "active" },
    },
    {
      story: "both",
      body: { weight: 1, state: "drained" },
      asked: { weight: 1, drained: true },
      now: { weight: 1, state: "drained" },
    },
    {
      story: "back to the file",
      body: { weight: null },
      asked: { weight: null },
      now: { weight: 10, overriddenWeight: null },
    },
    {
      story: "the largest weight",
      body: { weight: 1_000_000 },
      asked: { weight: 1_000_000 },
      now: { weight: 1_000_000 },
    },
  ])("$story: the answer is the endpoint as it is afterwards", async ({ body, asked, now }) => {
    const context = contextOf(twoPools);
    const { patch, get } = await start(context);
    const answer = await patch(path, JSON.stringify(body));
    expect(answer.status).toBe(200);
    expect(context.patches).toEqual([{ endpoint: "gpt-4.1-1", patch: asked }]);
    const said = await answer.json();
    expect(said).toMatchObject(now);
    expect(poolStatus.parse(await (await get("/api/v1/pools/gpt-4.1")).json()).endpoints[0]).toEqual(said);
  });

  test("are logged with what was asked", async () => {
    const { patch, lines } = await start(contextOf(twoPools));
    await patch(path, '{"weight": 3}');
    expect(lines).toContainEqual({
      level: "info",
      fields: expect.objectContaining({ pool: "gpt-4.1", endpoint: "gpt-4.1-1", weight: 3 }),
      message: "an endpoint was changed by hand",
    });
  });

  test("reach an id with a slash in it", async () => {
    const context = contextOf(twoPools);
    const { patch } = await start(context);
    expect((await patch("/api/v1/pools/team%2Fa%20b/endpoints/x%2F1", '{"weight": 2}')).status).toBe(200);
    expect(context.patches).toEqual([{ endpoint: "x/1", patch: { weight: 2 } }]);
  });

  test("an endpoint that left while its change was under way is not found", async () => {
    const context = contextOf(twoPools, { override: async () => context.see(viewOf([], {})) });
    const { patch } = await start(context);
    const answer = await patch(path, '{"weight": 2}');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "pool-not-found" });
  });
});

describe("the fleet", () => {
  const node: NodeStatus = {
    id: "envoy-1",
    cluster: "edge",
    group: "",
    userAgentVersion: "1.40.0",
    dialect: "delta",
    peer: "127.0.0.1:50123",
    connectedAtMs: nowMs - 60_000,
    types: [
      {
        typeUrl: typeUrl.cluster,
        sentVersion: "aaaa",
        ackedVersion: "aaaa",
        sentAtMs: nowMs - 3_000,
        ackedAtMs: nowMs - 2_000,
        subscribed: { wildcard: true, names: 0 },
        nack: undefined,
      },
      {
        typeUrl: typeUrl.listener,
        sentVersion: "bbbb",
        ackedVersion: "",
        sentAtMs: nowMs - 3_000,
        ackedAtMs: 0,
        subscribed: { wildcard: true, names: 0 },
        nack: { version: "bbbb", atMs: nowMs - 1_500, message: "no such filter" },
      },
    ],
  };

  test("each Envoy with versions, ages and its refusals", async () => {
    const places = [{ path: "gateway.listen", line: 2, column: 11 }];
    const { get } = await start(
      contextOf(twoPools, {
        nodes: () => [node],
        refusedPlaces: (id, type) => (id === "envoy-1" && type === typeUrl.listener ? places : []),
      }),
    );
    expect(await (await get("/api/v1/nodes")).json()).toEqual({
      nodes: [
        {
          id: "envoy-1",
          cluster: "edge",
          group: null,
          version: "1.40.0",
          dialect: "delta",
          peer: "127.0.0.1:50123",
          connectedAt: "2026-11-24T09:29:00.000Z",
          connectedForMs: 60_000,
          upToDate: false,
          types: [
            {
              type: "Cluster",
              typeUrl: typeUrl.cluster,
              sentVersion: "aaaa",
              sentAt: "2026-11-24T09:29:57.000Z",
              ackedVersion: "aaaa",
              ackedAt: "2026-11-24T09:29:58.000Z",
              ackAgeMs: 2_000,
              upToDate: true,
              subscribed: { wildcard: true, names: 0 },
              lastNack: null,
            },
            {
              type: "Listener",
              typeUrl: typeUrl.listener,
              sentVersion: "bbbb",
              sentAt: "2026-11-24T09:29:57.000Z",
              ackedVersion: null,
              ackedAt: null,
              ackAgeMs: null,
              upToDate: false,
              subscribed: { wildcard: true, names: 0 },
              lastNack: {
                version: "bbbb",
                at: "2026-11-24T09:29:58.500Z",
                ageMs: 1_500,
                message: "no such filter",
                sources: [{ path: "gateway.listen", file: "fairlead.yaml", line: 2, column: 11 }],
              },
            },
          ],
        },
      ],
    });
  });

  test("no Envoy is an empty list", async () => {
    const { get } = await start(contextOf(twoPools));
    expect(await (await get("/api/v1/nodes")).json()).toEqual({ nodes: [] });
  });

  test("the running configuration, and everything wrong with the refused one", async () => {
    const { get } = await start(
      contextOf(
        {
          ...twoPools,
          snapshot: {
            types: new Map([[typeUrl.cluster, { version: "cccc", sum: 0n, resources: new Map() }]]),
          },
        },
        {
          configStatus: () => ({
            file: "fairlead.yaml",
            running: { revision: "00112233aabbccdd", loadedAtMs: nowMs - 5_000 },
            rejected: {
              revision: "ffeeddccbbaa9988",
              atMs: nowMs - 1_000,
              problems: [
                {
                  path: "pools.a.endpoints[0].wieght",
                  file: "fairlead.yaml",
                  line: 12,
                  column: 7,
                  message: 'unknown key "wieght"',
                  hint: "did you mean `weight`?",
                },
              ],
            },
          }),
        },
      ),
    );
    expect(await (await get("/api/v1/config")).json()).toEqual({
      file: "fairlead.yaml",
      running: { revision: "00112233aabbccdd", loadedAt: "2026-11-24T09:29:55.000Z", ageMs: 5_000 },
      rejected: {
        revision: "ffeeddccbbaa9988",
        at: "2026-11-24T09:29:59.000Z",
        ageMs: 1_000,
        problems: [
          {
            path: "pools.a.endpoints[0].wieght",
            file: "fairlead.yaml",
            line: 12,
            column: 7,
            message: 'unknown key "wieght"',
            expected: null,
            hint: "did you mean `weight`?",
          },
        ],
      },
      served: [{ type: "Cluster", typeUrl: typeUrl.cluster, version: "cccc", resources: 0 }],
    });
  });

  test("stats say what is known, and null for what is not", async () => {
    const tokens = { prompt: 0, completion: 0, cached: 0, reasoning: 0 };
    const unasked = {
      successRate: null,
      meanResponseMs: null,
      meanFirstByteMs: null,
      requests: 0,
      failedAttempts: 0,
      tokens,
    };
    const { get } = await start(contextOf(twoPools));
    const { pools, models } = stats.parse(await (await get("/v1/stats")).json());
    expect(models[0]).toEqual({
      name: "gpt-4.1-model",
      requests: 0,
      tokens,
      estimatedTokens: tokens,
      estimates: 0,
    });
    expect(pools[0]).toEqual({
      name: "gpt-4.1",
      endpoints: [
        {
          id: "gpt-4.1-1",
          url: "http://10.0.0.1:8000/v1",
          health: "HEALTHY",
          state: "active",
          weight: 10,
          share: 100,
          activeRequests: null,
          ...unasked,
        },
        {
          id: "gpt-4.1-2",
          url: "https://b.example:443",
          health: "UNHEALTHY",
          state: "active",
          weight: 9,
          share: 0,
          activeRequests: null,
          ...unasked,
        },
      ],
    });
  });
});

test.each([
  "/api/v1/pools",
  "/api/v1/pools/gpt-4.1",
  "/api/v1/nodes",
  "/api/v1/config",
  "/v1/stats",
  "/docs/json",
])("%s shows no credential", async (path) => {
  const { get } = await start(contextOf(twoPools));
  const text = await (await get(path)).text();
  expect(text.length).toBeGreaterThan(10);
  expect(text).not.toContain(providerKey);
  expect(text).not.toContain("[secret]");
});
