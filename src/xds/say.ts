import type { Resource } from "../proto/resource.ts";
import type { Owed } from "./compose.ts";
import type { Dialect } from "./stream-request.ts";

/** What is to be said about one type. */
export interface Saying {
  readonly dialect: Dialect;
  readonly typeUrl: string;
  readonly version: string;
  readonly resources: readonly Resource[];
  /** Delta only: names that are not there (any more). */
  readonly removed: readonly string[];
  /** Resources whose time to live is renewed, without their content. */
  readonly heartbeats: readonly Resource[];
  /** The client understands times to live; the others are not told of them (C16). */
  readonly ttl: boolean;
}

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
