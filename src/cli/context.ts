import type { LogOutput } from "./logger.ts";

/** What a command gets from the process it runs in, so that a test can hand in its own. */
export interface CliContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: LogOutput;
  readonly err: LogOutput;
}
