import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addDemo, addEnvoy, addServe, addUp, addValidate } from "./commands.ts";
import type { CliContext } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { addKeys } from "./key-commands.ts";

/**
 * Runs one command line (without `node` and the script) and gives its exit code. Never rejects for a user's
 * mistake.
 */
export async function runCli(
  args: readonly string[],
  env: CliContext["env"],
  { out, err }: Pick<CliContext, "out" | "err"> = { out: process.stdout, err: process.stderr },
): Promise<number> {
  let code: number = exitCode.ok;
  const program = createProgram({ env, out, err }, (given) => {
    code = given;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    // Commander has said already what is wrong; --help and --version come this way too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    if (!(error instanceof Failure)) throw error;
    err.write(`${error.message}\n`);
    return error.code;
  }
}

function createProgram(context: CliContext, setCode: (code: number) => void): Command {
  const program = new Command("fairlead")
    .description("A programmable Envoy control plane for AI backends.")
    .version(version())
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(run it with --help to see what there is)")
    .configureOutput({
      writeOut: (text) => void context.out.write(text),
      writeErr: (text) => void context.err.write(text),
    })
    .addHelpText("after", generalHelp);
  addUp(program, context);
  addServe(program, context);
  addValidate(program, context, setCode);
  addKeys(program, context);
  addEnvoy(program, context);
  addDemo(program, context);
  return program;
}

const generalHelp = `
Exit codes:
  0  done, or stopped as asked
  1  the configuration file has problems, or there is no such key
  2  the command line is wrong
  3  it could not be started: an address is taken, there is no Envoy, the gateway does not answer,
     the files of the keys cannot be used
  130  ended in the middle by a second Ctrl-C

Examples:
  fairlead up
  fairlead validate fairlead.yaml
  fairlead <command> --help`;

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return String((manifest as { readonly version?: unknown }).version);
}
