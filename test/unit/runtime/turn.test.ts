import { describe, expect, test } from "vitest";
import { Secret } from "../../../src/base/secret.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import { usualTls } from "../../../src/model/backend-tls.ts";
import type { Desired } from "../../../src/model/desired.ts";
import { straightTo } from "../../../src/model/llm-model.ts";
import type { Endpoint, EndpointId, Pool } from "../../../src/model/pool.ts";
import { decode } from "../../../src/proto/codec.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { type Batch, type EngineState, initialState, turn } from "../../../src/runtime/turn.ts";
import { providerWith } from "../provider-sample.ts";

describe("one turn", () => {
  test("a fact about one pool leaves the other pool's resource the same object", () => {
    const before = start(desired({ a: ["http://10.0.0.1"], b: ["http://10.0.0.2"] }));
    const after = next(before, { facts: [failed("a-1")] });
    expect(after.decision.get(id("a-1"))?.healthStatus).toBe("UNHEALTHY");
    expect(assignment(after, "a")).not.toBe(assignment(before, "a"));
    expect(assignment(after, "b")).toBe(assignment(before, "b"));
  });

  test("health moves load assignments alone: clusters, listener, routes and secrets stay as they are", () => {
    const before = start(desired({ a: ["http://10.0.0.1", "http://10.0.0.2"] }));
    const after = next(before, { facts: [failed("a-1")] });
    for (const type of Object.values(typeUrl)) {
      const changed = after.snapshot.types.get(type) !== before.snapshot.types.get(type);
      expect(changed, type).toBe(type === typeUrl.clusterLoadAssignment);
    }
  });

  test("a fact that changes no judgement makes no new snapshot", () => {
    const before = next(start(desired({ a: ["http://10.0.0.1"] })), { facts: [answered("a-1")] });
    expect(next(before, { facts: [answered("a-1")] }).snapshot).toBe(before.snapshot);
  });

  test("the same configuration again makes no new snapshot", () => {
    const make = () => desired({ a: ["http://10.0.0.1"] });
    const before = next(start(make()), { facts: [answered("a-1")] });
    expect(next(before, { desired: make() }).snapshot).toBe(before.snapshot);
  });

  test("a fact about an endpoint that has left is of no consequence", () => {
    const before = start(desired({ a: ["http://10.0.0.1"] }));
    expect(next(before, { facts: [failed("gone")] }).snapshot).toBe(before.snapshot);
  });

  test("a drained endpoint is not in the load assignment; an unhealthy one is", () => {
    const state = next(start(desired({ a: ["http://10.0.0.1", "http://10.0.0.2"] })), {
      facts: [failed("a-1")],
      overrides: [{ endpoint: id("a-2"), override: { drained: true } }],
    });
    expect(endpointsOf(state, "a")).toEqual([{ address: "10.0.0.1", health: "UNHEALTHY", weight: 1 }]);
  });

  test("an override of one thing keeps the other", () => {
    const drained = next(start(desired({ a: ["http://10.0.0.1"] }, "weighted")), {
      overrides: [{ endpoint: id("a-1"), override: { weight: 7 } }],
    });
    const both = next(drained, { overrides: [{ endpoint: id("a-1"), override: { drained: true } }] });
    const back = next(both, { overrides: [{ endpoint: id("a-1"), override: { drained: false } }] });
    expect(endpointsOf(back, "a")).toEqual([{ address: "10.0.0.1", health: "UNKNOWN", weight: 7 }]);
    const file = next(back, { overrides: [{ endpoint: id("a-1"), override: { weight: undefined } }] });
    expect(endpointsOf(file, "a")[0]?.weight).toBe(1);
  });
});

describe("over an edit of the file", () => {
  test("an endpoint keeps its health when a line above renames it", () => {
    const before = next(start(desired({ a: ["http://10.0.0.1"] })), { facts: [failed("a-1")] });
    const after = next(before, { desired: desired({ a: ["http://10.0.0.9", "http://10.0.0.1"] }) });
    expect(endpointsOf(after, "a")).toEqual([
      { address: "10.0.0.9", health: "UNKNOWN", weight: 1 },
      { address: "10.0.0.1", health: "UNHEALTHY", weight: 1 },
    ]);
  });

  test("what points elsewhere now starts anew, override and all", () => {
    const before = next(start(desired({ a: ["http://10.0.0.1"] })), {
      facts: [failed("a-1")],
      overrides: [{ endpoint: id("a-1"), override: { drained: true } }],
    });
    const after = next(before, { desired: desired({ a: ["http://10.0.0.2"] }) });
    expect(endpointsOf(after, "a")).toEqual([{ address: "10.0.0.2", health: "UNKNOWN", weight: 1 }]);
  });

  test("a pool that left leaves nothing", () => {
    const before = start(desired({ a: ["http://10.0.0.1"], b: ["http://10.0.0.2"] }));
    const after = next(before, { desired: desired({ b: ["http://10.0.0.2"] }) });
    expect([...(after.snapshot.types.get(typeUrl.cluster)?.resources.keys() ?? [])]).toEqual(["b"]);
    expect([...(after.snapshot.types.get(typeUrl.clusterLoadAssignment)?.resources.keys() ?? [])]).toEqual([
      "b",
    ]);
    expect([...after.decision.keys()]).toEqual(["b-1"]);
  });
});

describe("names", () => {
  test("an endpoint without an address yet is not sent; it is, once resolved, and stays when DNS fails", () => {
    const before = start(desired({ a: ["http://backend.test"] }));
    expect(endpointsOf(before, "a")).toEqual([]);
    const host = "backend.test";
    const resolved = next(before, {
      facts: [{ kind: "host-resolved", host, addresses: ["10.0.0.7", "10.0.0.8"], atMs: 1 }],
    });
    expect(endpointsOf(resolved, "a").map(({ address }) => address)).toEqual(["10.0.0.7"]);
    const failing = next(resolved, {
      facts: [{ kind: "host-not-resolved", host, reason: "SERVFAIL", atMs: 2 }],
    });
    expect(failing.snapshot).toBe(resolved.snapshot);
  });
});

test("a secret is in its SDS resource and in no other", () => {
  const canary = "sk-canary-0123456789";
  const state = start(desired({ a: ["http://10.0.0.1"] }, "roundRobin", new Secret(canary)));
  for (const [type, { resources }] of state.snapshot.types) {
    const bytes = Buffer.concat([...resources.values()].map(({ any }) => any));
    expect(bytes.includes(canary), type).toBe(type === typeUrl.secret);
  }
});

const id = (text: string) => text as EndpointId;
const answered = (endpoint: string): Fact => ({
  kind: "probe-answered",
  endpoint: id(endpoint),
  atMs: 1,
  status: 200,
  latencyMs: 5,
});
const failed = (endpoint: string): Fact => ({
  kind: "probe-failed",
  endpoint: id(endpoint),
  atMs: 1,
  reason: "refused",
});

function start(first: Desired): EngineState {
  return initialState(first, 0, "");
}

function next(state: EngineState, batch: Partial<Batch>): EngineState {
  return turn(state, { facts: [], overrides: [], desired: undefined, ...batch }, 1, "").state;
}

function assignment(state: EngineState, pool: string) {
  return state.snapshot.types.get(typeUrl.clusterLoadAssignment)?.resources.get(pool);
}

function endpointsOf(state: EngineState, pool: string) {
  const any = decode("google.protobuf.Any", assignment(state, pool)?.any ?? new Uint8Array());
  const message = decode("envoy.config.endpoint.v3.ClusterLoadAssignment", any.value);
  return (message.endpoints ?? []).flatMap(({ lbEndpoints = [] }) =>
    lbEndpoints.map(({ endpoint, healthStatus = "UNKNOWN", loadBalancingWeight }) => ({
      address: endpoint?.address?.socketAddress?.address,
      health: healthStatus,
      weight: loadBalancingWeight?.value,
    })),
  );
}

function desired(
  pools: Readonly<Record<string, readonly string[]>>,
  strategy: Pool["strategy"] = "roundRobin",
  credential?: Secret,
): Desired {
  const listen = { host: "127.0.0.1", port: 8080 };
  const source = { path: "", line: 1, column: 1 };
  return {
    gateway: {
      listen,
      maxRequestBytes: 1000,
      timeouts: { connectMs: 1, firstTokenMs: 2, perTryMs: 3, streamIdleMs: 4, totalMs: 5 },
      trustedCa: "",
    },
    clientKeys: { required: false, folder: "keys", signingKey: undefined, acceptedKeys: [] },
    xds: {
      listen,
      allowPlaintext: false,
      tls: undefined,
      clients: undefined,
      newStreamsPerSecond: 1_000,
      maxConnectionAgeMs: undefined,
    },
    admin: { listen, token: undefined },
    providers: new Map([["main", providerWith(credential)]]),
    pools: new Map(Object.entries(pools).map(([name, urls]) => [name, pool(name, urls, strategy)])),
    groups: new Map(),
    models: new Map(
      Object.keys(pools).map((name) => [name, { name, rules: straightTo(name), price: undefined, source }]),
    ),
    places: { gateway: source, listen: source, clientKeys: source, trustedCa: source, models: source },
  };
}

function pool(name: string, urls: readonly string[], strategy: Pool["strategy"]): Pool {
  return {
    name,
    strategy,
    retries: 3,
    protocol: "auto",
    retryBudget: undefined,
    panicThreshold: 0,
    healthCheck: {
      path: "/health",
      intervalMs: 10_000,
      timeoutMs: 5_000,
      unhealthyThreshold: 3,
      healthyThreshold: 2,
      degradedLatencyMs: 4_000,
    },
    circuitBreaker: { maxConnections: 1, maxPendingRequests: 1, maxRequests: 1, maxRetries: 1 },
    endpoints: urls.map((url, index) => endpoint(`${name}-${index + 1}`, new URL(url))),
    source: { path: `pools.${name}`, line: 1, column: 1 },
  };
}

function endpoint(name: string, url: URL): Endpoint {
  return {
    id: id(name),
    url: { scheme: "http", host: url.hostname, port: Number(url.port || 80), path: "" },
    provider: "main",
    weight: 1,
    priority: 0,
    tls: usualTls,
    source: { path: name, line: 1, column: 1 },
  };
}
