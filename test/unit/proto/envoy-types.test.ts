import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { envoyTypes } from "../../../scripts/envoy-types.ts";

test("the types are those of the definitions: run `npm run generate:types` after changing protos/", () => {
  const shipped = readFileSync(join(import.meta.dirname, "../../../src/proto/envoy-types.ts"), "utf8");
  expect(shipped === envoyTypes()).toBe(true);
});
