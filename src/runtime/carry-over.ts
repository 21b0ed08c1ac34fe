import type { Traffic } from "../facts/traffic.ts";
import type { Desired } from "../model/desired.ts";
import type { EndpointId } from "../model/pool.ts";
import { type EndpointIndex, identityOf } from "./endpoint-index.ts";

/**
 * Takes what is known of endpoints over an edit of the file. An endpoint without an id of its own is
 * called by its place in the list, so a line inserted above renames it: it is recognised by where it
 * points, keeps its health, and is not checked from nothing. What points elsewhere now starts anew.
 */
export function carryOver<T>(
  known: ReadonlyMap<EndpointId, T>,
  before: EndpointIndex,
  after: EndpointIndex,
): ReadonlyMap<EndpointId, T> {
  const byIdentity = new Map<string, T>();
  for (const [id, { pool, endpoint }] of before.byId) {
    const value = known.get(id);
    if (value !== undefined) byIdentity.set(identityOf(pool, endpoint), value);
  }
  const carried = new Map<EndpointId, T>();
  for (const [id, { pool, endpoint }] of after.byId) {
    const value = byIdentity.get(identityOf(pool, endpoint));
    if (value !== undefined) carried.set(id, value);
  }
  return carried;
}

/** The same for what requests showed; of models and pools what still has its name. */
export function carryTraffic(
  { endpoints, models, unreached }: Traffic,
  before: EndpointIndex,
  after: EndpointIndex,
  desired: Desired,
): Traffic {
  return {
    endpoints: carryOver(endpoints, before, after),
    models: new Map([...models].filter(([name]) => desired.models.has(name))),
    unreached: new Map([...unreached].filter(([name]) => desired.pools.has(name))),
  };
}
