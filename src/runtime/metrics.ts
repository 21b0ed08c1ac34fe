import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { AdminContext } from "../admin/context.ts";
import { healthOf } from "../decide/cooldown.ts";
import type { HealthStatus } from "../decide/decision.ts";
import type { Fact } from "../facts/fact.ts";
import type { EndpointId, Pool } from "../model/pool.ts";
import { pushOrder } from "../proto/type-url.ts";
import type { Disbelief } from "./access-log-facts.ts";
import { trafficMetrics } from "./traffic-metrics.ts";

/** What happens is told to these; what is, is read when somebody asks. */
export interface Metrics {
  /** Counts the probes among the facts; those of endpoints that no pool has any more are left out. */
  seen(facts: readonly Fact[]): void;
  /** A response of the type went out on one stream. */
  pushed(typeUrl: string): void;
  /** An Envoy acknowledged the type, so long after it was sent. */
  acked(typeUrl: string, afterMs: number): void;
  rejected(typeUrl: string): void;
  /** Access log entries that became no fact; `unread` for a whole message. */
  disbelieved(reasons: readonly (Disbelief | "unread")[]): void;
  /** One turn of the engine was done, and took so long. */
  turned(tookMs: number): void;
  /** Everything in the Prometheus text format. */
  scrape(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** A registry of its own, so that several control planes in one process do not share their counts. */
export function createMetrics(read: Pick<AdminContext, "view" | "nodes" | "configStatus">): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addState(registry, read);
  const probes = probeMetrics(registry);
  const xds = xdsMetrics(registry);
  const turns = turnMetrics(registry);
  const traffic = trafficMetrics(registry, read);
  return {
    ...traffic,
    ...xds,
    ...turns,
    seen: (facts) => probes.seen(facts, poolsByEndpoint(read)),
    async scrape() {
      await probes.forgetAllBut(poolsByEndpoint(read));
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

const healthStatuses: readonly HealthStatus[] = ["UNKNOWN", "HEALTHY", "UNHEALTHY", "DEGRADED"];

/** Gauges are made new at every scrape, so nothing stays of a pool that has left. */
function addState(registry: Registry, read: Pick<AdminContext, "view" | "nodes" | "configStatus">): void {
  const registers = [registry];
  new Gauge({
    name: "fairlead_endpoint_health_status",
    help: "1 for the health status that the endpoint has, 0 for the others.",
    labelNames: ["pool", "endpoint", "status"],
    registers,
    collect() {
      this.reset();
      for (const { pool, endpoint, health } of endpointsOf(read)) {
        for (const status of healthStatuses) {
          this.set({ pool, endpoint, status }, (health ?? "UNKNOWN") === status ? 1 : 0);
        }
      }
    },
  });
  new Gauge({
    name: "fairlead_endpoint_weight",
    help: "Load balancing weight that Envoy has for the endpoint; 0 while it is drained.",
    labelNames: ["pool", "endpoint"],
    registers,
    collect() {
      this.reset();
      for (const { pool, endpoint, configured, decided } of endpointsOf(read)) {
        this.set({ pool, endpoint }, decided?.drained === true ? 0 : (decided?.weight ?? configured));
      }
    },
  });
  new Gauge({
    name: "fairlead_pool_endpoints",
    help: "Endpoints of the pool by health status; those taken out by hand count as DRAINED only.",
    labelNames: ["pool", "health"],
    registers,
    collect() {
      this.reset();
      for (const pool of read.view().desired.pools.keys()) {
        for (const health of [...healthStatuses, "DRAINED"]) this.set({ pool, health }, 0);
      }
      for (const { pool, decided, health } of endpointsOf(read)) {
        this.inc({
          pool,
          health: decided?.drained === true ? "DRAINED" : (health ?? "UNKNOWN"),
        });
      }
    },
  });
  new Gauge({
    name: "fairlead_xds_connected_nodes",
    help: "Envoys that are connected over xDS.",
    registers,
    collect() {
      this.set(read.nodes().length);
    },
  });
  new Gauge({
    name: "fairlead_xds_rejected",
    help: "1 while a refusal (NACK) by the Envoy stands; beyond 200 series, how many more there are.",
    labelNames: ["node", "type"],
    registers,
    collect() {
      this.reset();
      for (const [index, { node, type }] of refusing(read).entries()) {
        if (index < mostRefusing) this.set({ node, type }, 1);
        else this.inc({ node: "(others)", type });
      }
    },
  });
  new Gauge({
    name: "fairlead_config_last_reload_success",
    help: "1 if the latest edit of the configuration file is in force, 0 if it was refused.",
    registers,
    collect() {
      this.set(read.configStatus().rejected === undefined ? 1 : 0);
    },
  });
  new Gauge({
    name: "fairlead_config_loaded_timestamp_seconds",
    help: "When the running configuration was loaded, in seconds since the epoch.",
    registers,
    collect() {
      this.set(read.configStatus().running.loadedAtMs / 1000);
    },
  });
}

/** A fleet of thousands may refuse the same thing: a series for each would say no more. */
const mostRefusing = 200;

function refusing({ nodes }: Pick<AdminContext, "nodes">) {
  return nodes().flatMap(({ id, types }) =>
    types
      .filter(({ nack }) => nack !== undefined)
      .map(({ typeUrl }) => ({ node: nodeLabel(id), type: typeLabel(typeUrl) })),
  );
}

/** A client chooses its id. */
function nodeLabel(id: string): string {
  return (id.length > 128 ? `${id.slice(0, 128)}…` : id).replace(/\p{Cc}/gu, " ");
}

function* endpointsOf({ view }: Pick<AdminContext, "view">) {
  const { desired, decision } = view();
  for (const pool of desired.pools.values()) {
    for (const { id, weight } of pool.endpoints) {
      const decided = decision.get(id);
      const health = decided === undefined ? undefined : healthOf(decided).healthStatus;
      yield { pool: pool.name, endpoint: id, configured: weight, decided, health };
    }
  }
}

type Pools = ReadonlyMap<EndpointId, Pool["name"]>;

function poolsByEndpoint(read: Pick<AdminContext, "view">): Pools {
  return new Map([...endpointsOf(read)].map(({ pool, endpoint }) => [endpoint, pool]));
}

function probeMetrics(registry: Registry) {
  const registers = [registry];
  const total = new Counter({
    name: "fairlead_probes_total",
    help: "Health checks done: success is a 2xx answer, throttled 429, error_status any other, no_answer none in time.",
    labelNames: ["pool", "endpoint", "outcome"],
    registers,
  });
  const duration = new Histogram({
    name: "fairlead_probe_duration_seconds",
    help: "Time from the start of a health check to its complete answer.",
    labelNames: ["pool"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  return {
    seen(facts: readonly Fact[], pools: Pools): void {
      for (const fact of facts) {
        if (fact.kind !== "probe-answered" && fact.kind !== "probe-failed") continue;
        const pool = pools.get(fact.endpoint);
        if (pool === undefined) continue;
        total.inc({ pool, endpoint: fact.endpoint, outcome: outcomeOf(fact) });
        if (fact.kind === "probe-answered") duration.observe({ pool }, fact.latencyMs / 1000);
      }
    },
    async forgetAllBut(pools: Pools): Promise<void> {
      for (const { labels } of (await total.get()).values) {
        if (pools.get(labels.endpoint as EndpointId) !== labels.pool) total.remove(labels);
      }
      const left = new Set(pools.values());
      for (const { labels } of (await duration.get()).values) {
        if (!left.has(`${labels.pool}`)) duration.remove({ pool: `${labels.pool}` });
      }
    },
  };
}

function outcomeOf(fact: Extract<Fact, { kind: "probe-answered" | "probe-failed" }>): string {
  if (fact.kind === "probe-failed") return "no_answer";
  if (fact.status === 429) return "throttled";
  return fact.status >= 200 && fact.status <= 299 ? "success" : "error_status";
}

function xdsMetrics(registry: Registry): Pick<Metrics, "pushed" | "acked" | "rejected"> {
  const registers = [registry];
  const labelNames = ["type"];
  const pushes = new Counter({
    name: "fairlead_xds_pushes_total",
    help: "Responses sent to Envoys, by resource type.",
    labelNames,
    registers,
  });
  const acks = new Counter({
    name: "fairlead_xds_acks_total",
    help: "Responses that Envoys acknowledged, by resource type.",
    labelNames,
    registers,
  });
  const rejects = new Counter({
    name: "fairlead_xds_rejects_total",
    help: "Responses that Envoys refused (NACK), by resource type.",
    labelNames,
    registers,
  });
  const convergence = new Histogram({
    name: "fairlead_xds_convergence_seconds",
    help: "Time from sending a response to its acknowledgement, by resource type.",
    labelNames,
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  // A series that begins at 0 lets a query see the first event.
  for (const type of pushOrder.map(typeLabel)) {
    for (const counter of [pushes, acks, rejects]) counter.inc({ type }, 0);
  }
  return {
    pushed: (typeUrl) => pushes.inc({ type: typeLabel(typeUrl) }),
    acked(typeUrl, afterMs) {
      acks.inc({ type: typeLabel(typeUrl) });
      convergence.observe({ type: typeLabel(typeUrl) }, afterMs / 1000);
    },
    rejected: (typeUrl) => rejects.inc({ type: typeLabel(typeUrl) }),
  };
}

/** A client chooses the type URLs it asks for, so only those we serve become a label. */
function typeLabel(typeUrl: string): string {
  return pushOrder.includes(typeUrl) ? typeUrl.slice(typeUrl.lastIndexOf(".") + 1) : "other";
}

function turnMetrics(registry: Registry): Pick<Metrics, "turned"> {
  const registers = [registry];
  const total = new Counter({ name: "fairlead_turns_total", help: "Turns of the engine.", registers });
  const duration = new Histogram({
    name: "fairlead_turn_duration_seconds",
    help: "Time that one turn of the engine took.",
    buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  return {
    turned(tookMs) {
      total.inc();
      duration.observe(tookMs / 1000);
    },
  };
}
