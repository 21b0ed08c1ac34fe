import type { Resource } from "../proto/resource.ts";
import type { Owed } from "./conversation.ts";
import type { Saying } from "./responses.ts";

const ids = new WeakMap<Resource, number>();
let lastId = 0;

/** A number of its own for each resource, for as long as it lives. */
function idOf(resource: Resource): number {
  const known = ids.get(resource);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(resource, lastId);
  return lastId;
}

/** What a saying is known by: streams that are owed the same have equal keys. */
export function keyOf(saying: Saying, owed: Owed): string {
  const what =
    owed.whole ??
    [
      saying.resources.map(idOf).join(),
      saying.heartbeats.map(idOf).join(),
      JSON.stringify(saying.removed),
    ].join("/");
  return [saying.dialect, saying.ttl, saying.typeUrl, saying.version, what].join("|");
}
