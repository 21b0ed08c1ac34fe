import type { Log } from "../base/log.ts";
import { type GrpcCall, grpcStatus } from "../grpc/grpc-call.ts";
import { decode, encode } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { duration } from "../proto/well-known.ts";
import type { ClusterLoad, EndpointLoad, LoadReport } from "./load-report.ts";

export interface LoadReportingOptions {
  /** How often a client is to report. */
  readonly intervalMs: number;
  readonly onReport: (report: LoadReport) => void;
  readonly log: Log;
  /** Why a node may not report from there; undefined when it may. */
  readonly refusal: (call: GrpcCall, node: LoadReport["node"]) => string | undefined;
  /** Names of the clusters that a node has, for clients that cannot report all; the same object while they are the same. */
  readonly clustersOf: (node: LoadReport["node"]) => readonly string[];
}

type Request = MessageTypes["envoy.service.load_stats.v3.LoadStatsRequest"];
type ClusterStats = NonNullable<Request["clusterStats"]>[number];
type LocalityStats = NonNullable<ClusterStats["upstreamLocalityStats"]>[number];
type EndpointStats = NonNullable<LocalityStats["upstreamEndpointStats"]>[number];

/** A client that says so is asked for all its clusters at once (lrs.proto `send_all_clusters`). */
const allClustersFeature = "envoy.lrs.supports_send_all_clusters";

/** No client has sent this many requests between two reports. */
const plausible = 1e12;

/**
 * `StreamLoadStats` (LRS): the client opens, is told what to report and how often, and then reports.
 * Figures that cannot be are left out and told of; they never reach `onReport`.
 */
export function loadReportingHandler(options: LoadReportingOptions): (call: GrpcCall) => void {
  return (call) => {
    let node: LoadReport["node"] | undefined;
    let asked: readonly string[] | "all" | undefined;
    call.onHalfClose = () => call.end(grpcStatus.ok);
    call.onMessage = (message) => {
      const request = read(message);
      if (request === undefined) {
        call.end(grpcStatus.invalidArgument, "the request is not a LoadStatsRequest");
        return;
      }
      if (node === undefined) {
        if (request.node === undefined) {
          call.end(grpcStatus.invalidArgument, "the first request of a stream names its node");
          return;
        }
        node = { id: request.node.id ?? "", cluster: request.node.cluster ?? "" };
        const reason = options.refusal(call, node);
        if (reason !== undefined) {
          options.log.warn({ node: node.id, peer: call.peer, reason }, "load reports are refused");
          call.end(grpcStatus.permissionDenied, reason);
          return;
        }
        if (request.node.clientFeatures?.includes(allClustersFeature) === true) asked = "all";
        if (asked === "all") call.write(whatToReport("all", options.intervalMs));
      }
      report(request, node, options);
      if (asked === "all") return;
      // Clusters come and go: who cannot report all is told with its next report.
      const clusters = options.clustersOf(node);
      if (clusters === asked) return;
      asked = clusters;
      call.write(whatToReport(clusters, options.intervalMs));
    };
  };
}

function read(message: Buffer): Request | undefined {
  try {
    return decode("envoy.service.load_stats.v3.LoadStatsRequest", message);
  } catch {
    return undefined;
  }
}

function whatToReport(clusters: readonly string[] | "all", intervalMs: number): Uint8Array {
  return encode("envoy.service.load_stats.v3.LoadStatsResponse", {
    ...(clusters === "all" ? { sendAllClusters: true } : { clusters: [...clusters] }),
    loadReportingInterval: duration(intervalMs),
    reportEndpointGranularity: true,
  });
}

function report(request: Request, node: LoadReport["node"], { onReport, log }: LoadReportingOptions): void {
  const stats = request.clusterStats ?? [];
  if (stats.length === 0) return;
  const clusters = stats.flatMap((one) => clusterLoad(one) ?? []);
  if (clusters.length < stats.length) {
    log.warn(
      { node: node.id, refused: stats.length - clusters.length },
      "a load report has impossible figures",
    );
  }
  if (clusters.length > 0) onReport({ node, clusters });
}

function clusterLoad(stats: ClusterStats): ClusterLoad | undefined {
  const localities = stats.upstreamLocalityStats ?? [];
  const sum = (pick: (locality: LocalityStats) => number | undefined) =>
    localities.reduce((total, locality) => total + (pick(locality) ?? 0), 0);
  const { seconds = 0, nanos = 0 } = stats.loadReportInterval ?? {};
  const load = {
    cluster: stats.clusterName ?? "",
    dropped: stats.totalDroppedRequests ?? 0,
    intervalMs: seconds * 1_000 + nanos / 1e6,
    issued: sum(({ totalIssuedRequests }) => totalIssuedRequests),
    succeeded: sum(({ totalSuccessfulRequests }) => totalSuccessfulRequests),
    failed: sum(({ totalErrorRequests }) => totalErrorRequests),
    endpoints: localities.flatMap(({ upstreamEndpointStats = [] }) =>
      upstreamEndpointStats.flatMap(endpointLoad),
    ),
  };
  const figures = [load.dropped, load.intervalMs, load.issued, load.succeeded, load.failed];
  const ofEndpoints = load.endpoints.flatMap((one) => [
    one.issued,
    one.succeeded,
    one.failed,
    one.inProgress,
  ]);
  return [...figures, ...ofEndpoints].every(isPlausible) ? load : undefined;
}

function endpointLoad(stats: EndpointStats): readonly EndpointLoad[] {
  const socket = stats.address?.socketAddress;
  if (socket?.address === undefined || socket.portValue === undefined) return [];
  return [
    {
      host: socket.address,
      port: socket.portValue,
      issued: stats.totalIssuedRequests ?? 0,
      succeeded: stats.totalSuccessfulRequests ?? 0,
      failed: stats.totalErrorRequests ?? 0,
      inProgress: stats.totalRequestsInProgress ?? 0,
    },
  ];
}

function isPlausible(figure: number): boolean {
  return Number.isFinite(figure) && figure >= 0 && figure <= plausible;
}
