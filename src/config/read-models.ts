import type { LlmModel } from "../model/desired.ts";
import type { Pool } from "../model/pool.ts";
import { didYouMean } from "./closest.ts";
import { checkName } from "./read-name.ts";
import type { Reading } from "./reading.ts";

export function readModels(
  reading: Reading,
  pools: ReadonlyMap<string, Pool>,
): ReadonlyMap<string, LlmModel> {
  const written = reading.around.writtenNames.pools;
  if (reading.file.models === undefined) {
    return new Map(
      [...pools].map(([name, { source }]) => [name, { name, pool: name, price: undefined, source }]),
    );
  }
  const models = new Map<string, LlmModel>();
  for (const [name, model] of Object.entries(reading.file.models)) {
    const path = ["models", name];
    checkName(reading, path, name);
    if (name === "!")
      reading.fault({ path, atKey: true, message: 'the name "!" is used for bodies that cannot be parsed' });
    if (!written.includes(model.pool)) {
      const hint = didYouMean(model.pool, written) ?? "add it under `pools`";
      reading.fault({ path: [...path, "pool"], message: `there is no pool "${model.pool}"`, hint });
    }
    models.set(name, {
      name,
      pool: model.pool,
      price: model.price,
      source: reading.around.sourceOf(path),
    });
  }
  const used = new Set([...models.values()].map(({ pool }) => pool));
  for (const name of pools.keys()) {
    if (!used.has(name))
      reading.warn({ path: ["pools", name], atKey: true, message: "no model uses this pool" });
  }
  return models;
}

/** Limits and budgets stay in the file, but only if it says that they do nothing. */
export function readKept(reading: Reading): void {
  for (const section of ["limits", "budgets"] as const) {
    for (const [index, entry] of (reading.file[section] ?? []).entries()) {
      const path = [section, index];
      if (entry.enforce === false) reading.warn({ path, message: "is kept in the file and not enforced" });
      else
        reading.fault({
          path,
          message: "is not enforced yet",
          hint: "write `enforce: false` to keep it in the file",
        });
    }
  }
}
