import type { AdminContext, EngineView, OverridePatch } from "../../../src/admin/context.ts";
import { type AdminOptions, type AdminServer, startAdmin } from "../../../src/admin/server.ts";
import type { Clock } from "../../../src/base/clock.ts";
import type { Log } from "../../../src/base/log.ts";
import { Secret } from "../../../src/base/secret.ts";
import type { EndpointDecision, Override } from "../../../src/decide/decision.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import { nothingObserved, observe } from "../../../src/facts/observed.ts";
import { usualTls } from "../../../src/model/backend-tls.ts";
import type { Desired } from "../../../src/model/desired.ts";
import { straightTo } from "../../../src/model/llm-model.ts";
import type { Endpoint, EndpointId, Pool, Source } from "../../../src/model/pool.ts";
import { emptySnapshot } from "../../../src/snapshot/snapshot.ts";
import { providerWith } from "../provider-sample.ts";

/** 2026-11-24T09:30:00Z: now, for every test of this room. */
export const nowMs = Date.UTC(2026, 10, 24, 9, 30);

export const id = (text: string): EndpointId => text as EndpointId;

export function endpoint(text: string, more: Partial<Endpoint> = {}): Endpoint {
  return {
    id: id(text),
    url: { scheme: "http", host: "10.0.0.1", port: 8000, path: "/v1" },
    provider: undefined,
    weight: 1,
    priority: 0,
    tls: usualTls,
    source: { path: `endpoints.${text}`, line: 9, column: 9 },
    ...more,
  };
}

export function pool(name: string, endpoints: readonly Endpoint[]): Pool {
  return {
    name,
    strategy: "weighted",
    healthCheck: {
      path: "/health",
      intervalMs: 10_000,
      timeoutMs: 5_000,
      unhealthyThreshold: 3,
      healthyThreshold: 2,
      degradedLatencyMs: 4_000,
    },
    endpoints,
    retries: 3,
    protocol: "auto",
    retryBudget: undefined,
    panicThreshold: 0,
    circuitBreaker: { maxConnections: 1, maxPendingRequests: 1, maxRequests: 1, maxRetries: 1 },
    source: { path: `pools.${name}`, line: 7, column: 3 },
  };
}

function place(path: string): Source {
  return { path, line: 1, column: 1 };
}

export function decided(more: Partial<EndpointDecision> = {}): EndpointDecision {
  return {
    healthStatus: "HEALTHY",
    reason: "answers",
    sinceMs: nowMs - 60_000,
    weight: 1,
    drained: false,
    ...more,
  };
}

export function viewOf(
  pools: readonly Pool[],
  decisions: Readonly<Record<string, EndpointDecision>>,
  facts: readonly Fact[] = [],
): EngineView {
  const listen = { host: "127.0.0.1", port: 0 };
  const desired: Desired = {
    gateway: {
      listen,
      maxRequestBytes: 1,
      timeouts: { connectMs: 1, firstTokenMs: 1, perTryMs: 1, streamIdleMs: 1, totalMs: 1 },
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
    providers: new Map([
      [
        "acme",
        providerWith(new Secret(providerKey), { name: "acme", source: place("providers.acme.credential") }),
      ],
    ]),
    pools: new Map(pools.map((each) => [each.name, each])),
    models: new Map(
      pools.map(({ name }) => [
        `${name}-model`,
        {
          name: `${name}-model`,
          rules: straightTo(name),
          price: undefined,
          source: place(`models.${name}-model`),
        },
      ]),
    ),
    groups: new Map(),
    places: {
      gateway: place("gateway"),
      listen: place("gateway.listen"),
      clientKeys: place("clientKeys"),
      trustedCa: place("gateway.trustedCa"),
      models: place("models"),
    },
  };
  return {
    desired,
    observed: observe(nothingObserved, facts),
    decision: new Map(Object.entries(decisions).map(([text, decision]) => [id(text), decision])),
    overrides: new Map(),
    snapshot: emptySnapshot,
  };
}

/** Stands in every provider of every view; no answer may ever contain it. */
export const providerKey = "sk-canary-8d1f";

/** Like the engine: applies a patch to overrides and decision. `patches` is what it was asked. */
export interface FakeContext extends AdminContext {
  readonly patches: { readonly endpoint: string; readonly patch: OverridePatch }[];
  view(): EngineView;
  see(view: EngineView): void;
}

const noKeys: AdminContext["keys"] = {
  create: () => {
    throw new Error("no key is made here");
  },
  async *list() {},
  find: async () => undefined,
  revoke: async () => undefined,
};

export function contextOf(first: EngineView, more: Partial<AdminContext> = {}): FakeContext {
  let view = first;
  const patches: { endpoint: string; patch: OverridePatch }[] = [];
  return {
    patches,
    see(next) {
      view = next;
    },
    view: () => view,
    nodes: () => [],
    refusedPlaces: () => [],
    configStatus: () => ({
      file: "fairlead.yaml",
      running: { revision: "00112233aabbccdd", loadedAtMs: nowMs - 5_000 },
      rejected: undefined,
    }),
    readiness: () => ({ ready: true, reason: "the configuration is served" }),
    async override(endpointId, patch) {
      patches.push({ endpoint: endpointId, patch });
      view = overridden(view, endpointId, patch);
    },
    keys: noKeys,
    metrics: async () => ({ contentType: "text/plain; version=0.0.4; charset=utf-8", text: "up 1\n" }),
    ...more,
  };
}

function overridden(
  view: EngineView,
  endpointId: EndpointId,
  { weight, drained }: OverridePatch,
): EngineView {
  const { weight: before, ...rest } = view.overrides.get(endpointId) ?? {};
  const kept = weight === undefined ? before : (weight ?? undefined);
  const override: Override = {
    ...rest,
    ...(kept !== undefined && { weight: kept }),
    ...(drained !== undefined && { drained }),
  };
  const configured = [...view.desired.pools.values()]
    .flatMap((each) => each.endpoints)
    .find((each) => each.id === endpointId)?.weight;
  const decision = {
    ...(view.decision.get(endpointId) ?? decided()),
    weight: override.weight ?? configured ?? 1,
    drained: override.drained ?? false,
  };
  return {
    ...view,
    overrides: new Map([...view.overrides, [endpointId, override]]),
    decision: new Map([...view.decision, [endpointId, decision]]),
  };
}

/** Real delays, and a time of day that stands still. */
const clock: Clock = {
  nowMs: () => nowMs,
  schedule(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

interface LogLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

function logTo(lines: LogLine[]): Log {
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

export interface RunningAdmin extends AdminServer {
  readonly lines: readonly LogLine[];
  readonly url: string;
  /** `fetch` of a path here. */
  get(path: string, init?: RequestInit): Promise<Response>;
  patch(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export async function running(
  context: AdminContext,
  more: Partial<Pick<AdminOptions, "token" | "limits" | "listen">> = {},
): Promise<RunningAdmin> {
  const lines: LogLine[] = [];
  const options = { listen: { host: "127.0.0.1", port: 0 }, token: undefined, ...more };
  const server = await startAdmin({ ...options, context, log: logTo(lines), clock });
  const url = `http://127.0.0.1:${server.address.port}`;
  const get = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init);
  return {
    ...server,
    lines,
    url,
    get,
    patch: (path, body, headers = { "content-type": "application/json" }) =>
      get(path, { method: "PATCH", body, headers }),
  };
}
