import { expect, test } from "vitest";
import { NameSets, noNames } from "../../../src/xds/name-set.ts";

test("the same names are one set, whatever the way there, and gone with their last user", () => {
  const sets = new NameSets();
  const one = sets.change(noNames, ["a", "b"], []);
  const other = sets.change(sets.change(noNames, ["b", "c"], []), ["a"], ["c"]);
  expect(other).toBe(one);
  expect([...one.keys].sort()).toEqual(["a", "b"]);
  expect(sets.change(one, ["a"], ["b", "nobody"])).not.toBe(one);
  const before = sets.size;
  sets.release(one);
  sets.release(other);
  expect(sets.size).toBe(before - 1);
});

test("no names are no set", () => {
  const sets = new NameSets();
  const one = sets.change(noNames, ["a"], []);
  expect(sets.change(one, [], ["a"])).toBe(noNames);
});
