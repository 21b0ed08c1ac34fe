import { describeProblem } from "../base/problem.ts";
import { loadConfig } from "../runtime/config-file.ts";
import type { CliContext } from "./context.ts";
import { exitCode } from "./exit-code.ts";

/** `fairlead validate`: every problem of a file, or what is in it. */
export function validate(
  file: string,
  { json }: { readonly json: boolean },
  { env, out }: CliContext,
): number {
  const loaded = loadConfig(file, env);
  const problems = loaded.ok ? [] : loaded.error.problems;
  const warnings = loaded.ok ? loaded.value.warnings : [];
  if (json) {
    out.write(`${JSON.stringify({ file, ok: loaded.ok, problems, warnings }, undefined, 2)}\n`);
  } else {
    const lines = [
      ...problems.map(describeProblem),
      ...warnings.map((warning) => `warning: ${describeProblem(warning)}`),
      loaded.ok ? summary(file, loaded.value.desired) : `${file}: ${counted(problems.length, "problem")}`,
    ];
    out.write(`${lines.join("\n")}\n`);
  }
  return loaded.ok ? exitCode.ok : exitCode.refused;
}

interface Summarised {
  readonly pools: ReadonlyMap<string, { readonly endpoints: readonly unknown[] }>;
  readonly models: ReadonlyMap<string, unknown>;
  readonly providers: ReadonlyMap<string, unknown>;
}

function summary(file: string, { pools, models, providers }: Summarised): string {
  const endpoints = [...pools.values()].reduce((sum, pool) => sum + pool.endpoints.length, 0);
  const parts = [
    counted(pools.size, "pool"),
    counted(endpoints, "endpoint"),
    counted(models.size, "model"),
    counted(providers.size, "provider"),
  ];
  return `${file} is valid: ${parts.join(", ")}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
