import type { Resource } from "../proto/resource.ts";

/** What the fleet should have now. Immutable: a change makes a new one that shares every unchanged resource. */
export interface Snapshot {
  readonly types: ReadonlyMap<string, TypeSnapshot>;
}

/** All resources of one type. The same object as before when nothing of the type changed. */
export interface TypeSnapshot {
  /** Hash over names and versions, 16 hex characters. */
  readonly version: string;
  readonly resources: ReadonlyMap<string, Resource>;
}

export const emptySnapshot: Snapshot = { types: new Map() };

/** No resources of a type; its version is the hash of nothing, as `nextSnapshot` makes it. */
export const emptyTypeSnapshot: TypeSnapshot = { version: "e3b0c44298fc1c14", resources: new Map() };
