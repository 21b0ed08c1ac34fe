import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../unit/config/parse.ts";

const folder = join(import.meta.dirname, "../../examples");
const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

/** Either it is right, twice the same; or there is at least one problem, each with a place inside the file. */
function judged(text: string): void {
  const parsed = parse(text);
  if (parsed.ok) {
    expect(parse(text)).toEqual(parsed);
    return;
  }
  // A byte order mark at the start is no column.
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  expect(parsed.error.length).toBeGreaterThan(0);
  for (const { line, column, message } of parsed.error) {
    expect(message).not.toBe("");
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
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

test("what is written comes out, whatever the names, weights and priorities are", () => {
  const endpoint = fc.record({
    url: fc.constantFrom("http://10.0.0.1:8000/v1", "https://api.test"),
    weight: fc.integer({ min: 1, max: 1_000_000 }),
    priority: fc.integer({ min: 0, max: 127 }),
  });
  const name = fc
    .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 })
    .filter((text) => !["*", "!", "<<", "__proto__", "constructor", "prototype"].includes(text));
  const file = fc.dictionary(name, fc.array(endpoint, { minLength: 1, maxLength: 4 }), {
    minKeys: 1,
    maxKeys: 4,
  });
  fc.assert(
    fc.property(file, (written) => {
      const pools = Object.entries(written).map(([pool, endpoints], number) => [
        pool,
        { endpoints: endpoints.map((one, index) => ({ id: `e-${number}-${index}`, ...one })) },
      ]);
      const parsed = parse(JSON.stringify({ pools: Object.fromEntries(pools) }));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const read = [...parsed.value.desired.pools.values()];
      expect(
        read.map((pool) => [pool.name, pool.endpoints.map(({ weight, priority }) => ({ weight, priority }))]),
      ).toEqual(
        Object.entries(written).map(([pool, endpoints]) => [
          pool,
          endpoints.map(({ weight, priority }) => ({ weight, priority })),
        ]),
      );
    }),
    { numRuns: 200 },
  );
});
