import { expect, test } from "vitest";
import { collectionOf, isCollection, resourceKey } from "../../../src/snapshot/resource-key.ts";

const same = "xdstp://auth/type/pool/a?x=1&y=2";

test.each([
  { story: "a plain name is itself", name: "pool?b=1&a=2", key: "pool?b=1&a=2" },
  { story: "parameters in any order", name: "xdstp://auth/type/pool/a?y=2&x=1", key: same },
  { story: "directives do not count", name: `${same}#entry=b`, key: same },
  { story: "needless percent signs", name: "xdstp://auth/type/p%6Fol/a?x=1&y=%32", key: same },
  { story: "what is no encoding stays", name: "xdstp://auth/type/%zz", key: "xdstp://auth/type/%zz" },
])("$story: $name", ({ name, key }) => {
  expect(resourceKey(name)).toBe(key);
});

test("a key belongs to the glob collection beside it", () => {
  expect(collectionOf(same)).toBe("xdstp://auth/type/pool/*?x=1&y=2");
  expect(isCollection(collectionOf(same) ?? "")).toBe(true);
  expect(collectionOf("plain/a")).toBeUndefined();
});
