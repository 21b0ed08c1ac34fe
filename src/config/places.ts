import type { Path } from "./path.ts";

interface Spot {
  value?: number;
  key?: number;
  inner?: Map<string | number, Spot>;
}

/** Offsets of values and keys by their path: a tree, because paths written out would repeat every key above. */
export class Places {
  readonly #root: Spot = {};

  setValue(path: Path, offset: number): void {
    this.#spot(path).value = offset;
  }

  setKey(path: Path, offset: number): void {
    this.#spot(path).key = offset;
  }

  key(path: Path): number | undefined {
    let spot: Spot | undefined = this.#root;
    for (const step of path) spot = spot?.inner?.get(step);
    return spot?.key;
  }

  /** The offset of the value at the path, or of the innermost one around it that is there. */
  nearestValue(path: Path): number | undefined {
    let spot: Spot | undefined = this.#root;
    let nearest = spot.value;
    for (const step of path) {
      spot = spot?.inner?.get(step);
      nearest = spot?.value ?? nearest;
    }
    return nearest;
  }

  #spot(path: Path): Spot {
    let spot = this.#root;
    for (const step of path) {
      spot.inner ??= new Map();
      let next = spot.inner.get(step);
      if (next === undefined) {
        next = {};
        spot.inner.set(step, next);
      }
      spot = next;
    }
    return spot;
  }
}
