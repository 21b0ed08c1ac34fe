import { randomBytes } from "node:crypto";
import type { CliContext } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { Failure, inWords } from "./failure.ts";
import { Fleet, type FleetOptions } from "./fleet.ts";
import { Lifetime } from "./lifetime.ts";
import { colorOn, createLogger, type LogOptions } from "./logger.ts";
import { stopped, stopSignals } from "./stop-signals.ts";

export interface UpOptions extends LogOptions, Omit<FleetOptions, "env"> {}

/** `fairlead up`: a whole fleet on this machine, until it is told to stop. */
export async function up(options: UpOptions, { env, out, err }: CliContext): Promise<void> {
  const lifetime = new Lifetime();
  const stop = stopSignals(env, () => {
    lifetime.kill();
    process.exit(exitCode.forced);
  });
  // For people first, wherever it goes: whoever wants JSON says so.
  const log = createLogger({ ...options, logFormat: options.logFormat ?? "pretty" }, err, colorOn(env, err));
  try {
    const fleet = new Fleet(
      { ...options, env: options.config === undefined ? withDemoKey(env) : env },
      log,
      lifetime,
    );
    const welcome = await fleet.start(err, stop.signal);
    out.write(welcome);
    const gaveUp = await Promise.race([fleet.givenUp(), stopped(stop.signal)]);
    if (gaveUp !== undefined) throw new Failure(exitCode.notStarted, gaveUp);
  } catch (error) {
    // A start that is interrupted ends in all sorts of errors; the wish to stop explains them.
    if (!stop.signal.aborted) throw error;
  } finally {
    if (stop.signal.aborted) log.info({ reason: stop.signal.reason }, "stopping everything");
    for (const failure of await lifetime.close()) log.error({}, `while stopping: ${inWords(failure)}`);
    stop.release();
  }
}

/** The demo backends take any key. One that is new at every start shows at once where a key leaks to. */
function withDemoKey(env: CliContext["env"]): CliContext["env"] {
  return { ...env, DEMO_API_KEY: env.DEMO_API_KEY || `demo-${randomBytes(16).toString("hex")}` };
}
