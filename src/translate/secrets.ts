import { credentialName, trustedCaName } from "../gateway/names.ts";
import type { Desired } from "../model/desired.ts";
import { type Resource, resource } from "../proto/resource.ts";

/** What only SDS carries: the providers' credentials, and the authorities that backends are checked against. */
export function secrets(desired: Desired, publicAuthorities: string): readonly Resource[] {
  return [...credentials(desired), trustedCa(desired, publicAuthorities)];
}

function credentials(desired: Desired): readonly Resource[] {
  return [...desired.providers.values()].flatMap(({ name, credential }) =>
    credential === undefined
      ? []
      : resource(
          "envoy.extensions.transport_sockets.tls.v3.Secret",
          credentialName(name),
          { name: credentialName(name), genericSecret: { secret: { inlineString: credential.reveal() } } },
          `providers.${name}.credential`,
        ),
  );
}

/** Sent inline, because where an Envoy's machine keeps its authorities is not for us to know. */
function trustedCa(desired: Desired, publicAuthorities: string): Resource {
  const pem = [publicAuthorities, desired.gateway.trustedCa].filter((text) => text !== "").join("\n");
  return resource(
    "envoy.extensions.transport_sockets.tls.v3.Secret",
    trustedCaName,
    { name: trustedCaName, validationContext: { trustedCa: { inlineString: pem } } },
    "gateway.trustedCa",
  );
}
