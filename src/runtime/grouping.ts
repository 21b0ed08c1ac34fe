import type { Desired } from "../model/desired.ts";
import { narrowed } from "../model/narrowed.ts";
import { everyone, type NodeGroup } from "../model/node-group.ts";
import type { Resource } from "../proto/resource.ts";
import { typeUrl } from "../proto/type-url.ts";
import type { SnapshotChange } from "../snapshot/next-snapshot.ts";
import { type Parts, translateDesired } from "../translate/translate.ts";

/** Who is given what; and which groups are given a pool, so that a verdict about it costs no search. */
export interface Grouping {
  readonly byName: ReadonlyMap<string, Given>;
  readonly byPool: ReadonlyMap<string, readonly string[]>;
}

/** What a group is given. */
interface Given {
  /** What follows from the configuration alone. */
  readonly fixed: readonly Resource[];
  /** The pools whose load assignments it is given as well. */
  readonly pools: readonly string[];
}

/** What of the engine's state says what groups are given. */
interface Grouped {
  readonly grouping: Grouping;
  /** By pool. */
  readonly loadAssignments: ReadonlyMap<string, Resource>;
  /** Given to every group. */
  readonly extensionConfigs: readonly Resource[];
}

export const nobody: Grouping = { byName: new Map(), byPool: new Map() };

/** @param all what follows from the whole configuration, for everyone where there are no groups */
export function groupingOf(desired: Desired, parts: Parts, all: readonly Resource[]): Grouping {
  const byName =
    desired.groups.size === 0
      ? new Map([[everyone, { fixed: all, pools: [...desired.pools.keys()] }]])
      : givenByGroup(desired, parts);
  const pairs = [...byName].flatMap(([group, { pools }]) => pools.map((pool) => ({ group, pool })));
  const byPool = Map.groupBy(pairs, ({ pool }) => pool);
  return {
    byName,
    byPool: new Map([...byPool].map(([pool, of]) => [pool, of.map(({ group }) => group)])),
  };
}

/** Groups with the same models are given the same. */
function givenByGroup(desired: Desired, parts: Parts): ReadonlyMap<string, Given> {
  const byModels = new Map<string, Given>();
  const givenTo = (group: NodeGroup): Given => {
    const models = JSON.stringify(group.models?.toSorted() ?? "every model");
    const known = byModels.get(models);
    if (known !== undefined) return known;
    const own = narrowed(desired, group);
    const made = { fixed: translateDesired(own, parts), pools: [...own.pools.keys()] };
    byModels.set(models, made);
    return made;
  };
  return new Map([...desired.groups].map(([name, group]) => [name, givenTo(group)]));
}

/** Everything that a group is to have now. */
export function resourcesOf(
  { grouping, loadAssignments, extensionConfigs }: Grouped,
  group: string,
): readonly Resource[] {
  const { fixed, pools } = grouping.byName.get(group) ?? { fixed: [], pools: [] };
  return [...fixed, ...extensionConfigs, ...pools.flatMap((pool) => loadAssignments.get(pool) ?? [])];
}

/**
 * What each group is to be told of a change.
 *
 * @param change of all resources together
 */
export function changesByGroup(
  before: Grouped,
  after: Grouped,
  change: SnapshotChange,
): ReadonlyMap<string, SnapshotChange> {
  if (after.grouping === before.grouping) return withoutEdit(after.grouping, change);
  // Everyone had everything, and has: no need to look at what is the same.
  if (before.grouping.byName.has(everyone) && after.grouping.byName.has(everyone))
    return new Map([[everyone, change]]);
  return new Map([...after.grouping.byName.keys()].map((group) => [group, afterEdit(before, after, group)]));
}

/** As long as the file stays, only load assignments change, which some groups have, and what all have. */
function withoutEdit(
  { byName, byPool }: Grouping,
  { upsert }: SnapshotChange,
): ReadonlyMap<string, SnapshotChange> {
  const told = new Map<string, Resource[]>();
  const groupsWith = ({ typeUrl: type, name }: Resource): Iterable<string> =>
    type === typeUrl.clusterLoadAssignment ? (byPool.get(name) ?? []) : byName.keys();
  for (const resource of upsert) {
    for (const group of groupsWith(resource)) {
      const known = told.get(group);
      if (known === undefined) told.set(group, [resource]);
      else known.push(resource);
    }
  }
  return new Map([...told].map(([group, resources]) => [group, { upsert: resources, remove: [] }]));
}

/** What is the same is told again, for the server to see: it compares, and sends only what differs. */
function afterEdit(before: Grouped, after: Grouped, group: string): SnapshotChange {
  const upsert = resourcesOf(after, group);
  const kept = new Set(upsert.map(nameOf));
  return {
    upsert,
    remove: resourcesOf(before, group).filter((resource) => !kept.has(nameOf(resource))),
  };
}

function nameOf({ typeUrl, name }: Resource): string {
  return `${typeUrl}/${name}`;
}
