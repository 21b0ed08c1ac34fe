import type { Resource } from "../proto/resource.ts";
import type { Snapshot, TypeSnapshot } from "../snapshot/snapshot.ts";

/** By type URL: the names whose resource is new, another one or gone, and the resources that are gone. */
export type SnapshotChange = ReadonlyMap<
  string,
  { readonly names: readonly string[]; readonly left: readonly Resource[] }
>;

/** What differs between two snapshots, worked out once for all streams. Types that are the same object cost nothing. */
export function snapshotChange(before: Snapshot, after: Snapshot): SnapshotChange {
  const change = new Map<string, { names: readonly string[]; left: readonly Resource[] }>();
  for (const type of new Set([...before.types.keys(), ...after.types.keys()])) {
    const was = before.types.get(type);
    const is = after.types.get(type);
    if (was !== is) change.set(type, typeChange(was, is));
  }
  return change;
}

function typeChange(was: TypeSnapshot | undefined, is: TypeSnapshot | undefined) {
  const names: string[] = [];
  const left: Resource[] = [];
  for (const [name, resource] of is?.resources ?? []) {
    if (was?.resources.get(name) !== resource) names.push(name);
  }
  for (const [name, resource] of was?.resources ?? []) {
    if (is?.resources.has(name) === true) continue;
    names.push(name);
    left.push(resource);
  }
  return { names, left };
}
