import { unreachable } from "../base/invariant.ts";
import type { EndpointId } from "../model/pool.ts";
import type { Fact } from "./fact.ts";

/** What has been seen so far, folded from facts. */
export interface Observed {
  readonly endpoints: ReadonlyMap<EndpointId, EndpointRecord>;
  readonly hosts: ReadonlyMap<string, HostRecord>;
}

/** What the checks of one endpoint showed; the counts are of the latest run in a row. */
export interface EndpointRecord {
  /** Answers with a 2xx status, or 429: the backend lives. */
  readonly consecutiveSuccesses: number;
  readonly consecutiveFailures: number;
  /** Of the successes in a row, how many at the end were 429. */
  readonly consecutiveThrottled: number;
  /** The latest answers' latencies, newest last, at most `latenciesKept`; failures are not in it. */
  readonly latenciesMs: readonly number[];
  readonly lastAtMs: number;
  /** Why the latest probe failed, e.g. "status 503"; undefined if it did not. */
  readonly lastFailure: string | undefined;
  readonly lastStatus: number | undefined;
}

export interface HostRecord {
  /** The last good answer; kept when later look-ups fail. */
  readonly addresses: readonly string[];
  readonly lastFailure: string | undefined;
}

export const nothingObserved: Observed = { endpoints: new Map(), hosts: new Map() };

/** As many as the largest `unhealthyThreshold` that can be configured. */
export const latenciesKept = 20;

const blank: EndpointRecord = {
  consecutiveSuccesses: 0,
  consecutiveFailures: 0,
  consecutiveThrottled: 0,
  latenciesMs: [],
  lastAtMs: 0,
  lastFailure: undefined,
  lastStatus: undefined,
};

export function observe(before: Observed, facts: readonly Fact[]): Observed {
  if (facts.length === 0) return before;
  const endpoints = new Map(before.endpoints);
  const hosts = new Map(before.hosts);
  for (const fact of facts) {
    switch (fact.kind) {
      case "probe-answered":
        endpoints.set(fact.endpoint, answered(recordOf({ endpoints }, fact.endpoint), fact));
        break;
      case "probe-failed":
        endpoints.set(fact.endpoint, failed(recordOf({ endpoints }, fact.endpoint), fact.atMs, fact.reason));
        break;
      case "host-resolved":
        hosts.set(fact.host, { addresses: fact.addresses, lastFailure: undefined });
        break;
      case "host-not-resolved":
        hosts.set(fact.host, { addresses: hosts.get(fact.host)?.addresses ?? [], lastFailure: fact.reason });
        break;
      default:
        return unreachable(fact);
    }
  }
  return { endpoints, hosts };
}

export function recordOf(observed: Pick<Observed, "endpoints">, endpoint: EndpointId): EndpointRecord {
  return observed.endpoints.get(endpoint) ?? blank;
}

function answered(before: EndpointRecord, fact: Extract<Fact, { kind: "probe-answered" }>): EndpointRecord {
  const throttled = fact.status === 429;
  if (!throttled && (fact.status < 200 || fact.status > 299)) {
    return { ...failed(before, fact.atMs, `status ${fact.status}`), lastStatus: fact.status };
  }
  return {
    consecutiveSuccesses: before.consecutiveSuccesses + 1,
    consecutiveFailures: 0,
    consecutiveThrottled: throttled ? before.consecutiveThrottled + 1 : 0,
    latenciesMs: [...before.latenciesMs, fact.latencyMs].slice(-latenciesKept),
    lastAtMs: fact.atMs,
    lastFailure: undefined,
    lastStatus: fact.status,
  };
}

function failed(before: EndpointRecord, atMs: number, reason: string): EndpointRecord {
  return {
    consecutiveSuccesses: 0,
    consecutiveFailures: before.consecutiveFailures + 1,
    consecutiveThrottled: 0,
    latenciesMs: before.latenciesMs,
    lastAtMs: atMs,
    lastFailure: reason,
    lastStatus: undefined,
  };
}
