import { httpFilters, strippedPrefixes } from "../gateway/listener-filters.ts";
import { localReplies } from "../gateway/local-replies.ts";
import { listenerName, routeConfigurationName } from "../gateway/names.ts";
import type { Gateway } from "../model/desired.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { type Resource, resource } from "../proto/resource.ts";
import { duration } from "../proto/well-known.ts";

type HttpConnectionManager =
  MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"];

/** The one listener. It depends on the `gateway` section alone, because changing it drains every connection. */
export function listener(gateway: Gateway): Resource {
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
                connectionManager(gateway),
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
function connectionManager(gateway: Gateway): HttpConnectionManager {
  return {
    statPrefix: "gateway",
    rds: { routeConfigName: routeConfigurationName, configSource: { ads: {}, resourceApiVersion: "V3" } },
    httpFilters: httpFilters(gateway.maxRequestBytes),
    localReplyConfig: localReplies(),
    useRemoteAddress: { value: true },
    earlyHeaderMutationExtensions: [
      {
        name: "envoy.http.early_header_mutation.header_mutation",
        typedConfig: pack("envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation", {
          mutations: strippedPrefixes.map((prefix) => ({ removeOnMatch: { keyMatcher: { prefix } } })),
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
