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

/** Whose the request was in the end. The cluster of a chain is several pools': there the endpoint says which. */
const whose: readonly CustomTag[] = [
  {
    tag: "pool",
    metadata: { kind: { cluster: {} }, metadataKey: { key: ownMetadata, path: [{ key: "pool" }] } },
  },
  {
    tag: "endpoint_pool",
    metadata: { kind: { host: {} }, metadataKey: { key: ownMetadata, path: [{ key: "pool" }] } },
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
 * what went to a pool is logged, and nothing that is long. Asking CEL for `stream` too would cost as much as
 * all of the rest; a regular expression can count to 40, but not much further.
 */
const ofPoolAndShort: Filter = {
  andFilter: {
    filters: [
      {
        metadataFilter: {
          matcher: {
            filter: requestMetadata,
            path: [{ key: "stream" }],
            // `invert` is not looked at here.
            value: {
              orMatch: {
                valueMatchers: [
                  { boolMatch: true },
                  { boolMatch: false },
                  { doubleMatch: { range: { start: -1e300, end: 1e300 } } },
                  { stringMatch: { safeRegex: { regex: "(?s).{0,40}" } } },
                ],
              },
            },
          },
          matchIfKeyNotFound: { value: true },
        },
      },
      {
        extensionFilter: {
          name: "envoy.access_loggers.extension_filters.cel",
          typedConfig: pack("envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter", {
            expression: `xds.cluster_name != '' && size(metadata.filter_metadata['${requestMetadata}']['model']) <= 512`,
          }),
        },
      },
    ],
  },
};
