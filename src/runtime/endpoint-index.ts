import type { Desired } from "../model/desired.ts";
import type { Endpoint, EndpointId, Pool } from "../model/pool.ts";

/** Where an endpoint is configured, and which endpoints share a host: so that a fact costs no search. */
export interface EndpointIndex {
  readonly byId: ReadonlyMap<EndpointId, { readonly pool: Pool; readonly endpoint: Endpoint }>;
  readonly byHost: ReadonlyMap<string, readonly EndpointId[]>;
}

export function indexOf(desired: Desired): EndpointIndex {
  const all = [...desired.pools.values()].flatMap((pool) =>
    pool.endpoints.map((endpoint) => ({ pool, endpoint })),
  );
  return {
    byId: new Map(all.map((entry) => [entry.endpoint.id, entry])),
    byHost: new Map(
      [...Map.groupBy(all, ({ endpoint }) => endpoint.url.host)].map(([host, entries]) => [
        host,
        entries.map(({ endpoint }) => endpoint.id),
      ]),
    ),
  };
}

/** What an endpoint is across edits of the file, whatever its id: where its requests go, and as whom. */
export function identityOf(pool: Pool, { url, provider }: Endpoint): string {
  return JSON.stringify([pool.name, url.scheme, url.host, url.port, url.path, provider ?? ""]);
}
