/**
 * What one stream wants of one type. Both dialects end up here: state of the world replaces the list,
 * delta adds and takes away. Wildcard rules: xds_protocol.rst "How the client specifies what
 * resources to return".
 */
export class Subscription {
  #names = new Set<string>();
  #wildcard = false;
  /** A name or `*` was sent once; from then on an empty list means nothing, not everything. */
  #explicit = false;

  get wildcard(): boolean {
    return this.#wildcard;
  }

  get size(): number {
    return this.#names.size;
  }

  /** Whether the resource is wanted, by name or because all are. */
  has(name: string): boolean {
    return this.#wildcard || this.#names.has(name);
  }

  /** Whether it was asked for by its own name, so that its absence must be told. */
  hasByName(name: string): boolean {
    return this.#names.has(name);
  }

  names(): Iterable<string> {
    return this.#names;
  }

  /** State of the world: the list as it is now. */
  replace(listed: readonly string[]): Change {
    if (listed.length > 0) this.#explicit = true;
    const wildcard = listed.includes("*") || (listed.length === 0 && !this.#explicit);
    const names = new Set(listed.filter((name) => name !== "*"));
    const change = {
      becameWildcard: wildcard && !this.#wildcard,
      added: [...names].filter((name) => !this.#names.has(name)),
      removed: [...this.#names].filter((name) => !names.has(name)),
    };
    this.#names = names;
    this.#wildcard = wildcard;
    return change;
  }

  /** Delta: names to add and to take away. `first` tells the first request of the type on the stream. */
  update(subscribe: readonly string[], unsubscribe: readonly string[], first: boolean): Change {
    const before = this.#wildcard;
    if (subscribe.length > 0) this.#explicit = true;
    if (first && subscribe.length === 0) this.#wildcard = true;
    const added: string[] = [];
    for (const name of subscribe) {
      if (name === "*") this.#wildcard = true;
      else {
        this.#names.add(name);
        added.push(name);
      }
    }
    const removed: string[] = [];
    for (const name of unsubscribe) {
      if (name === "*") this.#wildcard = false;
      else if (this.#names.delete(name) || this.#wildcard) removed.push(name);
    }
    return { becameWildcard: this.#wildcard && !before, added, removed };
  }
}

export interface Change {
  readonly becameWildcard: boolean;
  /** Asked for now: each is owed an answer, known or not (W3, X4). */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
