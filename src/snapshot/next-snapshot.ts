import type { Resource } from "../proto/resource.ts";
import { minus, plus, versionOf } from "./content-version.ts";
import { emptyTypeSnapshot, type Snapshot, type TypeSnapshot } from "./snapshot.ts";

/** What became another one: exactly what a server of the snapshot before has to be told. */
export interface SnapshotChange {
  readonly upsert: readonly Resource[];
  readonly remove: readonly Resource[];
}

/** The change from a snapshot to one of exactly these resources. Looks at every resource. */
export function changeTo(before: Snapshot, resources: Iterable<Resource>): SnapshotChange {
  const upsert: Resource[] = [];
  const kept = new Set<Resource>();
  for (const resource of resources) {
    const known = before.types.get(resource.typeUrl)?.resources.get(resource.name);
    if (known !== undefined) kept.add(known);
    if (known?.version !== resource.version) upsert.push(resource);
  }
  const all = [...before.types.values()].flatMap(({ resources }) => [...resources.values()]);
  return { upsert, remove: all.filter((resource) => !kept.has(resource)) };
}

/** Of these resources, those that are new or another one. */
export function changeBy(before: Snapshot, resources: Iterable<Resource>): SnapshotChange {
  const known = ({ typeUrl, name }: Resource) => before.types.get(typeUrl)?.resources.get(name)?.version;
  return { upsert: [...resources].filter((resource) => known(resource) !== resource.version), remove: [] };
}

/**
 * The snapshot after a change, sharing with the one before all that is the same: a type in which nothing
 * changed is the same object, and when nothing changed at all it is `before` itself.
 */
export function nextSnapshot(before: Snapshot, { upsert, remove }: SnapshotChange): Snapshot {
  if (upsert.length + remove.length === 0) return before;
  const types = new Map(before.types);
  const put = Map.groupBy(upsert, ({ typeUrl }) => typeUrl);
  const taken = Map.groupBy(remove, ({ typeUrl }) => typeUrl);
  for (const typeUrl of new Set([...put.keys(), ...taken.keys()])) {
    const was = before.types.get(typeUrl) ?? emptyTypeSnapshot;
    types.set(typeUrl, nextType(was, put.get(typeUrl) ?? [], taken.get(typeUrl) ?? []));
  }
  return { types };
}

function nextType(
  before: TypeSnapshot,
  upsert: readonly Resource[],
  remove: readonly Resource[],
): TypeSnapshot {
  const resources = new Map(before.resources);
  let { sum } = before;
  for (const resource of remove) {
    sum = minus(sum, resource.name, resource);
    resources.delete(resource.name);
  }
  for (const resource of upsert) {
    const known = resources.get(resource.name);
    if (known !== undefined) sum = minus(sum, known.name, known);
    sum = plus(sum, resource.name, resource);
    resources.set(resource.name, resource);
  }
  return { version: versionOf(sum), sum, resources };
}
