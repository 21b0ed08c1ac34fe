import { unreachable } from "../base/invariant.ts";
import type { EndpointId } from "../model/pool.ts";
import type { AttemptFailed, Fact, RequestFinished } from "./fact.ts";
import { observeThrottles, type Throttles } from "./throttles.ts";
import { noTraffic, observeTraffic, type Traffic } from "./traffic.ts";

/** What has been seen so far, folded from facts. */
export interface Observed {
  readonly endpoints: ReadonlyMap<EndpointId, EndpointRecord>;
  readonly hosts: ReadonlyMap<string, HostRecord>;
  /** Real requests by endpoint, as the Envoys report them. */
  readonly requests: ReadonlyMap<EndpointId, RequestCounts>;
  /** Real requests one by one, as the Envoys log them. */
  readonly traffic: Traffic;
  readonly throttles: Throttles;
}

/** Requests since the control plane started, over the whole fleet. */
interface RequestCounts {
  readonly issued: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly reportedAtMs: number;
}

/** What the checks of one endpoint showed; the "consecutive" counts are of the latest run in a row. */
export interface EndpointRecord {
  /** Answers with a 2xx status, or 429: the backend lives. */
  readonly consecutiveSuccesses: number;
  readonly consecutiveFailures: number;
  /** Of the successes in a row, how many at the end were 429. */
  readonly consecutiveThrottled: number;
  /** Of the successes in a row, how many at the end were not 429. */
  readonly consecutiveUnthrottled: number;
  /** Successes ever. As many as `consecutiveSuccesses`: the run going on is the first one. */
  readonly successes: number;
  /** The latest answers' latencies, newest last, at most `latenciesKept`; failures are not in it. */
  readonly latenciesMs: readonly number[];
  readonly lastAtMs: number;
  /** Why the latest probe failed, e.g. "status 503"; undefined if it did not. */
  readonly lastFailure: string | undefined;
  readonly lastStatus: number | undefined;
}

interface HostRecord {
  /** The last good answer; kept when later look-ups fail. */
  readonly addresses: readonly string[];
  readonly lastFailure: string | undefined;
}

export const nothingObserved: Observed = {
  endpoints: new Map(),
  hosts: new Map(),
  requests: new Map(),
  traffic: noTraffic,
  throttles: new Map(),
};

/** As many as the largest `unhealthyThreshold` that can be configured. */
export const latenciesKept = 20;

const blank: EndpointRecord = {
  consecutiveSuccesses: 0,
  consecutiveFailures: 0,
  consecutiveThrottled: 0,
  consecutiveUnthrottled: 0,
  successes: 0,
  latenciesMs: [],
  lastAtMs: 0,
  lastFailure: undefined,
  lastStatus: undefined,
};

/**
 * The fold. A batch copies a map at most once, and only the map that it touches; whoever holds the
 * other one, or a record that no fact was about, still has the same object.
 */
export function observe(before: Observed, facts: readonly Fact[]): Observed {
  const endpoints = copyOnWrite(before.endpoints);
  const hosts = copyOnWrite(before.hosts);
  const requests = copyOnWrite(before.requests);
  const ofRequests: (RequestFinished | AttemptFailed)[] = [];
  for (const fact of facts) {
    switch (fact.kind) {
      case "probe-answered":
        endpoints.set(fact.endpoint, answered(endpoints.get(fact.endpoint) ?? blank, fact));
        break;
      case "probe-failed":
        endpoints.set(fact.endpoint, failed(endpoints.get(fact.endpoint) ?? blank, fact.atMs, fact.reason));
        break;
      case "load-reported":
        requests.set(fact.endpoint, counted(requests.get(fact.endpoint), fact));
        break;
      case "request-finished":
      case "attempt-failed":
        ofRequests.push(fact);
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
  const after = {
    endpoints: endpoints.result(),
    hosts: hosts.result(),
    requests: requests.result(),
    traffic: observeTraffic(before.traffic, ofRequests),
    throttles: observeThrottles(
      before.throttles,
      ofRequests.filter((fact) => fact.kind === "attempt-failed"),
    ),
  };
  const same =
    after.endpoints === before.endpoints &&
    after.hosts === before.hosts &&
    after.requests === before.requests &&
    after.traffic === before.traffic &&
    after.throttles === before.throttles;
  return same ? before : after;
}

/** An endpoint of which nothing was seen has a record of zeros. */
export function recordOf(observed: Pick<Observed, "endpoints">, endpoint: EndpointId): EndpointRecord {
  return observed.endpoints.get(endpoint) ?? blank;
}

function counted(
  before: RequestCounts | undefined,
  { issued, succeeded, failed, atMs }: Extract<Fact, { kind: "load-reported" }>,
): RequestCounts {
  return {
    issued: (before?.issued ?? 0) + issued,
    succeeded: (before?.succeeded ?? 0) + succeeded,
    failed: (before?.failed ?? 0) + failed,
    reportedAtMs: atMs,
  };
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
    consecutiveUnthrottled: throttled ? 0 : before.consecutiveUnthrottled + 1,
    successes: before.successes + 1,
    latenciesMs: [...before.latenciesMs.slice(1 - latenciesKept), fact.latencyMs],
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
    consecutiveUnthrottled: 0,
    successes: before.successes,
    latenciesMs: before.latenciesMs,
    lastAtMs: atMs,
    lastFailure: reason,
    lastStatus: undefined,
  };
}

function copyOnWrite<K, V>(before: ReadonlyMap<K, V>) {
  let copy: Map<K, V> | undefined;
  return {
    get: (key: K) => (copy ?? before).get(key),
    set: (key: K, value: V) => {
      copy ??= new Map(before);
      copy.set(key, value);
    },
    result: (): ReadonlyMap<K, V> => copy ?? before,
  };
}
