import type { Fact } from "../facts/fact.ts";
import { attemptLogName, requestLogName, requestMetadata, usageMetadata } from "../gateway/names.ts";
import type { Desired } from "../model/desired.ts";
import { groupOf } from "../model/node-group.ts";
import type { EndpointId } from "../model/pool.ts";
import { type LoggedRequest, loggedRequest } from "../observe/access-log.ts";
import type { AccessLogEntries } from "../xds/access-log.ts";
import type { EndpointIndex } from "./endpoint-index.ts";
import type { Grouping } from "./grouping.ts";

/** Why an entry is not believed. */
export type Disbelief = "implausible" | "unknown_name" | "not_its_pool" | "not_ours";

export interface AccessLogFacts {
  readonly facts: readonly Fact[];
  /** One for each entry that is not in `facts`, and why. */
  readonly disbelieved: readonly Disbelief[];
}

interface Known {
  readonly desired: Desired;
  readonly index: EndpointIndex;
  readonly grouping: Grouping;
}

const names = { requestMetadata, usageMetadata };

/**
 * What the entries of an Envoy say, as facts. A name in an entry is a claim: only what is configured counts,
 * and only of pools that the Envoy's own group is given.
 */
export function accessLogFacts(
  { node, logName, tcp, http }: AccessLogEntries,
  known: Known,
  nowMs: number,
): AccessLogFacts {
  const group = groupOf(known.desired.groups, node);
  const pools = new Set(group === undefined ? [] : known.grouping.byName.get(group)?.pools);
  const read = tcp.map((entry): Fact | Disbelief => {
    if (logName !== requestLogName && logName !== attemptLogName) return "not_ours";
    const logged = loggedRequest(entry, names, nowMs);
    if (logged === undefined) return "implausible";
    if (!known.desired.pools.has(logged.pool)) return "unknown_name";
    if (!pools.has(logged.pool)) return "not_its_pool";
    return factOf(logName, logged, known, nowMs);
  });
  return {
    facts: read.filter((one) => typeof one !== "string"),
    disbelieved: [...read.filter((one) => typeof one === "string"), ...http.map(() => "not_ours" as const)],
  };
}

function factOf(
  logName: string,
  { endpoint: named, route, model: asked, retryAfterMs, ...logged }: LoggedRequest,
  { desired, index }: Known,
  atMs: number,
): Fact | Disbelief {
  const configured = index.byId.get(named as EndpointId);
  if (named !== "" && configured?.pool.name !== logged.pool) return "unknown_name";
  const endpoint = configured?.endpoint.id;
  if (logName === attemptLogName) {
    if (endpoint === undefined || logged.outcome !== "failed") return "not_ours";
    return { kind: "attempt-failed", endpoint, atMs, status: logged.status, retryAfterMs };
  }
  // A client may fit a pattern: then its route has the name that is configured.
  const model = [asked, route, route.replace(/\/stream$/, "")].find((name) => desired.models.has(name));
  if (model === undefined) return "unknown_name";
  return { kind: "request-finished", endpoint, model, atMs, ...logged };
}
