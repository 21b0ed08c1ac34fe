import type { Resource } from "../proto/resource.ts";
import { type ContentSum, nothing, versionOf } from "./content-version.ts";

/** What the fleet should have now. Immutable: a change makes a new one that shares every unchanged resource. */
export interface Snapshot {
  readonly types: ReadonlyMap<string, TypeSnapshot>;
}

/** All resources of one type, by name. The same object as before when nothing of the type changed. */
export interface TypeSnapshot {
  /** The sum as 16 hex characters. */
  readonly version: string;
  readonly sum: ContentSum;
  readonly resources: ReadonlyMap<string, Resource>;
}

export const emptySnapshot: Snapshot = { types: new Map() };

export const emptyTypeSnapshot: TypeSnapshot = {
  version: versionOf(nothing),
  sum: nothing,
  resources: new Map(),
};
