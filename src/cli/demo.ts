import type { DemoBackendOptions } from "../demo/backend.ts";
import { type DemoBackend, startDemoBackend } from "../demo/demo-backend.ts";
import { demoSet, startDemoSet } from "../demo/demo-set.ts";
import type { CliContext } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { Failure, inWords } from "./failure.ts";
import { stopped, stopSignals } from "./stop-signals.ts";

/** `fairlead demo backend`: one demo backend as a process of its own. */
export function runDemoBackend(options: DemoBackendOptions, context: CliContext): Promise<void> {
  return run(async () => [await startDemoBackend(options)], context);
}

/** `fairlead demo backends`: all of the demo's backends in one process. */
export function runDemoSet(
  { host }: { readonly host?: string | undefined },
  context: CliContext,
): Promise<void> {
  return run(() => startDemoSet(demoSet.map((options) => ({ ...options, host }))), context);
}

async function run(start: () => Promise<readonly DemoBackend[]>, { env, out }: CliContext): Promise<void> {
  const stop = stopSignals(env, () => process.exit(exitCode.forced));
  try {
    const backends = await start().catch((error: unknown) => {
      throw new Failure(exitCode.notStarted, inWords(error));
    });
    for (const { url } of backends) out.write(`listening: ${url}\n`);
    await stopped(stop.signal);
    await Promise.all(backends.map((backend) => backend.close()));
  } finally {
    stop.release();
  }
}
