import { createHash } from "node:crypto";
import type { Resource } from "../proto/resource.ts";
import type { Snapshot, TypeSnapshot } from "./snapshot.ts";

/**
 * The snapshot of these resources, sharing with the one before all that is the same: a resource of the
 * same version is the same object, a type in which nothing changed is the same object, and when
 * nothing changed at all it is `before` itself. So "what changed?" is a comparison of objects.
 */
export function nextSnapshot(before: Snapshot, resources: Iterable<Resource>): Snapshot {
  const byType = Map.groupBy(resources, ({ typeUrl }) => typeUrl);
  const types = new Map<string, TypeSnapshot>();
  for (const [typeUrl, ofType] of byType) types.set(typeUrl, nextType(before.types.get(typeUrl), ofType));
  // A type whose last resource left is still a type that streams may be subscribed to: it is empty now.
  for (const [typeUrl, was] of before.types) {
    if (!types.has(typeUrl)) types.set(typeUrl, nextType(was, []));
  }
  const same =
    types.size === before.types.size && [...types].every(([url, type]) => before.types.get(url) === type);
  return same ? before : { types };
}

function nextType(before: TypeSnapshot | undefined, after: readonly Resource[]): TypeSnapshot {
  const resources = new Map<string, Resource>();
  let same = before !== undefined && before.resources.size === after.length;
  for (const resource of after) {
    const known = before?.resources.get(resource.name);
    const unchanged = known !== undefined && known.version === resource.version;
    same &&= unchanged;
    resources.set(resource.name, unchanged ? known : resource);
  }
  if (same && before !== undefined) return before;
  return { version: versionOf(resources), resources };
}

/** Independent of the order in which the resources came. */
function versionOf(resources: ReadonlyMap<string, Resource>): string {
  const hash = createHash("sha256");
  for (const name of [...resources.keys()].sort()) hash.update(`${name}\0${resources.get(name)?.version}\0`);
  return hash.digest("hex").slice(0, 16);
}
