import { Counter, Gauge, type Registry } from "prom-client";
import type { AdminContext } from "../admin/context.ts";
import type { Counts, ModelTraffic } from "../facts/traffic.ts";
import type { Disbelief } from "./access-log-facts.ts";

type Read = Pick<AdminContext, "view">;

/**
 * What requests showed. The figures are the engine's own, read when somebody asks; labels are what the file
 * names, so neither a client nor an Envoy can make a new one.
 */
export function trafficMetrics(registry: Registry, read: Read) {
  const registers = [registry];
  addRequests(registry, read);
  addModels(registry, read);
  const disbelieved = new Counter({
    name: "fairlead_access_log_disbelieved_total",
    help: "Access log entries that were not counted: figures that cannot be, names that nobody configured, pools of other groups, other logs, and messages that were not read.",
    labelNames: ["reason"],
    registers,
  });
  for (const reason of reasons) disbelieved.inc({ reason }, 0);
  return {
    disbelieved(list: readonly (Disbelief | "unread")[]): void {
      for (const reason of list) disbelieved.inc({ reason });
    },
  };
}

const reasons: readonly (Disbelief | "unread")[] = [
  "implausible",
  "unknown_name",
  "not_its_pool",
  "not_ours",
  "unread",
];

function addRequests(registry: Registry, read: Read): void {
  const registers = [registry];
  new Counter({
    name: "fairlead_requests_total",
    help: 'Requests of clients by the endpoint that was asked last ("" for none) and the status that the client got ("none" for none).',
    labelNames: ["pool", "endpoint", "code"],
    registers,
    collect() {
      this.reset();
      for (const { pool, endpoint, traffic } of endpointsOf(read))
        add(this, traffic.requests, { pool, endpoint });
      for (const [pool, counts] of read.view().observed.traffic.unreached)
        add(this, counts, { pool, endpoint: "" });
    },
  });
  new Counter({
    name: "fairlead_failed_attempts_total",
    help: 'Attempts that an endpoint did not answer, or with 429, 500 or more; "none" is no answer, 200 an answer that broke off. Another endpoint may have answered the request.',
    labelNames: ["pool", "endpoint", "code"],
    registers,
    collect() {
      this.reset();
      for (const { pool, endpoint, traffic } of endpointsOf(read))
        add(this, traffic.failedAttempts, { pool, endpoint });
    },
  });
  new Gauge({
    name: "fairlead_endpoint_first_byte_seconds",
    help: "From a request sent to the first byte of its answer: mean of about the last 100.",
    labelNames: ["pool", "endpoint"],
    registers,
    collect() {
      this.reset();
      for (const { pool, endpoint, traffic } of endpointsOf(read)) {
        if (traffic.firstByteMs.count > 0) this.set({ pool, endpoint }, traffic.firstByteMs.mean / 1000);
      }
    },
  });
}

function addModels(registry: Registry, read: Read): void {
  const registers = [registry];
  new Counter({
    name: "fairlead_tokens_total",
    help: "Tokens of answers, as backends told: cached is part of prompt, reasoning part of completion.",
    labelNames: ["model", "kind"],
    registers,
    collect() {
      this.reset();
      for (const [model, { tokens }] of modelsOf(read)) {
        for (const kind of ["prompt", "completion", "cached", "reasoning"] as const)
          this.inc({ model, kind }, tokens[kind]);
      }
    },
  });
  new Counter({
    name: "fairlead_estimated_tokens_total",
    help: "Tokens of streams whose backend told nothing, as by one that was cut: estimated from their bytes.",
    labelNames: ["model", "kind"],
    registers,
    collect() {
      this.reset();
      for (const [model, { estimated }] of modelsOf(read)) {
        for (const kind of ["prompt", "completion"] as const) this.inc({ model, kind }, estimated[kind]);
      }
    },
  });
  new Counter({
    name: "fairlead_estimated_answers_total",
    help: "Streams whose tokens are estimated.",
    labelNames: ["model"],
    registers,
    collect() {
      this.reset();
      for (const [model, { estimates }] of modelsOf(read)) this.inc({ model }, estimates);
    },
  });
}

function add(counter: Counter, counts: Counts, labels: Record<string, string>): void {
  for (const [code, count] of counts) counter.inc({ ...labels, code }, count);
}

function* endpointsOf({ view }: Read) {
  const { desired, observed } = view();
  for (const pool of desired.pools.values()) {
    for (const { id } of pool.endpoints) {
      const traffic = observed.traffic.endpoints.get(id);
      if (traffic !== undefined) yield { pool: pool.name, endpoint: id, traffic };
    }
  }
}

function modelsOf({ view }: Read): Iterable<[string, ModelTraffic]> {
  return view().observed.traffic.models;
}
