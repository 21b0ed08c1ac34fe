import { hash, randomBytes } from "node:crypto";
import { collectionOf } from "../snapshot/resource-key.ts";

const modulus = 1n << 64n;

/** A set of resource keys. Shared by every conversation that wants the same, and so never changed. */
export interface NameSet {
  /** Unlike that of any other set. */
  readonly id: number;
  readonly keys: ReadonlySet<string>;
  /** The sum of the keys' digests: the same for the same set, whatever order it was built in. */
  readonly sum: bigint;
}

export const noNames: NameSet = { id: 0, keys: new Set(), sum: 0n };

/** Whether the set has this key, by itself or through its glob collection. */
export function includes({ keys }: NameSet, key: string): boolean {
  if (keys.size === 0) return false;
  if (keys.has(key)) return true;
  const collection = collectionOf(key);
  return collection !== undefined && keys.has(collection);
}

/**
 * The sets in use. A thousand Envoys that want the same thousand names are one set in memory: a set is
 * found by the sum of its keys' digests, also when a name is added or taken away. The digests are made
 * with a secret, so that no client can make a set that passes for another one.
 */
export class NameSets {
  readonly #secret = randomBytes(16).toString("hex");
  readonly #known = new Map<string, { readonly set: NameSet; users: number }>();
  readonly #sums = new WeakMap<object, bigint>();
  #ids = 0;

  /** The set with these changes, for one user more; the user has to `release` the one it had. */
  change(set: NameSet, add: Iterable<string>, drop: Iterable<string>): NameSet {
    let { sum } = set;
    const added = new Set<string>();
    const dropped = new Set<string>();
    for (const key of drop) {
      if (!set.keys.has(key) || dropped.has(key)) continue;
      dropped.add(key);
      sum = (sum + modulus - this.#digest(key)) % modulus;
    }
    for (const key of add) {
      if ((set.keys.has(key) && !dropped.has(key)) || added.has(key)) continue;
      added.add(key);
      sum = (sum + this.#digest(key)) % modulus;
    }
    const size = set.keys.size + added.size - dropped.size;
    return this.#take(sum, size, () => {
      const keys = new Set<string>();
      for (const key of set.keys) if (!dropped.has(key)) keys.add(key);
      for (const key of added) keys.add(key);
      return keys;
    });
  }

  /** The set of the keys of a list, for one user more. The sum of a list is worked out once. */
  of(list: object, keys: readonly string[]): NameSet {
    let sum = this.#sums.get(list);
    if (sum === undefined) {
      sum = keys.reduce((total, key) => (total + this.#digest(key)) % modulus, 0n);
      this.#sums.set(list, sum);
    }
    return this.#take(sum, keys.length, () => new Set(keys));
  }

  release(set: NameSet): void {
    const name = nameOf(set.sum, set.keys.size);
    const known = this.#known.get(name);
    if (known === undefined) return;
    known.users -= 1;
    if (known.users === 0) this.#known.delete(name);
  }

  /** How many sets there are. */
  get size(): number {
    return this.#known.size;
  }

  #take(sum: bigint, size: number, make: () => ReadonlySet<string>): NameSet {
    if (size === 0) return noNames;
    const name = nameOf(sum, size);
    const known = this.#known.get(name);
    if (known !== undefined) {
      known.users += 1;
      return known.set;
    }
    this.#ids += 1;
    const set = { id: this.#ids, keys: make(), sum };
    this.#known.set(name, { set, users: 1 });
    return set;
  }

  #digest(key: string): bigint {
    return BigInt(`0x${hash("sha256", `${this.#secret}${key}`, "hex").slice(0, 16)}`);
  }
}

function nameOf(sum: bigint, size: number): string {
  return `${sum.toString(16)}/${size}`;
}
