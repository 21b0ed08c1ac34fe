import { caName, certificateName, trustedCaName } from "../gateway/names.ts";
import { type BackendTls, variantOf } from "../model/backend-tls.ts";
import type { Endpoint, Pool } from "../model/pool.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { struct } from "../proto/well-known.ts";

type Cluster = MessageTypes["envoy.config.cluster.v3.Cluster"];

/** The metadata that chooses an endpoint's socket. */
export const socketMatch = "envoy.transport_socket_match";

const plainWord = "plain";

/** How the endpoint is spoken to, in one word. */
export function transportOf(endpoint: Endpoint): string {
  if (endpoint.url.scheme === "http") return plainWord;
  const address = addressToCheck(endpoint);
  return `${variantOf(endpoint.tls)}${address === undefined ? "" : ` address=${address}`}`;
}

/** An address that the certificate must have, where no name is known. Envoy looks for names only, if not told. */
function addressToCheck({ url, tls }: Endpoint): string | undefined {
  const isAddress = url.host.includes(":") || /^[\d.]+$/.test(url.host);
  return isAddress && tls.serverName === undefined && !tls.unchecked ? url.host : undefined;
}

/** Whether the pool's endpoints differ in it, so that each has to say its own. */
export function transportsDiffer({ endpoints }: Pool): boolean {
  return new Set(endpoints.map(transportOf)).size > 1;
}

/**
 * One socket for all, or one per way of speaking that an endpoint's metadata chooses. What names none that the
 * cluster has, as it may be for a moment during an edit, gets the strictest: never plain where there is TLS.
 */
export function transportSockets(pool: Pool): Pick<Cluster, "transportSocket" | "transportSocketMatches"> {
  const encrypted = new Map(
    pool.endpoints
      .filter(({ url }) => url.scheme === "https")
      .map((endpoint) => [transportOf(endpoint), endpoint] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  if (encrypted.size === 0) return {};
  const [strictest] = [...encrypted.values()].sort(
    (a, b) => Number(a.tls.unchecked) - Number(b.tls.unchecked),
  );
  const transportSocket = strictest && tlsSocket(strictest);
  if (!transportsDiffer(pool)) return { transportSocket };
  const hasPlain = pool.endpoints.some(({ url }) => url.scheme === "http");
  return {
    transportSocket,
    transportSocketMatches: [
      ...[...encrypted].map(([name, endpoint]) => match(name, tlsSocket(endpoint))),
      ...(hasPlain ? [match(plainWord, plainSocket())] : []),
    ],
  };
}

function match(name: string, transportSocket: NonNullable<Cluster["transportSocket"]>) {
  return { name, match: struct({ transport: name }), transportSocket };
}

/** Server name and certificate are checked against the endpoint's own host, or what is said instead. */
function tlsSocket(endpoint: Endpoint) {
  const { certificate, serverName, unchecked } = endpoint.tls;
  const address = addressToCheck(endpoint);
  return {
    name: "envoy.transport_sockets.tls",
    typedConfig: pack("envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext", {
      ...(address === undefined ? checkedByName(serverName, unchecked) : {}),
      // Sessions are kept per cluster, not per endpoint: one resumed elsewhere would skip the check of the name.
      maxSessionKeys: { value: 0 },
      commonTlsContext: {
        ...(certificate === undefined
          ? {}
          : { tlsCertificateSdsSecretConfigs: [bySds(certificateName(certificate.owner))] }),
        ...(unchecked ? {} : authorities(endpoint.tls, address)),
      },
    }),
  };
}

function checkedByName(serverName: string | undefined, unchecked: boolean) {
  return {
    ...(serverName === undefined ? { autoHostSni: true } : { sni: serverName }),
    ...(unchecked ? {} : { autoSniSanValidation: true }),
  };
}

function authorities({ ca }: BackendTls, address: string | undefined) {
  const validationContextSdsSecretConfig = bySds(ca === undefined ? trustedCaName : caName(ca.owner));
  if (address === undefined) return { validationContextSdsSecretConfig };
  return {
    combinedValidationContext: {
      defaultValidationContext: {
        matchTypedSubjectAltNames: [{ sanType: "IP_ADDRESS" as const, matcher: { exact: address } }],
      },
      validationContextSdsSecretConfig,
    },
  };
}

function bySds(name: string) {
  return { name, sdsConfig: { ads: {}, resourceApiVersion: "V3" as const } };
}

function plainSocket() {
  return {
    name: "envoy.transport_sockets.raw_buffer",
    typedConfig: pack("envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer", {}),
  };
}
