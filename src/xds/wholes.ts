import type { Resource } from "../proto/resource.ts";
import { isCollection } from "../snapshot/resource-key.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import { type NameSet, noNames } from "./name-set.ts";

/** Everything that a subscription selects. */
export interface Whole {
  readonly resources: readonly Resource[];
  /** Asked for by name, and not there. */
  readonly missing: readonly string[];
  /** Names it, for as long as nothing changes. */
  readonly key: string;
  /** That a client has accepted it is noted once. */
  accepted: boolean;
}

const remembered = 8;
const known = new WeakMap<
  TypeStore,
  { readonly id: number; changes: number; readonly wholes: Map<number, Whole> }
>();
let ids = 0;

/**
 * All that is selected by a set of names, or by the wildcard (undefined). Streams that want the same are
 * given the same object, so that a fleet's first sync works it out once.
 */
export function wholeOf(type: TypeStore, set: NameSet | undefined): Whole {
  let ofType = known.get(type);
  if (ofType === undefined) {
    ids += 1;
    ofType = { id: ids, changes: type.changes, wholes: new Map() };
    known.set(type, ofType);
  }
  if (ofType.changes !== type.changes || ofType.wholes.size >= remembered) ofType.wholes.clear();
  ofType.changes = type.changes;
  const id = set === undefined ? -1 : set.id;
  const found = ofType.wholes.get(id);
  if (found !== undefined) return found;
  const key = `${ofType.id}/${type.changes}/${id}`;
  const made = { ...selected(type, set), key, accepted: false };
  ofType.wholes.set(id, made);
  return made;
}

function selected(type: TypeStore, set: NameSet | undefined): Pick<Whole, "resources" | "missing"> {
  if (set === undefined) return { resources: [...type.all()], missing: [] };
  if (set === noNames) return { resources: [], missing: [] };
  const resources = new Set<Resource>();
  const missing: string[] = [];
  for (const key of set.keys) {
    const members = isCollection(key) ? [...type.membersOf(key)] : [key];
    const found = members.flatMap((member) => type.get(member) ?? []);
    for (const resource of found) resources.add(resource);
    if (found.length === 0) missing.push(key);
  }
  return { resources: [...resources], missing };
}
