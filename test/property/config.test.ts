import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../unit/config/parse.ts";

const folder = join(import.meta.dirname, "../../examples");
const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

/** Either it is right, or there is at least one problem, each with a place inside the file. */
function judged(text: string): void {
  const parsed = parse(text);
  if (parsed.ok) return;
  const lines = text.split(/\r\n|\n|\r/);
  expect(parsed.error.length).toBeGreaterThan(0);
  for (const { line, column, message } of parsed.error) {
    expect(message).not.toBe("");
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length + 1);
    expect(column).toBeGreaterThanOrEqual(1);
  }
}

test("any text at all is judged and never throws", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), judged), { numRuns: 1_000 });
});

test("an example with a piece cut out, doubled or replaced is judged and never throws", () => {
  const piece = fc.record({
    text: fc.constantFrom(...examples),
    from: fc.nat(3_000),
    length: fc.nat(60),
    instead: fc.oneof(
      fc.constantFrom(
        "",
        ":",
        "[",
        "{",
        "}",
        "*a",
        "&a ",
        "null",
        "-1",
        "!!map ",
        "\n",
        "  ",
        '"',
        "__proto__: 1\n",
      ),
      fc.string({ maxLength: 20 }),
    ),
  });
  fc.assert(
    fc.property(piece, ({ text, from, length, instead }) =>
      judged(text.slice(0, from) + instead + text.slice(from + length)),
    ),
    { numRuns: 1_500 },
  );
});
