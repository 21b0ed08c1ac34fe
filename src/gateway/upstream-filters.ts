import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { credentialHeader, credentialName, ownMetadata, pathHeader, scriptFilterName } from "./names.ts";
import { renameModelSource, tellPoolFilter } from "./rename-model.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * The cluster's own filter chain. It runs after Envoy chose the endpoint, anew for every attempt,
 * and turns one request into what that endpoint wants: its path and its provider's credential, both
 * named by the endpoint's metadata. All attempts share one header map, so every step writes absolute
 * values and nothing of an earlier attempt survives.
 *
 * @param providers names of the providers with a credential among the pool's endpoints, sorted.
 * @param everyEndpointHasOne whether all endpoints of the pool use such a provider.
 */
export function upstreamFilters(
  providers: readonly string[],
  everyEndpointHasOne: boolean,
): readonly HttpFilter[] {
  // One credential for all endpoints needs no choice; otherwise the endpoint's metadata chooses.
  const [only, ...others] = providers;
  const chosen = only !== undefined && (others.length > 0 || !everyEndpointHasOne);
  return [
    { name: "envoy.filters.http.header_mutation", typedConfig: prepareHeaders(chosen) },
    ...(chosen ? [credentialByEndpoint(providers)] : []),
    ...(only !== undefined && !chosen ? [credentialOfAll(only)] : []),
    tellPoolFilter(),
    { name: scriptFilterName, typedConfig: setPath() },
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
  "x-forwarded-for",
  "x-envoy-external-address",
  "cookie",
];

function prepareHeaders(withCredential: boolean): Any {
  const endpoint = (key: string) => `%UPSTREAM_METADATA(${ownMetadata}:${key})%`;
  return pack("envoy.extensions.filters.http.header_mutation.v3.HeaderMutation", {
    mutations: {
      requestMutations: [
        ...removed.map((remove) => ({ remove })),
        overwrite(pathHeader, `${endpoint("path")}%METADATA(ROUTE:${ownMetadata}:operation)%`),
        ...(withCredential ? [overwrite(credentialHeader, endpoint("credential"))] : []),
      ],
    },
  });
}

function overwrite(key: string, value: string) {
  return { append: { header: { key, value }, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" as const } };
}

function credentialOfAll(provider: string): HttpFilter {
  return { name: "envoy.filters.http.credential_injector", typedConfig: injectCredential(provider) };
}

function credentialByEndpoint(providers: readonly string[]): HttpFilter {
  return {
    name: "envoy.filters.http.composite",
    typedConfig: pack("envoy.extensions.filters.http.composite.v3.Composite", {
      matcher: {
        matcherTree: {
          input: {
            name: "credential",
            typedConfig: pack("envoy.type.matcher.v3.HttpRequestHeaderMatchInput", {
              headerName: credentialHeader,
            }),
          },
          exactMatchMap: {
            map: Object.fromEntries(
              providers.map((provider) => [provider, { action: chooseCredential(provider) }]),
            ),
          },
        },
      },
    }),
  };
}

function chooseCredential(provider: string) {
  return {
    name: "credential",
    typedConfig: pack("envoy.extensions.filters.http.composite.v3.ExecuteFilterAction", {
      typedConfig: {
        name: "envoy.filters.http.credential_injector",
        typedConfig: injectCredential(provider),
      },
    }),
  };
}

/** The secret itself is fetched by SDS under its name and is never part of the cluster. */
function injectCredential(provider: string): Any {
  return pack("envoy.extensions.filters.http.credential_injector.v3.CredentialInjector", {
    overwrite: true,
    credential: {
      name: "envoy.http.injected_credentials.generic",
      typedConfig: pack("envoy.extensions.http.injected_credentials.generic.v3.Generic", {
        credential: { name: credentialName(provider), sdsConfig: { ads: {}, resourceApiVersion: "V3" } },
        header: "authorization",
        headerValuePrefix: "Bearer ",
      }),
    },
  });
}

/** Native filters may not write `:path`, so four lines of Lua do; then the model is renamed, where a route says so. */
function setPath(): Any {
  return pack("envoy.extensions.filters.http.lua.v3.Lua", {
    defaultSourceCode: {
      inlineString: [
        renameModelSource,
        "function envoy_on_request(handle)",
        "  local headers = handle:headers()",
        `  headers:replace(":path", headers:get("${pathHeader}"))`,
        `  headers:remove("${pathHeader}")`,
        `  headers:remove("${credentialHeader}")`,
        "  rename_model(handle)",
        "end",
        "",
      ].join("\n"),
    },
  });
}
