import { type Command, InvalidArgumentError } from "commander";
import { defaultLifetime, lifetimeExpected, lifetimeMs } from "../model/key-lifetime.ts";
import type { CliContext } from "./context.ts";
import type { CreateOptions, KeysOptions } from "./keys.ts";
import { configOption } from "./options.ts";

/** Who may call. The commands work on the folder that the file names, whether or not a control plane runs. */
export function addKeys(program: Command, context: CliContext): void {
  const keys = program.command("keys").description("keys for the gateway's clients: who may call");
  keys
    .command("create")
    .description("make a key, and print it: it is shown this once and kept nowhere")
    .addOption(configOption().makeOptionMandatory())
    .requiredOption("--name <name>", "whose key it is")
    .option("--team <team>", "the team it belongs to")
    .option("--models <models>", "what it may use, separated by commas (default: every model)", parseList)
    .option("--expires <time>", "how long it is good, such as 12h or 90d", parseLifetime, defaultLifetime)
    .option("--json", "for machines: { key, token }", false)
    .addHelpText(
      "after",
      examples(
        "fairlead keys create -c fairlead.yaml --name ci",
        "export OPENAI_API_KEY=$(fairlead keys create -c fairlead.yaml --name me --team search --models gpt-4.1)",
      ),
    )
    .action(async (options: CreateOptions) => (await import("./keys.ts")).createKey(options, context));
  keys
    .command("list")
    .description("list the keys, the oldest first")
    .addOption(configOption().makeOptionMandatory())
    .option("--json", "for machines: one object a line", false)
    .addHelpText("after", examples("fairlead keys list -c fairlead.yaml"))
    .action(async (options: KeysOptions) => (await import("./keys.ts")).listKeys(options, context));
  keys
    .command("revoke")
    .description("end a key, for good; a running control plane tells every Envoy within a second")
    .argument("<id>", "the key's id, as `keys list` shows it")
    .addOption(configOption().makeOptionMandatory())
    .addHelpText("after", examples("fairlead keys revoke key_0123456789abcdef0123 -c fairlead.yaml"))
    .action(async (id: string, options: KeysOptions) =>
      (await import("./keys.ts")).revokeKey(id, options, context),
    );
  keys
    .command("rotate")
    .description("sign new keys with another signing key; the keys that are out stay good")
    .addOption(configOption().makeOptionMandatory())
    .addHelpText("after", examples("fairlead keys rotate -c fairlead.yaml"))
    .action(async (options: KeysOptions) => (await import("./keys.ts")).rotateKeys(options, context));
}

function parseList(text: string): readonly string[] {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.some((part) => part === "")) throw new InvalidArgumentError(`"${text}" has an empty part`);
  return parts;
}

function parseLifetime(text: string): string {
  if (lifetimeMs(text) === undefined) throw new InvalidArgumentError(`"${text}" is not ${lifetimeExpected}`);
  return text;
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
