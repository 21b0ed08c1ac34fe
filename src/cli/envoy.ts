import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ListenAddress } from "../base/listen-address.ts";
import { bootstrapText } from "../launch/bootstrap-text.ts";
import { envoyCommand } from "../launch/envoy-command.ts";
import type { FoundEnvoy } from "../launch/find-envoy.ts";
import { findEnvoyHere } from "../launch/find-envoy-here.ts";
import { supervise } from "../launch/supervisor.ts";
import type { CliContext } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { Lifetime } from "./lifetime.ts";
import { colorOn, createLogger } from "./logger.ts";
import { stopped, stopSignals } from "./stop-signals.ts";

export interface BootstrapCliOptions {
  readonly nodeId: string;
  readonly cluster: string;
  readonly xds: ListenAddress;
  readonly admin?: ListenAddress | undefined;
  readonly sotw: boolean;
  readonly xdsCa?: string | undefined;
  readonly xdsCert?: string | undefined;
  readonly xdsKey?: string | undefined;
  readonly xdsServerName?: string | undefined;
}

/** `fairlead envoy bootstrap`: the file for an Envoy of the user's own. */
export function printBootstrap(options: BootstrapCliOptions, { out }: CliContext): void {
  out.write(bootstrapFor(options));
}

/** `fairlead envoy path`: where the Envoy is that would be run. */
export async function printPath({ env, out, err }: CliContext): Promise<void> {
  const stop = stopSignals(env, () => process.exit(exitCode.forced));
  try {
    const found = await demandEnvoy(env, err, stop.signal);
    out.write(`${found.kind === "binary" ? found.path : `docker run ${found.image}`}\n`);
  } finally {
    stop.release();
  }
}

/** `fairlead envoy run`: finds an Envoy, and keeps it running until it is told to stop. */
export async function runEnvoy(
  options: BootstrapCliOptions & { readonly logLevel: string },
  extra: readonly string[],
  { env, err }: CliContext,
): Promise<void> {
  const lifetime = new Lifetime();
  const stop = stopSignals(env, () => {
    lifetime.kill();
    process.exit(exitCode.forced);
  });
  const log = createLogger({ logLevel: "info" }, err, colorOn(env, err));
  try {
    const found = await demandEnvoy(env, err, stop.signal);
    const folder = mkdtempSync(join(tmpdir(), "fairlead-envoy-"));
    lifetime.add(() => rmSync(folder, { recursive: true, force: true }));
    const bootstrap = { file: join(folder, "bootstrap.yaml"), text: bootstrapFor(options) };
    writeFileSync(bootstrap.file, bootstrap.text);
    const onLine = (line: string) => err.write(`${line}\n`);
    const command = envoyCommand(found, { bootstrap, logLevel: options.logLevel, extra });
    const envoy = supervise({ name: "Envoy", ...command, env, log, onLine });
    lifetime.add(
      () => envoy.close(),
      () => envoy.kill(),
    );
    log.info({ version: found.version, ...placeOf(found) }, "Envoy is started");
    const gaveUp = await Promise.race([envoy.givenUp, stopped(stop.signal)]);
    if (gaveUp !== undefined) throw new Failure(exitCode.notStarted, gaveUp);
    log.info({ reason: stop.signal.reason }, "stopping");
  } finally {
    await lifetime.close();
    stop.release();
  }
}

/** Finds an Envoy, or says what to do. */
export async function demandEnvoy(
  env: CliContext["env"],
  err: CliContext["err"],
  signal: AbortSignal,
): Promise<FoundEnvoy> {
  const found = await findEnvoyHere({ env, output: err, signal });
  if (found.ok) return found.value;
  if (signal.aborted) throw new Failure(exitCode.ok, "stopped");
  throw new Failure(exitCode.notStarted, found.error);
}

/** For a log line. */
export function placeOf(found: FoundEnvoy): object {
  return found.kind === "binary" ? { path: found.path, from: found.from } : { image: found.image };
}

function bootstrapFor({
  sotw,
  xdsCa,
  xdsCert,
  xdsKey,
  xdsServerName,
  ...options
}: BootstrapCliOptions): string {
  const dialect = sotw ? "sotw" : "delta";
  if (xdsCa === undefined) {
    if (xdsCert === undefined && xdsKey === undefined && xdsServerName === undefined)
      return bootstrapText({ ...options, dialect });
    throw new Failure(exitCode.usage, "--xds-cert, --xds-key and --xds-server-name need --xds-ca");
  }
  if ((xdsCert === undefined) !== (xdsKey === undefined))
    throw new Failure(exitCode.usage, "--xds-cert and --xds-key belong together");
  const tls = { ca: xdsCa, certificate: xdsCert, key: xdsKey, serverName: xdsServerName };
  return bootstrapText({ ...options, dialect, tls });
}
