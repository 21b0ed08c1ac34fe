import { spawn } from "node:child_process";
import type { FoundEnvoy } from "./find-envoy.ts";

export interface EnvoyArguments {
  /** Where the bootstrap lies, and what is in it. */
  readonly bootstrap: { readonly file: string; readonly text: string };
  /** trace, debug, info, warning, error, critical or off; warning. */
  readonly logLevel?: string | undefined;
  /** More arguments, as the user gave them. */
  readonly extra?: readonly string[] | undefined;
}

interface EnvoyCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Ends what killing the command would leave behind. */
  readonly beforeKill: () => void;
}

/**
 * The command line of a found Envoy. Hot restart is off: with it only one Envoy could run per machine.
 * A container gets the host's network and a name by which it can be killed. It also gets the bootstrap
 * as text: its user may not read our files, and not every Docker shares every folder.
 */
export function envoyCommand(
  found: FoundEnvoy,
  { bootstrap, logLevel = "warning", extra = [] }: EnvoyArguments,
): EnvoyCommand {
  const common = ["--disable-hot-restart", "--log-level", logLevel, ...extra];
  if (found.kind === "binary") {
    return { command: found.path, args: ["-c", bootstrap.file, ...common], beforeKill: () => {} };
  }
  const name = `fairlead-envoy-${process.pid}`;
  const run = ["run", "--rm", "--network", "host", "--name", name, found.image];
  return {
    command: "docker",
    args: [...run, "--config-yaml", bootstrap.text, ...common],
    beforeKill: () => {
      // SIGKILL ends only docker's client; the daemon would go on running the container.
      spawn("docker", ["kill", name], { stdio: "ignore", detached: true })
        .on("error", () => {})
        .unref();
    },
  };
}
