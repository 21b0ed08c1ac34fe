import { requestLog } from "../gateway/access-logs.ts";
import { withClientAuth } from "../gateway/client-auth.ts";
import { httpFilters, strippedPrefixes } from "../gateway/listener-filters.ts";
import { localReplies } from "../gateway/local-replies.ts";
import { listenerName, routeConfigurationName } from "../gateway/names.ts";
import type { Desired } from "../model/desired.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { type Resource, resource } from "../proto/resource.ts";
import { duration } from "../proto/well-known.ts";

type HttpConnectionManager =
  MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"];

/**
 * The one listener. It depends on the `gateway` section, and on whether client keys are required, alone, because
 * changing it drains every connection.
 */
export function listener(desired: Pick<Desired, "gateway" | "clientKeys">): Resource {
  const { gateway } = desired;
  return resource(
    "envoy.config.listener.v3.Listener",
    listenerName,
    {
      name: listenerName,
      address: { socketAddress: { address: gateway.listen.host, portValue: gateway.listen.port } },
      filterChains: [
        {
          filters: [
            {
              name: "envoy.filters.network.http_connection_manager",
              typedConfig: pack(
                "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
                connectionManager(desired),
              ),
            },
          ],
        },
      ],
    },
    "gateway",
  );
}

/** Hardened as Envoy's edge best practices say, but for the timeouts, which belong to the routes: answers are long. */
function connectionManager({
  gateway,
  clientKeys,
}: Pick<Desired, "gateway" | "clientKeys">): HttpConnectionManager {
  const filters = httpFilters(gateway.maxRequestBytes);
  return {
    statPrefix: "gateway",
    rds: { routeConfigName: routeConfigurationName, configSource: { ads: {}, resourceApiVersion: "V3" } },
    httpFilters: clientKeys.required ? withClientAuth(filters) : filters,
    localReplyConfig: localReplies(),
    accessLog: [requestLog()],
    useRemoteAddress: { value: true },
    earlyHeaderMutationExtensions: [
      {
        name: "envoy.http.early_header_mutation.header_mutation",
        typedConfig: pack("envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation", {
          mutations: [
            ...strippedPrefixes.map((prefix) => ({ removeOnMatch: { keyMatcher: { prefix } } })),
            uncompressed,
          ],
        }),
      },
    ],
    normalizePath: { value: true },
    mergeSlashes: true,
    // A model's name may hold slashes, and clients escape them. Backends never see the path that a client wrote.
    pathWithEscapedSlashesAction: "KEEP_UNCHANGED",
    serverHeaderTransformation: "PASS_THROUGH",
    requestHeadersTimeout: duration(10_000),
    commonHttpProtocolOptions: {
      idleTimeout: duration(300_000),
      headersWithUnderscoresAction: "REJECT_REQUEST",
    },
    http2ProtocolOptions: {
      maxConcurrentStreams: { value: 100 },
      initialStreamWindowSize: { value: 65_536 },
      initialConnectionWindowSize: { value: 1_048_576 },
    },
  };
}

/** What a backend compressed nobody could read on its way: neither its tokens nor its events. */
const uncompressed = {
  append: {
    header: { key: "accept-encoding", value: "identity" },
    appendAction: "OVERWRITE_IF_EXISTS_OR_ADD",
  },
} as const;
