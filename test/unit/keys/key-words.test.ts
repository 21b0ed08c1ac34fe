import { expect, test } from "vitest";
import { keyFaults } from "../../../src/model/key-faults.ts";
import { lifetimeMs } from "../../../src/model/key-lifetime.ts";

test.each([
  { text: "30m", ms: 1_800_000 },
  { text: "12h", ms: 43_200_000 },
  { text: "90d", ms: 7_776_000_000 },
  { text: "3650d", ms: 315_360_000_000 },
  { text: "3651d", ms: undefined },
  { text: "0d", ms: undefined },
  { text: "90", ms: undefined },
  { text: "-1d", ms: undefined },
  { text: "1.5d", ms: undefined },
  { text: "never", ms: undefined },
])("a key for $text", ({ text, ms }) => expect(lifetimeMs(text)).toBe(ms));

const good = { name: "ci", team: undefined, models: ["*"] };

test.each([
  { story: "good", key: good, at: [] },
  { story: "letters of any language", key: { ...good, name: "Bücher 本", team: "ü" }, at: [] },
  { story: "no name", key: { ...good, name: "" }, at: ["name"] },
  { story: "a line break in the team", key: { ...good, team: "a\nb" }, at: ["team"] },
  { story: "a long name", key: { ...good, name: "x".repeat(129) }, at: ["name"] },
  { story: "no model", key: { ...good, models: [] }, at: ["models"] },
  { story: "an empty model", key: { ...good, models: ["a", ""] }, at: ["models"] },
  { story: "more models than a token holds", key: { ...good, models: ["x".repeat(2_048)] }, at: ["models"] },
])("a key with $story", ({ key, at }) => expect(keyFaults(key).map(({ path }) => path)).toEqual(at));
