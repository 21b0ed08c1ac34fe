import type { PublicJwk } from "../model/client-keys.ts";
import { keyIssuer, keyPrefix } from "../model/client-keys.ts";
import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { modelAccess } from "./model-access.ts";
import { callerMetadata, keyFilterName, modelAccessFilterName, revocationFilterName } from "./names.ts";
import { ownModelsFilter } from "./own-models.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * The listener's chain with the check of who calls. In front, before any body is read: the key itself
 * and whether it is revoked. Last before the router, when the body has said the model: whether the key
 * may use it. Both lists that change come by ECDS, so that no new key, no rotation and no revocation
 * ever touches the listener.
 */
export function withClientAuth(filters: readonly HttpFilter[]): readonly HttpFilter[] {
  return [
    discovered(keyFilterName, "envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication"),
    { name: "fairlead.key_id", typedConfig: keepKeyId() },
    discovered(revocationFilterName, "envoy.extensions.filters.http.rbac.v3.RBAC"),
    ...filters.slice(0, -1),
    { name: modelAccessFilterName, typedConfig: modelAccess() },
    ownModelsFilter(),
    ...filters.slice(-1),
  ];
}

/**
 * What is not checked on routes that are open to all. By name: per-route configuration is looked up
 * by it.
 */
export function openToAll(): Readonly<Record<string, Any>> {
  const off = pack("envoy.config.route.v3.FilterConfig", { disabled: true });
  return { [keyFilterName]: off, [revocationFilterName]: off, [modelAccessFilterName]: off };
}

/** The listener waits for it: while it has none, nobody is let in. */
function discovered(name: string, type: string): HttpFilter {
  return {
    name,
    configDiscovery: {
      configSource: { ads: {}, resourceApiVersion: "V3" },
      typeUrls: [`type.googleapis.com/${type}`],
    },
  };
}

/** How many checked tokens a worker remembers, about 4 KiB each. A token that is not among them costs some 60 µs more. */
const rememberedTokens = 4_096;

/**
 * Checks signature, issuer and expiry. The token goes no further than this filter; its claims become
 * dynamic metadata, which no client can write.
 */
export function keyCheck(verification: readonly PublicJwk[]): Any {
  return pack("envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication", {
    providers: {
      [keyIssuer]: {
        issuer: keyIssuer,
        requireExpiration: true,
        localJwks: { inlineString: JSON.stringify({ keys: verification }) },
        fromHeaders: [{ name: "authorization", valuePrefix: `Bearer ${keyPrefix}` }],
        payloadInMetadata: callerMetadata.key,
        jwtCacheConfig: { jwtCacheSize: rememberedTokens },
      },
    },
    rules: [{ match: { prefix: "/" }, requires: { providerName: keyIssuer } }],
  });
}

/** Where the filter below keeps the key's id for the matcher of revoked ids. */
const keyIdState = "fairlead.key_id";

/** What a formatter of Envoy writes for a value that is not there. */
const absent = "-";

/**
 * A matcher on dynamic metadata never matches in Envoy 1.40 and so would let revoked keys in; one on
 * filter state does.
 */
function keepKeyId(): Any {
  const { namespace, key } = callerMetadata;
  return pack("envoy.extensions.filters.http.set_filter_state.v3.Config", {
    onRequestHeaders: [
      {
        objectKey: keyIdState,
        factoryKey: "envoy.string",
        formatString: {
          textFormatSource: { inlineString: `%DYNAMIC_METADATA(${namespace}:${key}:jti)%` },
        },
      },
    ],
  });
}

/**
 * Refuses the named ids, by one look-up in a map. A token without an id could never be revoked, so it
 * is refused too; its entry also keeps the map from being empty, which Envoy does not accept.
 */
export function revocationCheck(revoked: readonly string[]): Any {
  const refuse = { action: action("DENY") };
  return pack("envoy.extensions.filters.http.rbac.v3.RBAC", {
    matcher: {
      matcherTree: {
        input: {
          name: "key_id",
          typedConfig: pack("envoy.extensions.matching.common_inputs.network.v3.FilterStateInput", {
            key: keyIdState,
          }),
        },
        exactMatchMap: { map: Object.fromEntries([absent, ...revoked].map((id) => [id, refuse])) },
      },
      onNoMatch: { action: action("ALLOW") },
    },
  });
}

function action(what: "ALLOW" | "DENY") {
  const name = what === "DENY" ? "revoked" : "good";
  return { name, typedConfig: pack("envoy.config.rbac.v3.Action", { name, action: what }) };
}
