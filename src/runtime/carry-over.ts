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
