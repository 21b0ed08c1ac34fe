import { encodedQuery, type Provider } from "../model/provider.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { credentialName, queryHeader, queryKeyHeader } from "./names.ts";

type Extension = MessageTypes["envoy.config.core.v3.TypedExtensionConfig"];

/** The headers that a provider's filters write, its own and ours for its query. */
export function headersOf({ credential, headers, query }: Provider): readonly string[] {
  const key = credential?.sentAs;
  return [
    ...headers.keys(),
    ...(query.size === 0 ? [] : [queryHeader]),
    ...(key === undefined ? [] : [key.kind === "query" ? queryKeyHeader : key.name]),
  ];
}

/** The filters that add to a request what one provider wants. A query is put into a header, and into the path later. */
export function addedBy(provider: Provider): readonly Extension[] {
  const { name, credential, headers, query } = provider;
  const written = [...headers, ...(query.size === 0 ? [] : [[queryHeader, encodedQuery(query)] as const])];
  return [
    ...(written.length === 0 ? [] : [writeHeaders(written)]),
    ...(credential === undefined ? [] : [inject(name, credential.sentAs)]),
  ];
}

function writeHeaders(headers: readonly (readonly [string, string])[]): Extension {
  return {
    name: "fairlead.provider_headers",
    typedConfig: pack("envoy.extensions.filters.http.header_mutation.v3.HeaderMutation", {
      mutations: {
        requestMutations: headers.map(([key, value]) => ({
          // A percent sign would begin one of Envoy's commands.
          append: {
            header: { key, value: value.replaceAll("%", "%%") },
            appendAction: "OVERWRITE_IF_EXISTS_OR_ADD",
          },
        })),
      },
    }),
  };
}

/** The secret itself is fetched by SDS under its name and is never part of the cluster. */
function inject(provider: string, place: NonNullable<Provider["credential"]>["sentAs"]): Extension {
  const { header, headerValuePrefix } =
    place.kind === "query"
      ? { header: queryKeyHeader, headerValuePrefix: `${place.name}=` }
      : { header: place.name, headerValuePrefix: place.prefix };
  return {
    name: "envoy.filters.http.credential_injector",
    typedConfig: pack("envoy.extensions.filters.http.credential_injector.v3.CredentialInjector", {
      overwrite: true,
      credential: {
        name: "envoy.http.injected_credentials.generic",
        typedConfig: pack("envoy.extensions.http.injected_credentials.generic.v3.Generic", {
          credential: { name: credentialName(provider), sdsConfig: { ads: {}, resourceApiVersion: "V3" } },
          header,
          headerValuePrefix,
        }),
      },
    }),
  };
}
