import { chainName, chainsOf, type LlmModel, poolsOf, straightTo } from "../model/llm-model.ts";
import type { Pool } from "../model/pool.ts";
import { checkModel } from "./check-model.ts";
import { ModelRules } from "./model-rules.ts";
import { checkName } from "./read-name.ts";
import type { Reading } from "./reading.ts";

export function readModels(
  reading: Reading,
  pools: ReadonlyMap<string, Pool>,
): ReadonlyMap<string, LlmModel> {
  const { models: written } = reading.file;
  if (written === undefined) {
    return new Map(
      [...pools].map(([name, { source }]) => [
        name,
        { name, rules: straightTo(name), price: undefined, source },
      ]),
    );
  }
  const models = new Map<string, LlmModel>();
  const rules = new ModelRules(reading);
  for (const [name, model] of Object.entries(written)) {
    const path = ["models", name];
    checkName(reading, path, name);
    checkModel(reading, path, name, model);
    const source = reading.around.sourceOf(path);
    models.set(name, { name, rules: rules.of(name), price: model.price, source });
  }
  checkPools(reading, pools, [...models.values()]);
  return models;
}

function checkPools(reading: Reading, pools: ReadonlyMap<string, Pool>, models: readonly LlmModel[]): void {
  const used = new Set(models.flatMap((model) => [...poolsOf(model)]));
  const chains = new Set(
    models
      .flatMap(chainsOf)
      .filter((chain) => chain.length > 1)
      .map(chainName),
  );
  for (const name of pools.keys()) {
    const place = { path: ["pools", name], atKey: true };
    if (!used.has(name)) reading.warn({ ...place, message: "no model uses this pool" });
    if (chains.has(name)) {
      const message = `"${name}" is what the pools of a \`split\` or \`fallback\` are called together`;
      reading.fault({ ...place, message, hint: "give the pool another name" });
    }
  }
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
