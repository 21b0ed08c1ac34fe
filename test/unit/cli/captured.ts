import { runCli } from "../../../src/cli/program.ts";

/** Runs one command line in this process, and gives what it printed. */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const printed = { out: "", err: "" };
  const code = await runCli(args, env, {
    out: { write: (text: string) => (printed.out += text) },
    err: { write: (text: string) => (printed.err += text) },
  });
  return { code, ...printed };
}
