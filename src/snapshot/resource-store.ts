import type { Resource } from "../proto/resource.ts";
import { resourceKey } from "./resource-key.ts";
import { TypeStore } from "./type-store.ts";

/** One resource that changed. What it is now stands in its type's store. */
export interface Changed {
  readonly typeUrl: string;
  readonly key: string;
  /** What it was; undefined when it is new. */
  readonly before: Resource | undefined;
}

export interface ResourceChange {
  readonly upsert?: Iterable<Resource> | undefined;
  readonly remove?: Iterable<{ readonly typeUrl: string; readonly name: string }> | undefined;
  /** Version of every type in which this changes anything; a hash of the content where it is left out. */
  readonly version?: string | undefined;
}

/**
 * What one group of nodes is to have, and what changed lately. Readers keep a cursor into the changes
 * and look at what is behind it when it is their turn; so a change costs its own size once, whoever
 * reads it and however late.
 */
export class ResourceStore {
  readonly #types = new Map<string, TypeStore>();
  /** Changes since `#trimmed`; the cursor of a reader is `#trimmed` + its index. */
  #log: Changed[] = [];
  #trimmed = 0;

  /** Where a reader is that has seen everything. */
  get cursor(): number {
    return this.#trimmed + this.#log.length;
  }

  /** The type's store; an empty one for a type that has never had a resource. */
  type(typeUrl: string): TypeStore {
    return this.#types.get(typeUrl) ?? emptyOf(typeUrl);
  }

  get types(): Iterable<TypeStore> {
    return this.#types.values();
  }

  /** Replaces everything: what is not in `resources` is gone. Gives the number of changes. */
  set(resources: Iterable<Resource>, version?: string): number {
    const before = this.cursor;
    const kept = new Map<string, Set<string>>();
    for (const resource of resources) {
      const key = this.#put(resource, version);
      const ofType = kept.get(resource.typeUrl);
      if (ofType === undefined) kept.set(resource.typeUrl, new Set([key]));
      else ofType.add(key);
    }
    for (const type of this.#types.values()) {
      const keys = kept.get(type.typeUrl);
      for (const key of [...type.keys()])
        if (keys?.has(key) !== true) this.#change(type, key, undefined, version);
    }
    return this.cursor - before;
  }

  /** Takes over what is told and leaves the rest. Gives the number of changes. */
  update({ upsert, remove, version }: ResourceChange): number {
    const before = this.cursor;
    for (const resource of upsert ?? []) this.#put(resource, version);
    for (const { typeUrl, name } of remove ?? []) {
      const type = this.#types.get(typeUrl);
      if (type !== undefined) this.#change(type, resourceKey(name), undefined, version);
    }
    return this.cursor - before;
  }

  /** What changed behind a cursor, oldest first; a resource may be there more than once. */
  *since(cursor: number): Iterable<Changed> {
    for (let index = cursor - this.#trimmed; index < this.#log.length; index += 1) {
      const changed = this.#log[index];
      if (changed !== undefined) yield changed;
    }
  }

  /** Forgets the changes before this cursor; every reader must have come so far. */
  trim(cursor: number): void {
    this.#log = this.#log.slice(cursor - this.#trimmed);
    this.#trimmed = cursor;
  }

  #put(resource: Resource, version: string | undefined): string {
    let type = this.#types.get(resource.typeUrl);
    if (type === undefined) {
      type = new TypeStore(resource.typeUrl);
      this.#types.set(resource.typeUrl, type);
    }
    const key = resourceKey(resource.name);
    this.#change(type, key, resource, version);
    return key;
  }

  #change(type: TypeStore, key: string, after: Resource | undefined, version: string | undefined): void {
    const before = type.put(key, after, version);
    if (before !== false) this.#log.push({ typeUrl: type.typeUrl, key, before });
  }
}

/** Shared by all that ask for a type that nobody serves: what a client asks for leaves nothing behind here. */
function emptyOf(typeUrl: string): TypeStore {
  const known = empties.get(typeUrl);
  if (known !== undefined) return known;
  const made = new TypeStore(typeUrl);
  if (empties.size < 256) empties.set(typeUrl, made);
  return made;
}

const empties = new Map<string, TypeStore>();
