import { healthOf } from "../decide/cooldown.ts";
import { decideEndpoint } from "../decide/decide.ts";
import type { Decision, EndpointDecision, Override, Overrides } from "../decide/decision.ts";
import type { Fact } from "../facts/fact.ts";
import { nothingObserved, type Observed, observe, recordOf } from "../facts/observed.ts";
import type { PublishedKeys } from "../model/client-keys.ts";
import type { Desired } from "../model/desired.ts";
import type { Endpoint, EndpointId, Pool } from "../model/pool.ts";
import type { Resource } from "../proto/resource.ts";
import { changeBy, changeTo, nextSnapshot, type SnapshotChange } from "../snapshot/next-snapshot.ts";
import { emptySnapshot, type Snapshot } from "../snapshot/snapshot.ts";
import { extensionConfigs } from "../translate/extension-configs.ts";
import { translateDecision, translateDesired, translateParts } from "../translate/translate.ts";
import { carryOver, carryTraffic } from "./carry-over.ts";
import { type EndpointIndex, indexOf } from "./endpoint-index.ts";
import { changesByGroup, type Grouping, groupingOf, nobody } from "./grouping.ts";

/** Everything the engine knows between two turns. */
export interface EngineState {
  readonly desired: Desired;
  readonly index: EndpointIndex;
  readonly observed: Observed;
  readonly overrides: Overrides;
  readonly decision: Decision;
  /** Endpoints whose decision has a cooldown, each with its end in ms since the epoch. */
  readonly cooling: ReadonlyMap<EndpointId, number>;
  /** What follows from `desired` alone. */
  readonly fixed: readonly Resource[];
  /** Undefined until they are read. */
  readonly keys: PublishedKeys | undefined;
  /** What follows from the keys, for every group alike. */
  readonly extensionConfigs: readonly Resource[];
  /** What follows from the decision, by pool. */
  readonly loadAssignments: ReadonlyMap<string, Resource>;
  /** All resources that any group is given. */
  readonly snapshot: Snapshot;
  readonly grouping: Grouping;
}

/** What came in since the last turn: what was seen, what operators asked for, the latest file, and the latest keys. */
export interface Batch {
  readonly facts: readonly Fact[];
  readonly overrides: readonly OverrideRequest[];
  readonly desired: Desired | undefined;
  readonly keys?: PublishedKeys | undefined;
}

export interface OverrideRequest {
  readonly endpoint: EndpointId;
  readonly override: Override;
}

export interface Turn {
  readonly state: EngineState;
  readonly healthChanges: readonly HealthChange[];
  /** What each group of nodes is to be told; a group that is told nothing is not in it. */
  readonly changes: ReadonlyMap<string, SnapshotChange>;
}

/** An endpoint whose health status is a new one. */
interface HealthChange {
  readonly pool: string;
  readonly endpoint: EndpointId;
  readonly before: EndpointDecision | undefined;
  readonly after: EndpointDecision;
}

/** The state before anything happened, for a first configuration. */
export function initialState(desired: Desired, nowMs: number, publicAuthorities: string): EngineState {
  const empty: EngineState = {
    desired: { ...desired, pools: new Map(), models: new Map() },
    index: { byId: new Map(), byHost: new Map() },
    observed: nothingObserved,
    overrides: new Map(),
    decision: new Map(),
    cooling: new Map(),
    fixed: [],
    keys: undefined,
    extensionConfigs: [],
    loadAssignments: new Map(),
    snapshot: emptySnapshot,
    grouping: nobody,
  };
  return turn(empty, { facts: [], overrides: [], desired }, nowMs, publicAuthorities).state;
}

/**
 * One turn of the engine: old state, what came in, and the time → new state with its resources. Pure:
 * the same inputs give the same snapshot, on any replica and in any replay. Only endpoints that an
 * input is about are judged again, and only pools whose decision changed are translated again.
 *
 * @param publicAuthorities PEM of the certificate authorities that every backend may use; "" for none.
 */
export function turn(before: EngineState, batch: Batch, nowMs: number, publicAuthorities: string): Turn {
  const observed = observe(before.observed, batch.facts);
  const overrides = batch.overrides.reduce(mergeOverride, before.overrides);
  const seen = { ...before, observed, overrides, ...withKeys(before, batch) };
  if (batch.desired !== undefined) {
    const state = configure(seen, batch.desired, publicAuthorities);
    return decide(state, state.index.byId.keys(), new Set(state.desired.pools.keys()), before, nowMs);
  }
  const hosts = batch.facts.filter((fact) => "host" in fact);
  const touched = new Set([
    ...batch.facts.flatMap((fact) => ("endpoint" in fact ? (fact.endpoint ?? []) : [])),
    ...batch.overrides.map(({ endpoint }) => endpoint),
    ...[...seen.cooling].flatMap(([endpoint, untilMs]) => (untilMs <= nowMs ? endpoint : [])),
  ]);
  const moved = hosts.flatMap(({ host }) => seen.index.byHost.get(host) ?? []);
  return decide(seen, touched, poolsOf(seen.index, moved), before, nowMs);
}

/** The same objects when neither the keys nor their being required has changed. */
function withKeys(
  before: EngineState,
  { desired = before.desired, keys = before.keys }: Batch,
): Pick<EngineState, "keys" | "extensionConfigs"> {
  const same = keys === before.keys && desired.clientKeys.required === before.desired.clientKeys.required;
  return { keys, extensionConfigs: same ? before.extensionConfigs : extensionConfigs(desired, keys) };
}

function mergeOverride(overrides: Overrides, { endpoint, override }: OverrideRequest): Overrides {
  return new Map(overrides).set(endpoint, { ...overrides.get(endpoint), ...override });
}

function configure(before: EngineState, desired: Desired, publicAuthorities: string): EngineState {
  const index = indexOf(desired);
  const parts = translateParts(desired, publicAuthorities);
  const fixed = translateDesired(desired, parts);
  return {
    ...before,
    desired,
    index,
    observed: {
      endpoints: carryOver(before.observed.endpoints, before.index, index),
      requests: carryOver(before.observed.requests, before.index, index),
      throttles: carryOver(before.observed.throttles, before.index, index),
      traffic: carryTraffic(before.observed.traffic, before.index, index, desired),
      hosts: new Map([...before.observed.hosts].filter(([host]) => index.byHost.has(host))),
    },
    overrides: carryOver(before.overrides, before.index, index),
    decision: carryOver(before.decision, before.index, index),
    cooling: carryOver(before.cooling, before.index, index),
    fixed,
    grouping: groupingOf(desired, parts, fixed),
  };
}

/** Judges `touched`, and translates their pools where the judgement changed, and `pools` in any case. */
function decide(
  seen: EngineState,
  touched: Iterable<EndpointId>,
  pools: ReadonlySet<string>,
  before: EngineState,
  nowMs: number,
): Turn {
  const decision = new Map(seen.decision);
  const cooling = new Map(seen.cooling);
  const changedPools = new Set(pools);
  const healthChanges: HealthChange[] = [];
  for (const id of touched) {
    const configured = seen.index.byId.get(id);
    if (configured === undefined) continue;
    const previous = decision.get(id);
    const decided = judge(seen, configured, previous, nowMs);
    if (decided === previous) continue;
    decision.set(id, decided);
    if (decided.cooldown === undefined) cooling.delete(id);
    else cooling.set(id, decided.cooldown.untilMs);
    changedPools.add(configured.pool.name);
    if (previous === undefined || healthOf(previous).healthStatus !== healthOf(decided).healthStatus) {
      healthChanges.push({ pool: configured.pool.name, endpoint: id, before: previous, after: decided });
    }
  }
  const sameFixed = seen.fixed === before.fixed;
  const sameKeys = seen.extensionConfigs === before.extensionConfigs;
  if (changedPools.size === 0 && sameFixed && sameKeys)
    return { state: seen, healthChanges, changes: new Map() };
  const loadAssignments = new Map([...seen.loadAssignments].filter(([pool]) => seen.desired.pools.has(pool)));
  const addressesOf = (host: string) => addresses(seen.observed, host);
  const translated = translateDecision(seen.desired, changedPools, decision, addressesOf);
  for (const resource of translated) loadAssignments.set(resource.name, resource);
  const change = sameFixed
    ? changeBy(seen.snapshot, sameKeys ? translated : [...translated, ...seen.extensionConfigs])
    : changeTo(seen.snapshot, [...seen.fixed, ...seen.extensionConfigs, ...loadAssignments.values()]);
  const after = {
    ...seen,
    decision,
    cooling,
    loadAssignments,
    snapshot: nextSnapshot(seen.snapshot, change),
  };
  return { state: after, healthChanges, changes: changesByGroup(before, after, change) };
}

function judge(
  state: EngineState,
  { pool, endpoint }: { readonly pool: Pool; readonly endpoint: Endpoint },
  previous: EndpointDecision | undefined,
  nowMs: number,
): EndpointDecision {
  return decideEndpoint({
    pool,
    endpoint,
    record: recordOf(state.observed, endpoint.id),
    throttle: state.observed.throttles.get(endpoint.id),
    override: state.overrides.get(endpoint.id),
    previous,
    nowMs,
  });
}

function poolsOf(index: EndpointIndex, endpoints: readonly EndpointId[]): ReadonlySet<string> {
  return new Set(endpoints.flatMap((id) => index.byId.get(id)?.pool.name ?? []));
}

/** A literal address is its own answer; a name has the last good one. */
function addresses(observed: Observed, host: string): readonly string[] {
  return isLiteralAddress(host) ? [host] : (observed.hosts.get(host)?.addresses ?? []);
}

/** IPv4 in four decimal parts, or anything with a colon, which only IPv6 may have in a host. */
export function isLiteralAddress(host: string): boolean {
  return host.includes(":") || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}
