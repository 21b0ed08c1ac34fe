import { caName, certificateName } from "../gateway/names.ts";
import type { Pool, Source } from "../model/pool.ts";
import { type Resource, resource } from "../proto/resource.ts";

/** The authorities and certificates of the pool's endpoints that are not everybody's, by their SDS names. */
export function tlsSecrets({ endpoints }: Pool): ReadonlyMap<string, Resource> {
  const secrets = new Map<string, Resource>();
  for (const { url, tls, source } of endpoints) {
    if (url.scheme === "http") continue;
    const { ca, certificate, unchecked } = tls;
    if (ca !== undefined && !unchecked)
      secrets.set(caName(ca.owner), authority(caName(ca.owner), ca.pem, placeOf(ca.owner, source)));
    if (certificate !== undefined) {
      const name = certificateName(certificate.owner);
      const key = certificate.key.reveal();
      secrets.set(name, pair(name, certificate.chain, key, placeOf(certificate.owner, source)));
    }
  }
  return secrets;
}

function authority(name: string, pem: string, source: string): Resource {
  return resource(
    "envoy.extensions.transport_sockets.tls.v3.Secret",
    name,
    { name, validationContext: { trustedCa: { inlineString: pem } } },
    source,
  );
}

function pair(name: string, chain: string, key: string, source: string): Resource {
  return resource(
    "envoy.extensions.transport_sockets.tls.v3.Secret",
    name,
    {
      name,
      tlsCertificate: { certificateChain: { inlineString: chain }, privateKey: { inlineString: key } },
    },
    source,
  );
}

/** @param endpoint place of the endpoint, for what is its own */
function placeOf(owner: string, endpoint: Source): string {
  const provider = /^provider\/(.*)$/s.exec(owner)?.[1];
  return provider === undefined ? `${endpoint.path}.tls` : `providers.${provider}.tls`;
}
