import type { Clock } from "../base/clock.ts";
import { formatAddress, isLoopback, type ListenAddress } from "../base/listen-address.ts";
import type { Log } from "../base/log.ts";
import type { Admission } from "../grpc/admission.ts";
import type { GrpcCall } from "../grpc/grpc-call.ts";
import { type GrpcServerOptions, startGrpcServer } from "../grpc/server.ts";
import { systemClock } from "../grpc/system-clock.ts";
import type { TlsFiles } from "../grpc/tls-files.ts";
import type { Resource } from "../proto/resource.ts";
import { typeUrl } from "../proto/type-url.ts";
import type { NodeStatus } from "../snapshot/node-status.ts";
import type { ResourceChange } from "../snapshot/resource-store.ts";
import { type AccessLogOptions, accessLogHandler } from "./access-logging.ts";
import { type ClientRule, nodeRefusal, rulesFor, subjectAlternativeNames } from "./client-identity.ts";
import { clientStatusMethods } from "./client-status.ts";
import { Fleet } from "./fleet.ts";
import type { XdsHooks } from "./hooks.ts";
import type { LoadReport } from "./load-report.ts";
import { loadReportingHandler } from "./load-reporting.ts";
import { nodeStatuses } from "./node-statuses.ts";
import { discoveryMethods } from "./services.ts";

export interface XdsServerOptions {
  /** Port 0 takes any free one. Off loopback, plaintext must be asked for with `insecure`. */
  readonly listen: ListenAddress;
  /** Allows plaintext on an address that others can reach. Default: false. */
  readonly insecure?: boolean | undefined;
  /** Files of the server's certificate, followed when they change; with `clientCa`, clients need one too. */
  readonly tls?: TlsFiles | undefined;
  /** Who may be which node, by the names in the client's certificate. Default: any client, any node. */
  readonly clients?: readonly ClientRule[] | undefined;
  /** `control_plane.identifier` of every response (C17). Default: "fairlead". */
  readonly identifier?: string | undefined;
  /**
   * The group whose resources a node is given; a node of none (undefined) is refused with PERMISSION_DENIED.
   * Asked when a stream tells its node, and again by `regroup`. Default: everyone is in the group "".
   */
  readonly groupOf?:
    | ((node: { readonly id: string; readonly cluster: string }) => string | undefined)
    | undefined;
  readonly hooks?: XdsHooks | undefined;
  /** Where to say what happens. Default: nowhere. */
  readonly log?: Log | undefined;
  /** Default: the real time. */
  readonly clock?: Clock | undefined;
  /** Milliseconds that a removal, or a route of a new cluster, waits for a client that does not answer. Default: 5000. */
  readonly holdMs?: number | undefined;
  /** New streams that are let in; more get RESOURCE_EXHAUSTED. Default: 1000 a second, 2000 at once. */
  readonly admission?: Admission | false | undefined;
  /** Milliseconds between two pings of a connection. Default: 30000, and 10000 for the answer. */
  readonly keepaliveMs?: number | undefined;
  /** Milliseconds after which a connection is asked to go elsewhere, ± a tenth. Default: never. */
  readonly maxConnectionAgeMs?: number | undefined;
  /** Milliseconds between being asked to go and being cut. Default: 10000. */
  readonly connectionAgeGraceMs?: number | undefined;
  /**
   * Type URLs that a delta client is sent again when it reconnects, although it says that it has them:
   * for clients that forget (X8). Default: none.
   */
  readonly resendOnReconnect?: Iterable<string> | undefined;
  /** Takes load reports (LRS). Default: they are refused as unimplemented. */
  readonly loadReports?:
    | { readonly intervalMs: number; readonly onReport: (report: LoadReport) => void }
    | undefined;
  /**
   * Takes access logs (ALS) from Envoy's gRPC access loggers, whose cluster is the one of this server. What a
   * client sends beyond 1 MiB in one message or 8 MiB a second in one stream is passed over, and told to
   * `onLost`. Default: they are refused as unimplemented.
   */
  readonly accessLogs?: AccessLogOptions | undefined;
}

export interface XdsServer {
  /** The real address, also when port 0 was asked for. */
  readonly address: ListenAddress;
  /**
   * Replaces everything that a group is to have; what is not in `resources` is gone. Streams of a group
   * that was never set are refused with UNAVAILABLE (C19). Only what differs is sent.
   *
   * @param version `version_info` of every type in which something changes; a hash of the content by default
   */
  set(group: string, resources: Iterable<Resource>, version?: string): void;
  /**
   * Puts and takes away some, at a cost in proportion to what changes.
   *
   * @param options `urgent`: changed endpoints go out before everything else that waits. Default: false
   */
  update(group: string, change: ResourceChange, options?: { readonly urgent?: boolean }): void;
  /** Forgets a group; its streams end with UNAVAILABLE. */
  remove(group: string): void;
  /**
   * Asks `groupOf` again for every connected node. The streams of one that belongs to another group now end
   * with UNAVAILABLE, so that it comes back for that one's resources; of one that belongs to none, with
   * PERMISSION_DENIED. Set the groups that nodes go to before, and remove those that they left after.
   */
  regroup(): void;
  /** What every connected node has, as its streams told. */
  nodes(): readonly NodeStatus[];
  /** Ends the streams with UNAVAILABLE, so that clients ask elsewhere, and stops listening. */
  close(): Promise<void>;
}

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Long enough for answers under way; a client that reads nothing is cut off then. */
const drainMs = 1_000;

/**
 * A delta reconnect with 50,000 known versions is some megabytes. Ten services and ADS need a dozen
 * streams on a connection.
 */
const limits = { longestMessage: 16 * 1024 * 1024, callsPerConnection: 100 };

/**
 * Starts an xDS server: all resource types, both dialects, ADS and the services for each type, CSDS, and
 * LRS and ALS when asked for. Rejects when the address cannot be listened on or a file of `tls` cannot be used.
 */
export async function startXdsServer(options: XdsServerOptions): Promise<XdsServer> {
  const { listen, tls, log = silent, clock = systemClock } = options;
  if (tls === undefined && options.insecure !== true && !isLoopback(listen.host)) {
    throw new Error(
      `xDS on ${formatAddress(listen)} would be readable by others: give it a certificate, or say that plaintext is meant`,
    );
  }
  const fleet = new Fleet({
    log,
    clock,
    identifier: options.identifier ?? "fairlead",
    holdMs: options.holdMs ?? 5_000,
    firstRequestMs: 30_000,
    resendOnReconnect: new Set(options.resendOnReconnect),
    groupOf: options.groupOf ?? (() => ""),
    refusal: (call, node) => refusalOf(options.clients, call, node),
    hooks: options.hooks ?? {},
  });
  const grpc = await startGrpcServer(transportOptions(options, fleet, log, clock));
  log.info({ address: formatAddress(grpc.address) }, "xDS is listening");
  return {
    address: grpc.address,
    set: (group, resources, version) => fleet.set(group, resources, version === "" ? undefined : version),
    update: (group, change, { urgent = false } = {}) => fleet.update(group, change, urgent),
    remove: (group) => fleet.remove(group),
    regroup: () => fleet.regroup(),
    nodes: () => nodeStatuses(fleet.sessions),
    close: async () => {
      fleet.close();
      await grpc.close(drainMs);
    },
  };
}

function transportOptions(
  options: XdsServerOptions,
  fleet: Fleet,
  log: Log,
  clock: Clock,
): GrpcServerOptions {
  const { clients, loadReports, accessLogs } = options;
  const methods = new Map<string, (call: GrpcCall) => void>(clientStatusMethods(fleet));
  for (const method of discoveryMethods) methods.set(method.path, (call) => fleet.accept(call, method));
  if (loadReports !== undefined)
    methods.set(
      loadReportingPath,
      loadReportingHandler({
        ...loadReports,
        log,
        refusal: (call, node) => refusalOf(clients, call, node),
        clustersOf: (node) => fleet.namesOf(node, typeUrl.cluster),
      }),
    );
  if (accessLogs !== undefined)
    methods.set(
      accessLogPath,
      accessLogHandler({
        ...accessLogs,
        log,
        clock,
        refusal: (call, node) => refusalOf(clients, call, node),
      }),
    );
  return {
    listen: options.listen,
    methods,
    log,
    clock,
    tls: options.tls,
    admission: options.admission ?? { streamsPerSecond: 1_000, burst: 2_000 },
    times: {
      keepaliveMs: options.keepaliveMs ?? 30_000,
      keepaliveTimeoutMs: 10_000,
      maxConnectionAgeMs: options.maxConnectionAgeMs,
      connectionAgeGraceMs: options.connectionAgeGraceMs ?? 10_000,
    },
    ...limits,
    refusal:
      clients === undefined
        ? undefined
        : ({ certificate }) =>
            rulesFor(clients, subjectAlternativeNames(certificate)).length > 0
              ? undefined
              : "no rule of the configuration admits this certificate",
    onRefused: (peer, reason) => log.warn({ peer, reason }, "an xDS stream is refused"),
  };
}

const accessLogPath = "/envoy.service.accesslog.v3.AccessLogService/StreamAccessLogs";
const loadReportingPath = "/envoy.service.load_stats.v3.LoadReportingService/StreamLoadStats";

function refusalOf(
  clients: readonly ClientRule[] | undefined,
  call: GrpcCall,
  node: { readonly id: string; readonly cluster: string },
): string | undefined {
  if (clients === undefined) return undefined;
  return nodeRefusal(rulesFor(clients, subjectAlternativeNames(call.connection.certificate)), node);
}
