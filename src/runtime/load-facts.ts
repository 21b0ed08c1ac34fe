import type { Fact } from "../facts/fact.ts";
import type { Observed } from "../facts/observed.ts";
import type { EndpointId, Pool } from "../model/pool.ts";
import type { LoadReport } from "../xds/load-report.ts";
import { isLiteralAddress } from "./turn.ts";

/**
 * What a load report says of endpoints. A cluster is a pool, and an endpoint is told by the address that
 * Envoy has of it. Where two endpoints of a pool have one address (the same server with two paths), the
 * report cannot tell them apart, and is about neither.
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
  const entries = pool.endpoints.flatMap(({ id, url }) => {
    const addresses = isLiteralAddress(url.host) ? [url.host] : (hosts.get(url.host)?.addresses ?? []);
    return addresses.map((address) => ({ at: `${address} ${url.port}`, id }));
  });
  const grouped = Map.groupBy(entries, ({ at }) => at);
  return new Map([...grouped].map(([at, ids]) => [at, ids.map(({ id }) => id)]));
}
