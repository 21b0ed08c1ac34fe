import { credentialName, trustedCaName } from "../gateway/names.ts";
import type { Desired, Gateway } from "../model/desired.ts";
import type { Credential } from "../model/provider.ts";
import { type Resource, resource } from "../proto/resource.ts";

/** What only SDS carries: the credential of each provider that has one, by provider. */
export function credentials(providers: Desired["providers"]): ReadonlyMap<string, Resource> {
  return new Map(
    [...providers.values()].flatMap(({ name, credential }) => {
      if (credential === undefined) return [];
      const secret = resource(
        "envoy.extensions.transport_sockets.tls.v3.Secret",
        credentialName(name),
        { name: credentialName(name), genericSecret: { secret: { inlineString: asSent(credential) } } },
        `providers.${name}.credential`,
      );
      return [[name, secret] as const];
    }),
  );
}

/** As it stands in the request. */
function asSent({ secret, sentAs }: Credential): string {
  return sentAs.kind === "query" ? encodeURIComponent(secret.reveal()) : secret.reveal();
}

/**
 * The authorities that backends are checked against. Sent inline, because where an Envoy's machine keeps its
 * authorities is not for us to know.
 */
export function trustedCa(gateway: Gateway, publicAuthorities: string): Resource {
  const pem = [publicAuthorities, gateway.trustedCa].filter((text) => text !== "").join("\n");
  return resource(
    "envoy.extensions.transport_sockets.tls.v3.Secret",
    trustedCaName,
    { name: trustedCaName, validationContext: { trustedCa: { inlineString: pem } } },
    "gateway.trustedCa",
  );
}
