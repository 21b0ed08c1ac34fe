import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { usageFilterName } from "./names.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * Reads the `usage` of answers as they pass, JSON and server-sent events alike, into metadata for the access
 * log. It holds nothing back: of JSON it keeps a copy until the end, and lets go of one that is larger than
 * `largestJson`, whose tokens are then not known. A stream's usage is in its last events, so none is too late.
 */
export function usageFilter(): HttpFilter {
  return {
    name: usageFilterName,
    typedConfig: pack("envoy.extensions.filters.http.ai_protocol_manager.v3.AiProtocolManager", {
      responseHandling: {
        tokenUsage: {
          includeUnconfiguredRoutes: true,
          defaultLlmProtocol: "OPENAI_CHAT_COMPLETIONS",
          limits: {
            maxJsonBodySize: { value: largestJson },
            maxParsedSseEvents: { value: 2 ** 32 - 1 },
          },
        },
      },
    }),
  };
}

/** Envoy allows no more. */
const largestJson = 10 * 1024 * 1024;
