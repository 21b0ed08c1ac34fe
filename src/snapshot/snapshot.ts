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
