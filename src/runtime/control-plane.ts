import { dirname, resolve } from "node:path";
import type { AdminContext, ConfigStatus } from "../admin/context.ts";
import { type AdminServer, startAdmin } from "../admin/server.ts";
import type { Clock } from "../base/clock.ts";
import type { ListenAddress } from "../base/listen-address.ts";
import type { Log } from "../base/log.ts";
import { describeProblem, type Problem } from "../base/problem.ts";
import { err, ok, type Result } from "../base/result.ts";
import { healthOf } from "../decide/cooldown.ts";
import { systemClock } from "../grpc/system-clock.ts";
import type { Desired, XdsSettings } from "../model/desired.ts";
import { groupOf } from "../model/node-group.ts";
import { startProber } from "../observe/prober.ts";
import { startResolver } from "../observe/resolver.ts";
import { knownAuthorities } from "../observe/trust.ts";
import type { AccessLogEntries } from "../xds/access-log.ts";
import type { LoadReport } from "../xds/load-report.ts";
import { startXdsServer, type XdsServer } from "../xds/server.ts";
import { accessLogFacts } from "./access-log-facts.ts";
import { placeOf } from "./blamed.ts";
import { type LoadedConfig, loadConfig, watchConfig } from "./config-file.ts";
import { FollowedKeys } from "./followed-keys.ts";
import { resourcesOf } from "./grouping.ts";
import { Inbox } from "./inbox.ts";
import { KeptRefusals } from "./kept-refusals.ts";
import { keyAdmin } from "./key-admin.ts";
import { loadFacts } from "./load-facts.ts";
import { createMetrics } from "./metrics.ts";
import { probeTargets, resolvableHosts } from "./probe-targets.ts";
import { type Batch, type EngineState, initialState, type Turn, turn } from "./turn.ts";
import { xdsHooks } from "./xds-hooks.ts";

export interface ControlPlaneOptions {
  readonly configFile: string;
  /** Where `{ env: NAME }` credentials come from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** Over the file's addresses; port 0 takes any free one. */
  readonly xds?: ListenAddress | undefined;
  readonly admin?: ListenAddress | undefined;
  readonly clock?: Clock;
}

/** A running control plane. The addresses are the real ones, also when port 0 was asked for. */
export interface ControlPlane {
  readonly xds: ListenAddress;
  readonly admin: ListenAddress;
  /** Where the Envoys of this control plane listen for requests. */
  readonly gateway: ListenAddress;
  close(): Promise<void>;
}

/**
 * How long the first snapshot waits for every endpoint's first verdict and every name's first answer.
 * After a restart the fleet then gets what it already has, and not for a moment a dead endpoint.
 */
const settleMs = 2_000;

/**
 * Starts everything: reads the file, looks at the backends, serves xDS and the admin API, and follows
 * the file. Gives the problems of the file if it has any; rejects when an address cannot be listened on.
 */
export async function startControlPlane(
  options: ControlPlaneOptions,
): Promise<Result<ControlPlane, readonly Problem[]>> {
  const loaded = loadConfig(options.configFile, options.env);
  if (!loaded.ok) return err(loaded.error.problems);
  const engine = new Engine(loaded.value, options);
  const keys = engine.readKeys(loaded.value.desired);
  if (!keys.ok) return err([keys.error]);
  try {
    return ok(await engine.start());
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** The loop, and the sockets and timers around it. Owns what it starts, and stops it in reverse order. */
class Engine {
  readonly #options: ControlPlaneOptions;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #inbox = new Inbox((batch) => this.#take(batch));
  readonly #metrics = createMetrics(this.#context());
  readonly #refusals = new KeptRefusals();
  readonly #closing: (() => void | Promise<void>)[] = [];
  readonly #keys: FollowedKeys;
  #state: EngineState;
  #config: ConfigStatus;
  #xds: XdsServer | undefined;
  /** False until the first snapshot may be served. */
  #settled = false;
  #follow: (() => void) | undefined;
  /** The end of the rest that ends first. */
  #wakesAtMs = Number.POSITIVE_INFINITY;
  #stopWaiting: () => void = () => {};

  constructor(loaded: LoadedConfig, options: ControlPlaneOptions) {
    this.#options = options;
    this.#log = options.log;
    this.#clock = options.clock ?? systemClock;
    const nowMs = this.#clock.nowMs();
    this.#state = initialState(loaded.desired, nowMs, publicAuthorities);
    this.#keys = new FollowedKeys(loaded.desired.clientKeys, {
      configFile: options.configFile,
      log: options.log,
      clock: this.#clock,
      onChange: (keys) => {
        this.#inbox.publishKeys(keys);
        this.#inbox.flush();
      },
    });
    this.#config = {
      file: options.configFile,
      running: { revision: loaded.revision, loadedAtMs: nowMs },
      rejected: undefined,
    };
    warn(this.#log, loaded);
  }

  /** Reads the client keys that a configuration asks for, so that they are published together with it. */
  readKeys(desired: Desired): Result<void, Problem> {
    const read = this.#keys.read(desired);
    if (!read.ok) {
      const place = desired.places.clientKeys;
      return err({ ...place, file: this.#options.configFile, message: read.error });
    }
    if (read.value !== undefined) this.#inbox.publishKeys(read.value);
    return ok(undefined);
  }

  async start(): Promise<ControlPlane> {
    this.#inbox.flush();
    const { desired } = this.#state;
    const { log } = this.#options;
    const xds = await startXdsServer({
      listen: this.#options.xds ?? desired.xds.listen,
      log,
      clock: this.#clock,
      identifier: "fairlead",
      ...xdsOptions(desired.xds, dirname(this.#options.configFile)),
      groupOf: (node) => groupOf(this.#state.desired.groups, node),
      hooks: xdsHooks({
        metrics: this.#metrics,
        log,
        refusals: this.#refusals,
        desired: () => this.#state.desired,
        file: this.#options.configFile,
      }),
      accessLogs: {
        onEntries: (entries) => this.#takeEntries(entries),
        onLost: ({ node, reason, bytes }) => {
          this.#metrics.disbelieved(["unread"]);
          log.debug({ node: node.id, reason, bytes }, "access log entries are passed over");
        },
      },
      loadReports: { intervalMs: loadReportMs, onReport: (report) => this.#takeLoad(report) },
    });
    this.#xds = xds;
    this.#closing.push(() => xds.close());
    const admin: AdminServer = await startAdmin({
      listen: this.#options.admin ?? desired.admin.listen,
      token: desired.admin.token,
      context: this.#context(),
      log,
      clock: this.#clock,
    });
    this.#closing.push(() => admin.close());
    this.#observe();
    const watcher = watchConfig(this.#options.configFile, () => this.#reload(), log);
    this.#closing.push(() => watcher.close());
    this.#closing.push(this.#clock.schedule(settleMs, () => this.#settle()));
    this.#settleIfAllKnown();
    return {
      xds: xds.address,
      admin: admin.address,
      gateway: desired.gateway.listen,
      close: () => this.close(),
    };
  }

  async close(): Promise<void> {
    for (const stop of this.#closing.splice(0).reverse()) await stop();
    this.#stopWaiting();
    this.#inbox.close();
  }

  /** Starts looking at what the configuration names, now and after every edit. */
  #observe(): void {
    const report = (fact: Parameters<Inbox["report"]>[0]) => this.#inbox.report(fact);
    const { log } = this.#options;
    const resolver = startResolver({ report, clock: this.#clock, log });
    const prober = startProber({
      report,
      clock: this.#clock,
      log,
      random: Math.random,
      addressesOf: (host) => this.#state.observed.hosts.get(host)?.addresses ?? [],
    });
    this.#closing.push(() => resolver.close());
    this.#closing.push(() => prober.close());
    this.#closing.push(() => this.#keys.close());
    this.#follow = () => {
      this.#keys.follow(this.#state.desired);
      resolver.watch(resolvableHosts(this.#state.desired));
      prober.watch(probeTargets(this.#state.desired));
    };
    this.#follow();
  }

  #take(batch: Batch): void {
    const startedMs = performance.now();
    const before = this.#state;
    const done = turn(before, batch, this.#clock.nowMs(), publicAuthorities);
    const { state, healthChanges } = done;
    this.#state = state;
    this.#metrics.seen(batch.facts);
    for (const { pool, endpoint, before: was, after } of healthChanges) {
      const { healthStatus: to, reason } = healthOf(after);
      const from = was === undefined ? "UNKNOWN" : healthOf(was).healthStatus;
      const until = after.cooldown === undefined ? {} : { until: new Date(after.cooldown.untilMs) };
      const fields = { pool, endpoint, from, to, ...until };
      if (to === "HEALTHY") this.#log.info(fields, `endpoint is healthy: ${reason}`);
      else this.#log.warn(fields, `endpoint is ${to.toLowerCase()}: ${reason}`);
    }
    this.#wakeAfterRest();
    if (this.#settled) this.#publish(before, done, batch.keys !== undefined);
    else this.#settleIfAllKnown();
    if (state.desired !== before.desired) this.#follow?.();
    this.#metrics.turned(performance.now() - startedMs);
  }

  /** A rest ends without anything happening: the next turn is taken for it. */
  #wakeAfterRest(): void {
    const nextMs = Math.min(...this.#state.cooling.values());
    if (nextMs === this.#wakesAtMs) return;
    this.#stopWaiting();
    this.#wakesAtMs = nextMs;
    if (nextMs === Number.POSITIVE_INFINITY) return;
    this.#stopWaiting = this.#clock.schedule(Math.max(1, nextMs - this.#clock.nowMs()), () => {
      this.#wakesAtMs = Number.POSITIVE_INFINITY;
      this.#inbox.wake();
    });
  }

  #publish(before: EngineState, { state, healthChanges, changes }: Turn, keysChanged: boolean): void {
    // Verdicts about health, and revoked keys, go before whatever else is on its way; after an edit the clusters do.
    const urgent = (healthChanges.length > 0 || keysChanged) && state.desired === before.desired;
    for (const [group, change] of changes) this.#xds?.update(group, change, { urgent });
    if (state.grouping === before.grouping) return;
    this.#xds?.regroup();
    for (const group of before.grouping.byName.keys())
      if (!state.grouping.byName.has(group)) this.#xds?.remove(group);
  }

  #takeLoad(report: LoadReport): void {
    const { desired, observed } = this.#state;
    for (const fact of loadFacts(report, desired.pools, observed.hosts, this.#clock.nowMs()))
      this.#inbox.report(fact);
  }

  #takeEntries(entries: AccessLogEntries): void {
    const { facts, disbelieved } = accessLogFacts(entries, this.#state, this.#clock.nowMs());
    for (const fact of facts) this.#inbox.report(fact);
    this.#metrics.disbelieved(disbelieved);
  }

  #settleIfAllKnown(): void {
    const { decision, desired, observed } = this.#state;
    const judged = [...decision.values()].every(({ healthStatus }) => healthStatus !== "UNKNOWN");
    if (judged && resolvableHosts(desired).every((host) => observed.hosts.has(host))) this.#settle();
  }

  #settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    for (const group of this.#state.grouping.byName.keys())
      this.#xds?.set(group, resourcesOf(this.#state, group));
    this.#log.info({ pools: this.#state.desired.pools.size }, "serving the configuration to Envoy");
  }

  /** A good edit is taken; a bad one is told and kept for the admin API, and the last good one goes on. */
  #reload(): void {
    const loaded = this.#load();
    const nowMs = this.#clock.nowMs();
    if (!loaded.ok) {
      if (loaded.error.revision !== "" && loaded.error.revision === this.#config.rejected?.revision) return;
      this.#config = { ...this.#config, rejected: { ...loaded.error, atMs: nowMs } };
      const problems = loaded.error.problems.map(describeProblem);
      this.#log.error({ problems }, "the edited configuration is refused; the last good one goes on");
      return;
    }
    const { revision, desired } = loaded.value;
    const same = revision === this.#config.running.revision;
    this.#config = {
      ...this.#config,
      running: same ? this.#config.running : { revision, loadedAtMs: nowMs },
      rejected: undefined,
    };
    warn(this.#log, loaded.value);
    if (!sameServers(this.#state.desired, desired)) {
      this.#log.warn(
        {},
        "changes of `xds`, `admin.listen` and `admin.token` take effect when the control plane is restarted",
      );
    }
    if (desired.clientKeys.required && !this.#state.desired.clientKeys.required) {
      this.#log.warn(
        {},
        "clients are asked for keys from now on; connections that are open stay unchecked until Envoy's drain time ends them",
      );
    }
    // The same text may still mean something else: a file that it refers to may have changed.
    this.#inbox.configure(desired);
    if (!same) this.#log.info({ revision }, "the edited configuration is taken");
  }

  #load(): ReturnType<typeof loadConfig> {
    const loaded = loadConfig(this.#options.configFile, this.#options.env);
    if (!loaded.ok) return loaded;
    const keys = this.readKeys(loaded.value.desired);
    return keys.ok ? loaded : err({ revision: loaded.value.revision, problems: [keys.error] });
  }

  #context(): AdminContext {
    return {
      view: () => this.#state,
      nodes: () => this.#xds?.nodes() ?? [],
      refusedPlaces: (node, typeUrl, nack) =>
        this.#refusals
          .of(node, typeUrl, nack)
          .flatMap((blamed) => placeOf(blamed, this.#state.desired) ?? []),
      configStatus: () => this.#config,
      readiness: () =>
        this.#settled
          ? { ready: true, reason: "serving" }
          : { ready: false, reason: "waiting for the first checks of the backends" },
      override: async (endpoint, patch) => {
        const { weight, ...rest } = patch;
        const cleared = weight === undefined ? {} : { weight: weight ?? undefined };
        this.#inbox.override({ endpoint, override: { ...rest, ...cleared } });
        this.#inbox.flush();
      },
      keys: keyAdmin(
        () => this.#keys,
        () => this.#clock.nowMs(),
      ),
      metrics: () => this.#metrics.scrape(),
    };
  }
}

/** How often an Envoy reports what it sent where. */
const loadReportMs = 5_000;

/** What the file says of the xDS server; paths are relative to the file. */
function xdsOptions(xds: XdsSettings, folder: string) {
  const { certificate, key, clientCa } = xds.tls ?? {};
  const at = (file: string) => resolve(folder, file);
  return {
    insecure: xds.allowPlaintext,
    tls:
      certificate === undefined || key === undefined
        ? undefined
        : {
            certificate: at(certificate),
            key: at(key),
            clientCa: clientCa === undefined ? undefined : at(clientCa),
          },
    clients: xds.clients,
    admission: { streamsPerSecond: xds.newStreamsPerSecond, burst: 2 * xds.newStreamsPerSecond },
    maxConnectionAgeMs: xds.maxConnectionAgeMs,
  };
}

/** Whether what we listen on ourselves is as it was. */
function sameServers(before: Desired, after: Desired): boolean {
  const addresses = ({ xds, admin }: Desired) => JSON.stringify([xds, admin.listen]);
  return (
    addresses(before) === addresses(after) && before.admin.token?.reveal() === after.admin.token?.reveal()
  );
}

function warn(log: Log, { warnings }: LoadedConfig): void {
  for (const warning of warnings) log.warn({}, describeProblem(warning));
}

/** What Envoy trusts is what the checks trust: an endpoint that one accepts the other must not refuse. */
const publicAuthorities = knownAuthorities().join("\n");
