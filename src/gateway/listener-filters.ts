import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { addStreamSource } from "./add-stream.ts";
import { requestMetadata, streamFilterName, unparsable } from "./names.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * The downstream filter chain. Nothing in it depends on pools, health or cost, so it changes only
 * when the operator changes the `gateway` section: a changed listener drains every connection.
 *
 * - `buffer` raises the body limit (otherwise Envoy's 1 MiB) and answers 413 beyond it.
 * - `json_to_metadata` reads `model` and `stream` from the body and clears the route cache itself, so
 *   that the route is chosen again by `RouteMatch.dynamic_metadata`, which a client cannot spoof.
 * - The Lua filter is off except on the routes of `/v1/chat/completions/stream`.
 */
export function httpFilters(maxRequestBytes: number): readonly HttpFilter[] {
  return [
    {
      name: "envoy.filters.http.buffer",
      typedConfig: pack("envoy.extensions.filters.http.buffer.v3.Buffer", {
        maxRequestBytes: { value: maxRequestBytes },
      }),
    },
    { name: "envoy.filters.http.json_to_metadata", typedConfig: bodyToMetadata() },
    {
      name: streamFilterName,
      disabled: true,
      // The script is here and not in those routes: Envoy keeps a Lua machine for every place that has one.
      typedConfig: pack("envoy.extensions.filters.http.lua.v3.Lua", {
        defaultSourceCode: { inlineString: addStreamSource },
      }),
    },
    {
      name: "envoy.filters.http.router",
      typedConfig: pack("envoy.extensions.filters.http.router.v3.Router", { suppressEnvoyHeaders: true }),
    },
  ];
}

/** What `curl -d` (form), `fetch` (text/plain) and every OpenAI client send; other types are refused with 400. */
const jsonContentTypes = "(?i)application/(json|.*\\+json).*|text/plain.*|application/x-www-form-urlencoded";

function bodyToMetadata(): Any {
  return pack("envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata", {
    requestRules: {
      allowEmptyContentType: true,
      allowContentTypesRegex: { regex: jsonContentTypes },
      rules: [
        {
          selectors: [{ key: "model" }],
          onPresent: { metadataNamespace: requestMetadata, key: "model", type: "STRING" },
          // The filter wants an on_missing or on_error that writes something; a missing model stays absent.
          onError: { metadataNamespace: requestMetadata, key: "model", value: { stringValue: unparsable } },
        },
        {
          selectors: [{ key: "stream" }],
          onPresent: { metadataNamespace: requestMetadata, key: "stream", type: "PROTOBUF_VALUE" },
        },
      ],
    },
  });
}

/** Headers that steer Envoy or us never come from a client. */
export const strippedPrefixes: readonly string[] = ["x-envoy-", "x-fairlead-"];
