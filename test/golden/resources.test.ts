import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { err, ok } from "../../src/base/result.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import type { Fact } from "../../src/facts/fact.ts";
import { type Batch, initialState, turn } from "../../src/runtime/turn.ts";
import { readable } from "./readable.ts";

/**
 * This YAML and these facts: exactly which resources? Each case is a folder: `fairlead.yaml`,
 * `history.json` (what happens afterwards, batch by batch) and `resources.yaml`, what Envoy must have
 * in the end. `UPDATE_GOLDEN=1 npm run test:fast` writes the last; read the difference as Envoy would.
 */
const cases = join(import.meta.dirname, "cases");
const startMs = Date.UTC(2026, 0, 1);

describe("golden: this YAML and this history give exactly these resources", () => {
  test.each(readdirSync(cases))("%s", (name) => {
    const folder = join(cases, name);
    const text = readFileSync(join(folder, "fairlead.yaml"), "utf8");
    const history = join(folder, "history.json");
    const batches = existsSync(history)
      ? (JSON.parse(readFileSync(history, "utf8")) as Partial<Batch>[])
      : [];

    const made = stringify(readable(resourcesOf(text, batches)), {
      lineWidth: 110,
      aliasDuplicateObjects: false,
    });

    const golden = join(folder, "resources.yaml");
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, made);
    expect(made).toBe(readFileSync(golden, "utf8"));
  });
});

function resourcesOf(text: string, batches: readonly Partial<Batch>[]) {
  const parsed = parseConfig({
    file: "fairlead.yaml",
    text,
    env: { TEST_KEY: "sk-golden-1", OTHER_KEY: "sk-golden-2" },
    readFile: (path) => (path === "ca.pem" ? ok("-----BEGIN CERTIFICATE-----\n") : err("does not exist")),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 2));
  let state = initialState(parsed.value.desired, startMs, "PUBLIC AUTHORITIES");
  for (const [round, batch] of batches.entries()) {
    const atMs = startMs + (round + 1) * 10_000;
    const facts = (batch.facts ?? []).map((fact): Fact => ({ ...fact, atMs }));
    const whole: Batch = { facts, overrides: batch.overrides ?? [], desired: undefined, keys: batch.keys };
    state = turn(state, whole, atMs, "PUBLIC AUTHORITIES").state;
  }
  return state.snapshot;
}
