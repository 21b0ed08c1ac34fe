import { type Resource, sameResource } from "../proto/resource.ts";
import { minus, nothing, plus, versionOf } from "./content-version.ts";
import { collectionOf, resourceKey } from "./resource-key.ts";

/**
 * The resources of one type as they are now, under their keys (`resource-key.ts`). Everything it keeps
 * beside them is kept up with each change, so that a change costs the same among ten resources and
 * among ten thousand.
 */
export class TypeStore {
  readonly typeUrl: string;
  readonly #resources = new Map<string, Resource>();
  readonly #aliases = new Map<string, string>();
  /** Members by the glob collection they belong to. */
  readonly #collections = new Map<string, Set<string>>();
  /** Keys by time to live, for heartbeats. */
  readonly #byTtl = new Map<number, Set<string>>();
  /** Last versions that a client has accepted, of resources whose present version none may ever accept. */
  readonly #lastGood = new Map<string, Resource>();
  readonly #accepted = new WeakSet<Resource>();
  #sum = nothing;
  #explicit: string | undefined;
  #changes = 0;

  constructor(typeUrl: string) {
    this.typeUrl = typeUrl;
  }

  /** What was given with the last change, or else what follows from the content (`content-version.ts`). */
  get version(): string {
    return this.#explicit ?? versionOf(this.#sum);
  }

  /** Counts changes: equal means nothing changed in between. */
  get changes(): number {
    return this.#changes;
  }

  get size(): number {
    return this.#resources.size;
  }

  get ttls(): ReadonlyMap<number, ReadonlySet<string>> {
    return this.#byTtl;
  }

  /** The resource under this key or alias. */
  get(key: string): Resource | undefined {
    const direct = this.#resources.get(key);
    if (direct !== undefined || this.#aliases.size === 0) return direct;
    const owner = this.#aliases.get(key);
    return owner === undefined ? undefined : this.#resources.get(owner);
  }

  keyOf(resource: Resource): string {
    return resourceKey(resource.name);
  }

  /** The key of the resource under this key or alias; the key itself where there is none. */
  ownerOf(key: string): string {
    if (this.#resources.has(key)) return key;
    return this.#aliases.get(key) ?? key;
  }

  keys(): Iterable<string> {
    return this.#resources.keys();
  }

  all(): Iterable<Resource> {
    return this.#resources.values();
  }

  membersOf(collection: string): Iterable<string> {
    return this.#collections.get(collection) ?? [];
  }

  /** The version that clients accepted before the present one, if there is one. */
  lastGood(key: string): Resource | undefined {
    return this.#lastGood.get(key);
  }

  /** A client has accepted it. */
  accept(resource: Resource): void {
    this.#accepted.add(resource);
  }

  /** Puts or takes away (undefined); gives what was there before, or false when that is the same. */
  put(
    key: string,
    after: Resource | undefined,
    explicitVersion: string | undefined,
  ): Resource | undefined | false {
    const before = this.#resources.get(key);
    if (before === after || (before !== undefined && after !== undefined && sameResource(before, after)))
      return false;
    if (before !== undefined) this.#leave(key, before);
    if (after !== undefined) this.#enter(key, after);
    else this.#lastGood.delete(key);
    this.#explicit = explicitVersion;
    this.#changes += 1;
    return before;
  }

  #enter(key: string, resource: Resource): void {
    this.#resources.set(key, resource);
    this.#sum = plus(this.#sum, key, resource);
    for (const alias of resource.aliases ?? []) this.#aliases.set(resourceKey(alias), key);
    if (resource.ttlMs !== undefined) addTo(this.#byTtl, resource.ttlMs, key);
    const collection = collectionOf(key);
    if (collection !== undefined) addTo(this.#collections, collection, key);
  }

  #leave(key: string, resource: Resource): void {
    this.#resources.delete(key);
    if (this.#accepted.has(resource)) this.#lastGood.set(key, resource);
    this.#sum = minus(this.#sum, key, resource);
    for (const alias of resource.aliases ?? []) {
      if (this.#aliases.get(resourceKey(alias)) === key) this.#aliases.delete(resourceKey(alias));
    }
    if (resource.ttlMs !== undefined) takeFrom(this.#byTtl, resource.ttlMs, key);
    const collection = collectionOf(key);
    if (collection !== undefined) takeFrom(this.#collections, collection, key);
  }
}

function addTo<K>(sets: Map<K, Set<string>>, at: K, key: string): void {
  const known = sets.get(at);
  if (known === undefined) sets.set(at, new Set([key]));
  else known.add(key);
}

function takeFrom<K>(sets: Map<K, Set<string>>, at: K, key: string): void {
  const known = sets.get(at);
  known?.delete(key);
  if (known?.size === 0) sets.delete(at);
}
