import { invariant } from "../base/invariant.ts";
import { healthOf } from "../decide/cooldown.ts";
import type { Decision, EndpointDecision } from "../decide/decision.ts";
import { ownMetadata } from "../gateway/names.ts";
import type { Desired } from "../model/desired.ts";
import { type HostAddress, hostAddresses } from "../model/host-addresses.ts";
import type { Endpoint, Pool } from "../model/pool.ts";
import { addingProvider } from "../model/provider.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { type Resource, resource } from "../proto/resource.ts";
import { struct } from "../proto/well-known.ts";
import { socketMatch, transportOf, transportsDiffer } from "./transport-sockets.ts";

type LbEndpoint = MessageTypes["envoy.config.endpoint.v3.LbEndpoint"];

/** Literal addresses of a host name, or of a host that is itself an address; none when not resolved yet. */
export type AddressesOf = (host: string) => readonly string[];

/**
 * A factor so large that a lower priority is used only when no endpoint of a higher one is usable,
 * and a DEGRADED endpoint only when no healthy one is left: an operator's order is an order. Envoy's
 * default of 140 % would spill as soon as 30 % are down.
 */
const overprovisioningFactor = 100_000;

/**
 * All that may change in steady state: health, weights, addresses. An unhealthy endpoint stays and is
 * marked; a drained one is not in it at all, so that no panic mode can reach it.
 */
export function loadAssignment(
  pool: Pool,
  providers: Desired["providers"],
  decision: Decision,
  addressesOf: AddressesOf,
): Resource {
  const priorities = [...new Set(pool.endpoints.map((endpoint) => endpoint.priority))].sort((a, b) => a - b);
  const differ = transportsDiffer(pool);
  const addresses = hostAddresses(pool, addressesOf);
  return resource(
    "envoy.config.endpoint.v3.ClusterLoadAssignment",
    pool.name,
    {
      clusterName: pool.name,
      // Envoy wants priorities without gaps, so their order counts and not their numbers.
      endpoints: priorities.map((priority, level) => ({
        priority: level,
        lbEndpoints: pool.endpoints
          .filter((endpoint) => endpoint.priority === priority)
          .flatMap((endpoint) =>
            lbEndpoint(
              pool.name,
              endpoint,
              providers,
              decidedFor(decision, endpoint),
              addresses.get(endpoint.id) ?? [],
              differ,
            ),
          ),
      })),
      policy: { overprovisioningFactor: { value: overprovisioningFactor } },
    },
    pool.source.path,
  );
}

function decidedFor(decision: Decision, endpoint: Endpoint): EndpointDecision {
  const decided = decision.get(endpoint.id);
  invariant(decided !== undefined, `${endpoint.id} is decided before it is translated`);
  return decided;
}

/**
 * One endpoint is one host to Envoy, whatever its name resolves to: the first address takes the
 * traffic, the others are tried when it does not connect, and the weight stays one weight.
 */
function lbEndpoint(
  pool: string,
  endpoint: Endpoint,
  providers: Desired["providers"],
  decided: EndpointDecision,
  addresses: readonly HostAddress[],
  differ: boolean,
): readonly LbEndpoint[] {
  const [first, ...others] = addresses;
  if (decided.drained || first === undefined) return [];
  const provider = addingProvider(providers, endpoint);
  return [
    {
      endpoint: {
        address: socketAddress(first),
        ...(others.length === 0
          ? {}
          : {
              additionalAddresses: others.map((other) => ({ address: socketAddress(other) })),
            }),
        hostname: hostname(endpoint),
      },
      metadata: {
        filterMetadata: {
          [ownMetadata]: struct({
            id: endpoint.id,
            pool,
            path: endpoint.url.path,
            ...(provider === undefined ? {} : { provider: provider.name }),
          }),
          ...(differ ? { [socketMatch]: struct({ transport: transportOf(endpoint) }) } : {}),
        },
      },
      healthStatus: healthOf(decided).healthStatus,
      loadBalancingWeight: { value: decided.weight },
    },
  ];
}

function socketAddress({ address, port }: HostAddress) {
  return { socketAddress: { address, portValue: port } };
}

/** Becomes the `Host` header, the server name (SNI) and the name the certificate must have. */
function hostname({ url }: Endpoint): string {
  const host = url.host.includes(":") ? `[${url.host}]` : url.host;
  const usual = url.scheme === "https" ? 443 : 80;
  return url.port === usual || url.scheme === "https" ? host : `${host}:${url.port}`;
}
