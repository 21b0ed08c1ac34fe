import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { duration } from "../proto/well-known.ts";
import {
  attemptLogName,
  controlPlaneCluster,
  ownMetadata,
  requestLogName,
  requestMetadata,
} from "./names.ts";

type AccessLog = MessageTypes["envoy.config.accesslog.v3.AccessLog"];
type Filter = MessageTypes["envoy.config.accesslog.v3.AccessLogFilter"];
type CustomTag = MessageTypes["envoy.type.tracing.v3.CustomTag"];

/**
 * One entry for each request, when it has ended, whatever became of it. The logger is the one for TCP on
 * purpose: its entries have what all logs have in common (times, cluster, metadata, flags) and nothing of
 * headers or paths, so that no query string, key or cookie can be in one. What is wanted of the answer comes
 * as a tag.
 */
export function requestLog(): AccessLog {
  return { ...logger(requestLogName, [...whose, tag("status", "%RESPONSE_CODE%")]), filter: ofPoolAndShort };
}

/**
 * One entry for each attempt that failed, also when another one then succeeded: the request's own entry is
 * of the last endpoint alone.
 */
export function attemptLog(): AccessLog {
  return {
    ...logger(attemptLogName, [
      ...whose,
      tag("status", "%RESPONSE_CODE%"),
      tag("retry-after", "%RESP(RETRY-AFTER):64%"),
    ]),
    filter: { orFilter: { filters: [statusIs("EQ", 429), statusIs("GE", 500), { responseFlagFilter: {} }] } },
  };
}

const metadata = `metadata.filter_metadata['${requestMetadata}']`;

function logger(logName: string, customTags: readonly CustomTag[]): AccessLog {
  return {
    name: "envoy.access_loggers.tcp_grpc",
    typedConfig: pack("envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig", {
      commonConfig: {
        logName,
        grpcService: { envoyGrpc: { clusterName: controlPlaneCluster } },
        transportApiVersion: "V3",
        bufferFlushInterval: duration(500),
        customTags,
      },
    }),
  };
}

/** Whose the request was in the end: both come with the cluster and the load assignment. */
const whose: readonly CustomTag[] = [
  {
    tag: "pool",
    metadata: { kind: { cluster: {} }, metadataKey: { key: ownMetadata, path: [{ key: "pool" }] } },
  },
  {
    tag: "endpoint",
    metadata: { kind: { host: {} }, metadataKey: { key: ownMetadata, path: [{ key: "id" }] } },
  },
];

function tag(name: string, value: string): CustomTag {
  return { tag: name, value };
}

function statusIs(op: "EQ" | "GE", status: number): Filter {
  return {
    statusCodeFilter: {
      comparison: { op, value: { defaultValue: status, runtimeKey: `fairlead.attempt_log.${op}_${status}` } },
    },
  };
}

/**
 * An entry carries the request's metadata whole, and a client can write megabytes as `model` or `stream`: only
 * what went to a pool is logged, and nothing that is long.
 */
const ofPoolAndShort: Filter = {
  extensionFilter: {
    name: "envoy.access_loggers.extension_filters.cel",
    typedConfig: pack("envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter", {
      expression: [
        "xds.cluster_name != ''",
        `size(${metadata}['model']) <= 512`,
        `(!('stream' in ${metadata}) || type(${metadata}['stream']) != string || size(${metadata}['stream']) <= 512)`,
      ].join(" && "),
    }),
  },
};
