import { homedir } from "node:os";
import { err, type Result } from "../base/result.ts";
import { type FoundEnvoy, findEnvoy, noEnvoyMessage } from "./find-envoy.ts";
import { thisMachine } from "./machine.ts";
import { type ProgressOutput, progressOn } from "./progress.ts";

export interface FindHereOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where progress and warnings go: `process.stderr`. */
  readonly output: ProgressOutput;
  readonly signal?: AbortSignal | undefined;
}

/** `findEnvoy` on the machine this process runs on. The error is a text for a person that says what to do. */
export async function findEnvoyHere({
  env,
  output,
  signal,
}: FindHereOptions): Promise<Result<FoundEnvoy, string>> {
  const found = await findEnvoy({
    env,
    home: homedir(),
    machine: thisMachine(),
    progress: progressOn(output, () => performance.now()),
    warn: (text) => void output.write(`warning: ${text}\n`),
    signal,
  });
  return found.ok ? found : err(noEnvoyMessage(found.error));
}
