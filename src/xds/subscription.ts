import { resourceKey } from "../snapshot/resource-key.ts";
import { emptyList, type NameList } from "./name-list.ts";
import { includes, type NameSet, type NameSets, noNames } from "./name-set.ts";

/** What a request changed. Keys, not names (`resource-key.ts`). */
export interface Change {
  readonly becameWildcard: boolean;
  /** Asked for now: each is owed an answer, known or not (W3, X4). */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The set before was empty, and there is no wildcard: `added` is all there is. */
  readonly fresh: boolean;
}

const unchanged: Change = { becameWildcard: false, added: [], removed: [], fresh: false };

/**
 * What one stream wants of one type. Both dialects end up here: state of the world replaces the list,
 * delta adds and takes away. Wildcard rules: xds_protocol.rst "How the client specifies what
 * resources to return".
 */
export class Subscription {
  readonly #sets: NameSets;
  /** Whether an empty first request means everything; not for types that are asked for on demand (X12). */
  readonly #legacyWildcard: boolean;
  #set: NameSet = noNames;
  #list: NameList = emptyList;
  #wildcard = false;
  /** A name or `*` was sent once; from then on an empty list means nothing, not everything (C8). */
  #explicit = false;

  constructor(sets: NameSets, legacyWildcard: boolean) {
    this.#sets = sets;
    this.#legacyWildcard = legacyWildcard;
  }

  get wildcard(): boolean {
    return this.#wildcard;
  }

  get set(): NameSet {
    return this.#set;
  }

  /** Whether the resource is wanted: by name, by one of its aliases, or because all are. */
  wants(key: string, aliases: readonly string[] | undefined): boolean {
    if (this.#wildcard || includes(this.#set, key)) return true;
    return aliases?.some((alias) => this.#set.keys.has(resourceKey(alias))) === true;
  }

  /** Whether it was asked for by its own name. */
  wantsByName(key: string): boolean {
    return this.#set.keys.has(key);
  }

  /** State of the world: the list as it is now. */
  replace(list: NameList): Change {
    if (list === this.#list && this.#explicit) return unchanged;
    if (list.names.length > 0) this.#explicit = true;
    this.#list = list;
    const { keys, wildcard } = parsedList(list);
    const before = { set: this.#set, wildcard: this.#wildcard };
    this.#wildcard = wildcard || (list.names.length === 0 && !this.#explicit && this.#legacyWildcard);
    this.#set = this.#sets.of(list, keys);
    this.#sets.release(before.set);
    return this.#change(before);
  }

  /** Delta: names to add and to take away. `first` tells the first request of the type on the stream. */
  update(subscribe: NameList, unsubscribe: NameList, first: boolean): Change {
    const add = parsedList(subscribe);
    const drop = parsedList(unsubscribe);
    const before = { set: this.#set, wildcard: this.#wildcard };
    const named = subscribe.names.length + unsubscribe.names.length > 0;
    if (named) this.#explicit = true;
    if (first && !named && this.#legacyWildcard) this.#wildcard = true;
    if (add.wildcard) this.#wildcard = true;
    if (drop.wildcard) this.#wildcard = false;
    if (named) {
      const plain = before.set === noNames && drop.keys.length === 0;
      this.#set = plain
        ? this.#sets.of(subscribe, add.keys)
        : this.#sets.change(before.set, add.keys, drop.keys);
      this.#sets.release(before.set);
    }
    return {
      becameWildcard: this.#wildcard && !before.wildcard,
      added: add.keys,
      removed: drop.keys.filter((key) => before.set.keys.has(key) || this.#wildcard),
      fresh: before.set === noNames && !this.#wildcard,
    };
  }

  release(): void {
    this.#sets.release(this.#set);
    this.#set = noNames;
  }

  #change(before: { readonly set: NameSet; readonly wildcard: boolean }): Change {
    const becameWildcard = this.#wildcard && !before.wildcard;
    if (before.set === this.#set) return { ...unchanged, becameWildcard };
    const without = (keys: ReadonlySet<string>, other: ReadonlySet<string>) =>
      [...keys].filter((key) => !other.has(key));
    return {
      becameWildcard,
      added: without(this.#set.keys, before.set.keys),
      removed: without(before.set.keys, this.#set.keys),
      fresh: before.set === noNames && !this.#wildcard,
    };
  }
}

interface ParsedList {
  readonly keys: readonly string[];
  readonly wildcard: boolean;
}

const parsed = new WeakMap<NameList, ParsedList>();

/** Lists are shared by the streams that sent them, so this is done once for a fleet. */
function parsedList(list: NameList): ParsedList {
  const known = parsed.get(list);
  if (known !== undefined) return known;
  const names = list.names.filter((name) => name !== "*");
  const made = { keys: [...new Set(names.map(resourceKey))], wildcard: names.length < list.names.length };
  parsed.set(list, made);
  return made;
}
