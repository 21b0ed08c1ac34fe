import { hostname } from "node:os";
import { join } from "node:path";
import { formatAddress, type ListenAddress } from "../base/listen-address.ts";
import type { Log } from "../base/log.ts";
import { demoSet } from "../demo/demo-set.ts";
import { bootstrapText } from "../launch/bootstrap-text.ts";
import { envoyCommand } from "../launch/envoy-command.ts";
import type { FoundEnvoy } from "../launch/find-envoy.ts";
import { type Supervised, supervise } from "../launch/supervisor.ts";
import { type LoadedConfig, loadConfig } from "../runtime/config-file.ts";
import { type ControlPlane, startControlPlane } from "../runtime/control-plane.ts";
import { banner } from "./banner.ts";
import type { CliContext } from "./context.ts";
import { demandEnvoy, placeOf } from "./envoy.ts";
import { exitCode } from "./exit-code.ts";
import { Failure, inWords, refused } from "./failure.ts";
import type { Lifetime } from "./lifetime.ts";
import { reachable } from "./parse-address.ts";
import { type RunFolder, runFolder, runningFrom } from "./run-folder.ts";
import { isFairlead, type PlannedAddress, takenAddresses, takenMessage } from "./taken-addresses.ts";
import { waitForAnswer } from "./wait-until.ts";

export interface FleetOptions {
  readonly env: CliContext["env"];
  /** Unless given: `examples/demo.yaml`, and the backends it names are started too. */
  readonly config?: string | undefined;
  readonly xds?: ListenAddress | undefined;
  readonly admin?: ListenAddress | undefined;
  readonly envoyAdmin: ListenAddress;
  /** False leaves Envoy to the user. */
  readonly envoy: boolean;
  readonly runDir: string;
}

const startTimeoutMs = 30_000;
const demoConfig = join(import.meta.dirname, "../../examples/demo.yaml");
const main = join(import.meta.dirname, "../main.ts");

/** The steps of a start, in order. Whatever a step starts it hands to `lifetime` at once. */
export class Fleet {
  readonly #options: FleetOptions;
  readonly #log: Log;
  readonly #lifetime: Lifetime;
  readonly #configFile: string;
  readonly #children: Supervised[] = [];

  constructor(options: FleetOptions, log: Log, lifetime: Lifetime) {
    this.#options = options;
    this.#log = log;
    this.#lifetime = lifetime;
    this.#configFile = options.config ?? demoConfig;
  }

  /** Gives the banner. */
  async start(err: CliContext["err"], stop: AbortSignal): Promise<string> {
    const { env, envoy } = this.#options;
    const loaded = loadConfig(this.#configFile, env);
    if (!loaded.ok) throw refused(this.#configFile, loaded.error.problems);
    const folder = runFolder(this.#options.runDir, loaded.value.desired.gateway.listen.port);
    await this.#refuseIfTaken(loaded.value, folder);
    const found = envoy ? await demandEnvoy(env, err, stop) : undefined;
    stop.throwIfAborted();
    folder.claim();
    this.#lifetime.add(() => folder.release());
    if (this.#options.config === undefined) await this.#startDemo(folder, stop);
    const controlPlane = await this.#startControlPlane();
    stop.throwIfAborted();
    if (found !== undefined) await this.#startEnvoy(found, controlPlane, folder, stop);
    return this.#welcome(loaded.value, controlPlane, folder);
  }

  /** Why a child is no longer there, once that is so. */
  givenUp(): Promise<string> {
    return Promise.race(this.#children.map((child) => child.givenUp));
  }

  async #refuseIfTaken({ desired }: LoadedConfig, folder: RunFolder): Promise<void> {
    const { xds, admin, envoyAdmin, envoy, config } = this.#options;
    const adminAddress = admin ?? desired.admin.listen;
    const planned: PlannedAddress[] = [
      ...(envoy ? [{ use: "gateway", address: desired.gateway.listen }] : []),
      { use: "xDS", address: xds ?? desired.xds.listen },
      { use: "admin API", address: adminAddress },
      ...(envoy ? [{ use: "Envoy's admin interface", address: envoyAdmin }] : []),
      ...(config === undefined ? demoAddresses : []),
    ];
    const taken = await takenAddresses(planned);
    if (taken.length === 0) return;
    const there = reachable(adminAddress);
    const running = { admin: (await isFairlead(there)) ? there : undefined, pid: runningFrom(folder) };
    const known = running.admin !== undefined || running.pid !== undefined;
    throw new Failure(exitCode.notStarted, takenMessage(taken, known ? running : undefined));
  }

  /** A process of their own: whoever puts load on them must not slow down the control plane's checks. */
  async #startDemo(folder: RunFolder, stop: AbortSignal): Promise<void> {
    this.#supervise("the demo backends", folder, "demo.log", {
      command: process.execPath,
      args: [main, "demo", "backends"],
    });
    for (const { name, port } of demoSet) {
      await this.#answers(`the demo backend ${name}`, `http://127.0.0.1:${port}/v1/health`, folder, stop);
    }
  }

  async #startControlPlane(): Promise<ControlPlane> {
    const { env, xds, admin } = this.#options;
    const options = { configFile: this.#configFile, env, log: this.#log, xds, admin };
    const started = await startControlPlane(options).catch((error: unknown) => {
      throw new Failure(exitCode.notStarted, `the control plane did not start: ${inWords(error)}`);
    });
    if (!started.ok) throw refused(this.#configFile, started.error);
    this.#lifetime.add(() => started.value.close());
    return started.value;
  }

  async #startEnvoy(
    found: FoundEnvoy,
    controlPlane: ControlPlane,
    folder: RunFolder,
    stop: AbortSignal,
  ): Promise<void> {
    const text = bootstrapText({
      nodeId: hostname(),
      cluster: "fairlead",
      xds: reachable(controlPlane.xds),
      admin: this.#options.envoyAdmin,
    });
    const bootstrap = { file: folder.write("envoy.yaml", text), text };
    this.#supervise("Envoy", folder, "envoy.log", envoyCommand(found, { bootstrap }));
    this.#log.info({ version: found.version, ...placeOf(found) }, "Envoy is started");
    const gateway = `http://${formatAddress(reachable(controlPlane.gateway))}`;
    await this.#answers(`the gateway at ${gateway}`, `${gateway}/health`, folder, stop);
  }

  #supervise(
    name: string,
    folder: RunFolder,
    logName: string,
    command: { readonly command: string; readonly args: readonly string[]; readonly beforeKill?: () => void },
  ): void {
    const output = folder.log(logName);
    this.#lifetime.add(() => output.close());
    const { env } = this.#options;
    const child = supervise({ name, ...command, env, log: this.#log, onLine: output.line });
    this.#children.push(child);
    this.#lifetime.add(
      () => child.close(),
      () => child.kill(),
    );
  }

  async #answers(what: string, url: string, folder: RunFolder, stop: AbortSignal): Promise<void> {
    const lost = new AbortController();
    const gone = this.givenUp().then((reason) => {
      lost.abort();
      throw new Failure(exitCode.notStarted, reason);
    });
    const waiting = waitForAnswer(url, startTimeoutMs, AbortSignal.any([stop, lost.signal]));
    const said = await Promise.race([gone, waiting]);
    if (said === undefined) return;
    throw new Failure(
      exitCode.notStarted,
      `${what} did not answer within ${startTimeoutMs / 1_000} s (last: ${said}). The logs are in ${folder.path}`,
    );
  }

  #welcome({ desired }: LoadedConfig, controlPlane: ControlPlane, folder: RunFolder): string {
    const { envoy, envoyAdmin, config } = this.#options;
    const [demo] = demoSet;
    const broken =
      demo === undefined ? undefined : { name: demo.name, origin: `http://127.0.0.1:${demo.port}` };
    return banner({
      gateway: `http://${formatAddress(reachable(controlPlane.gateway))}`,
      admin: `http://${formatAddress(reachable(controlPlane.admin))}`,
      envoyAdmin: envoy ? `http://${formatAddress(envoyAdmin)}` : undefined,
      configFile: this.#configFile,
      logFolder: folder.path,
      keyed: desired.clientKeys.required,
      model: desired.models.keys().next().value,
      demo: config === undefined ? broken : undefined,
      envoyCommand: envoy
        ? undefined
        : `npx fairlead envoy run --xds ${formatAddress(reachable(controlPlane.xds))}`,
    });
  }
}

const demoAddresses: readonly PlannedAddress[] = demoSet.map(({ name, port }) => ({
  use: `demo backend ${name}`,
  address: { host: "127.0.0.1", port },
}));
