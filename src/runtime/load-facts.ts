import type { Fact } from "../facts/fact.ts";
import type { Observed } from "../facts/observed.ts";
import { type HostAddress, hostAddresses } from "../model/host-addresses.ts";
import type { EndpointId, Pool } from "../model/pool.ts";
import type { LoadReport } from "../xds/load-report.ts";
import { isLiteralAddress } from "./turn.ts";

/**
 * What a load report says of endpoints. A cluster is a pool, and an endpoint is told by the address that
 * Envoy has of it. It is the first of the endpoint's; any
 * other is taken as well, but if several have it, it tells of none of them.
 */
export function loadFacts(
  { clusters }: LoadReport,
  pools: ReadonlyMap<string, Pool>,
  hosts: Observed["hosts"],
  atMs: number,
): readonly Fact[] {
  return clusters.flatMap(({ cluster, endpoints }) => {
    const pool = pools.get(cluster);
    if (pool === undefined) return [];
    const byAddress = endpointsByAddress(pool, hosts);
    return endpoints.flatMap(({ host, port, issued, succeeded, failed }): readonly Fact[] => {
      const [endpoint, another] = byAddress.get(`${host} ${port}`) ?? [];
      if (endpoint === undefined || another !== undefined || issued + succeeded + failed === 0) return [];
      return [{ kind: "load-reported", endpoint, atMs, issued, succeeded, failed }];
    });
  });
}

function endpointsByAddress(
  pool: Pool,
  hosts: Observed["hosts"],
): ReadonlyMap<string, readonly EndpointId[]> {
  const addressesOf = (host: string) =>
    isLiteralAddress(host) ? [host] : (hosts.get(host)?.addresses ?? []);
  const known = [...hostAddresses(pool, addressesOf)];
  const others = known.flatMap(([id, [, ...rest]]) => rest.map((address) => [keyOf(address), id] as const));
  // What is one endpoint's first address tells it, also where another has it further down.
  const firsts = known.flatMap(([id, [first]]) =>
    first === undefined ? [] : [[keyOf(first), [id]] as const],
  );
  const grouped = Map.groupBy(others, ([at]) => at);
  return new Map<string, readonly EndpointId[]>([
    ...[...grouped].map(([at, ids]) => [at, ids.map(([, id]) => id)] as const),
    ...firsts,
  ]);
}

function keyOf({ address, port }: HostAddress): string {
  return `${address} ${port}`;
}
