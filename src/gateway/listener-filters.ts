import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { attemptLog } from "./access-logs.ts";
import { addStreamSource } from "./add-stream.ts";
import { streamFilterName } from "./names.ts";
import { readBodySource } from "./read-body.ts";
import { streamUsageFilter } from "./stream-usage.ts";
import { usageFilter } from "./usage-filters.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * The downstream filter chain. Nothing in it depends on pools, health or cost, so it changes only
 * when the operator changes the `gateway` section: a changed listener drains every connection.
 *
 * - `buffer` raises the body limit (otherwise Envoy's 1 MiB) and answers 413 beyond it.
 * - The first Lua filter reads `model` and `stream` from the body and clears the route cache, so that the
 *   route is chosen again by `RouteMatch.dynamic_metadata`, which a client cannot spoof.
 * - The second is off except on the routes of `/v1/chat/completions/stream`.
 */
export function httpFilters(maxRequestBytes: number): readonly HttpFilter[] {
  return [
    {
      name: "envoy.filters.http.buffer",
      typedConfig: pack("envoy.extensions.filters.http.buffer.v3.Buffer", {
        maxRequestBytes: { value: maxRequestBytes },
      }),
    },
    {
      name: "fairlead.read_body",
      typedConfig: pack("envoy.extensions.filters.http.lua.v3.Lua", {
        defaultSourceCode: { inlineString: readBodySource },
      }),
    },
    {
      name: streamFilterName,
      disabled: true,
      // The script is here and not in those routes: Envoy keeps a Lua machine for every place that has one.
      typedConfig: pack("envoy.extensions.filters.http.lua.v3.Lua", {
        defaultSourceCode: { inlineString: addStreamSource },
      }),
    },
    streamUsageFilter(),
    usageFilter(),
    {
      name: "envoy.filters.http.router",
      typedConfig: pack("envoy.extensions.filters.http.router.v3.Router", {
        suppressEnvoyHeaders: true,
        upstreamLog: [attemptLog()],
      }),
    },
  ];
}

/** Headers that steer Envoy or us never come from a client. */
export const strippedPrefixes: readonly string[] = ["x-envoy-", "x-fairlead-"];
