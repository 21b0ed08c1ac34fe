import type { Provider } from "../model/provider.ts";
import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import {
  ownMetadata,
  pathHeader,
  providerHeader,
  queryHeader,
  queryKeyHeader,
  scriptFilterName,
} from "./names.ts";
import { addedBy, headersOf } from "./provider-filters.ts";
import { renameModelSource, tellPoolFilter } from "./rename-model.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * The cluster's own filter chain. It runs after Envoy chose the endpoint, anew for every attempt, and turns
 * one request into what that endpoint wants: its path, and its provider's credential, headers and query, all
 * named by the endpoint's metadata. All attempts share one header map, so every step writes absolute values,
 * and whatever any provider of the pool may have written for an earlier attempt is removed first.
 *
 * @param providers those that add something to requests for the pool's endpoints, each once
 * @param everyEndpointHasOne whether all endpoints of the pool use such a provider
 */
export function upstreamFilters(
  providers: readonly Provider[],
  everyEndpointHasOne: boolean,
): readonly HttpFilter[] {
  // One provider for all endpoints needs no choice; otherwise the endpoint's metadata chooses.
  const sorted = [...providers].sort((a, b) => (a.name < b.name ? -1 : 1));
  const [only, ...others] = sorted;
  const chosen = only !== undefined && (others.length > 0 || !everyEndpointHasOne);
  return [
    { name: "envoy.filters.http.header_mutation", typedConfig: prepareHeaders(sorted, chosen) },
    ...(chosen ? [byEndpoint(sorted)] : []),
    ...(only !== undefined && !chosen ? addedBy(only) : []),
    tellPoolFilter(),
    {
      name: scriptFilterName,
      typedConfig: setPath(
        sorted.some(({ query, credential }) => query.size > 0 || credential?.sentAs.kind === "query"),
      ),
    },
    {
      name: "envoy.filters.http.upstream_codec",
      typedConfig: pack("envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec", {}),
    },
  ];
}

/** The client's own credentials end here, and so does what would tell a provider who our users are. */
const removed = [
  "authorization",
  "x-api-key",
  "api-key",
  "x-goog-api-key",
  "proxy-authorization",
  "x-forwarded-for",
  "x-envoy-external-address",
  "cookie",
];

function prepareHeaders(providers: readonly Provider[], chosen: boolean): Any {
  const endpoint = (key: string) => `%UPSTREAM_METADATA(${ownMetadata}:${key})%`;
  const ofProviders = providers.flatMap(headersOf).sort();
  return pack("envoy.extensions.filters.http.header_mutation.v3.HeaderMutation", {
    mutations: {
      requestMutations: [
        ...[...new Set([...removed, ...ofProviders])].map((remove) => ({ remove })),
        overwrite(pathHeader, `${endpoint("path")}%METADATA(ROUTE:${ownMetadata}:operation)%`),
        ...(chosen ? [overwrite(providerHeader, endpoint("provider"))] : []),
      ],
    },
  });
}

function overwrite(key: string, value: string) {
  return { append: { header: { key, value }, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" as const } };
}

/** What the provider adds that the endpoint's metadata names; an endpoint that names none gets nothing. */
function byEndpoint(providers: readonly Provider[]): HttpFilter {
  return {
    name: "envoy.filters.http.composite",
    typedConfig: pack("envoy.extensions.filters.http.composite.v3.Composite", {
      matcher: {
        matcherTree: {
          input: {
            name: "provider",
            typedConfig: pack("envoy.type.matcher.v3.HttpRequestHeaderMatchInput", {
              headerName: providerHeader,
            }),
          },
          exactMatchMap: {
            map: Object.fromEntries(
              providers.map((provider) => [provider.name, { action: execute(provider) }]),
            ),
          },
        },
      },
    }),
  };
}

function execute(provider: Provider) {
  return {
    name: "provider",
    typedConfig: pack("envoy.extensions.filters.http.composite.v3.ExecuteFilterAction", {
      filterChain: { typedConfig: addedBy(provider) },
    }),
  };
}

/** Native filters may not write `:path`, so a few lines of Lua do; then the model is renamed, where a route says so. */
function setPath(withQuery: boolean): Any {
  return pack("envoy.extensions.filters.http.lua.v3.Lua", {
    defaultSourceCode: {
      inlineString: [
        renameModelSource,
        "function envoy_on_request(handle)",
        "  local headers = handle:headers()",
        `  local path = headers:get("${pathHeader}")`,
        ...(withQuery ? appendQuery : []),
        '  headers:replace(":path", path)',
        `  headers:remove("${pathHeader}")`,
        `  headers:remove("${providerHeader}")`,
        "  rename_model(handle)",
        "end",
        "",
      ].join("\n"),
    },
  });
}

const appendQuery = [
  '  local mark = "?"',
  `  for _, name in ipairs({"${queryHeader}", "${queryKeyHeader}"}) do`,
  "    local part = headers:get(name)",
  "    if part ~= nil then",
  "      path = path .. mark .. part",
  '      mark = "&"',
  "      headers:remove(name)",
  "    end",
  "  end",
];
