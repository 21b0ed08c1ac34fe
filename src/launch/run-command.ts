import { spawn } from "node:child_process";
import { signalGroup } from "./signal-group.ts";

export interface CommandOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The command is killed after this long. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** How a command ended. What could not be started, ran too long or was killed has no code but a reason. */
export interface Ended {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** In words; "" when it ended by itself. */
  readonly reason: string;
}

/** The most that is kept of each output. */
const keptCharacters = 200_000;

/** Runs a program to its end and keeps what it prints. Never rejects, and leaves no process behind. */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<Ended> {
  return new Promise((resolve) => {
    const printed = { stdout: "", stderr: "" };
    let reason = "";
    const end = (code: number | undefined) => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", abort);
      resolve({ code, ...printed, reason });
    };
    // A group of its own, so that killing it also kills what the program has started itself.
    const child = spawn(file, args, {
      env: { ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const kill = (why: string) => {
      reason = why;
      signalGroup(child.pid, "SIGKILL");
    };
    const abort = () => kill("stopped");
    const timer = setTimeout(() => kill(`no end after ${options.timeoutMs / 1_000} s`), options.timeoutMs);
    options.signal?.addEventListener("abort", abort, { once: true });
    if (options.signal?.aborted === true) abort();
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        printed[name] = (printed[name] + text).slice(-keptCharacters);
      });
    }
    child.once("error", (error) => {
      reason = "code" in error && error.code === "ENOENT" ? "not found" : error.message;
      end(undefined);
    });
    child.once("close", (code, signal) => {
      if (reason === "" && signal !== null) reason = `ended by ${signal}`;
      end(code ?? undefined);
    });
  });
}
