import { formatAddress, type ListenAddress } from "../base/listen-address.ts";
import { startControlPlane } from "../runtime/control-plane.ts";
import type { CliContext } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { Failure, inWords, refused } from "./failure.ts";
import { colorOn, createLogger, type LogOptions } from "./logger.ts";
import { stopped, stopSignals } from "./stop-signals.ts";

export interface ServeOptions extends LogOptions {
  readonly config: string;
  readonly xds?: ListenAddress | undefined;
  readonly admin?: ListenAddress | undefined;
}

/** `fairlead serve`: the control plane alone, until it is told to stop. */
export async function serve(options: ServeOptions, { env, err }: CliContext): Promise<void> {
  const log = createLogger(options, err, colorOn(env, err));
  const stop = stopSignals(env, () => process.exit(exitCode.forced));
  try {
    const { xds, admin } = options;
    const started = await startControlPlane({ configFile: options.config, env, log, xds, admin }).catch(
      (error: unknown) => {
        throw new Failure(exitCode.notStarted, inWords(error));
      },
    );
    if (!started.ok) throw refused(options.config, started.error);
    const addresses = {
      xds: formatAddress(started.value.xds),
      admin: formatAddress(started.value.admin),
      gateway: formatAddress(started.value.gateway),
    };
    log.info(addresses, "the control plane is up");
    await stopped(stop.signal);
    log.info({ reason: stop.signal.reason }, "stopping");
    await started.value.close();
  } finally {
    stop.release();
  }
}
