import type { Endpoint, EndpointId, Pool } from "../model/pool.ts";
import type { Provider } from "../model/provider.ts";
import { didYouMean } from "./closest.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Path } from "./path.ts";
import { readEndpointUrl } from "./read-endpoint-url.ts";
import { readHealthCheck } from "./read-health-check.ts";
import { checkName } from "./read-name.ts";
import { readTls, tlsOf } from "./read-tls.ts";
import type { Reading } from "./reading.ts";

type PoolFile = ConfigFile["pools"][string];

/** Largest of the numbers Envoy adds up per locality (uint32). */
const weightSumMax = 2 ** 32 - 1;

export function readPools(
  reading: Reading,
  providers: ReadonlyMap<string, Provider>,
): ReadonlyMap<string, Pool> {
  const pools = new Map<string, Pool>();
  for (const [name, pool] of Object.entries(reading.file.pools)) {
    const path = ["pools", name];
    checkName(reading, path, name);
    if (name === "*" || name.startsWith("xdstp:")) {
      reading.fault({
        path,
        atKey: true,
        message: `the name "${name}" has a meaning of its own to Envoy`,
        hint: "choose another",
      });
    }
    pools.set(name, poolOf(reading, path, name, pool, providers));
  }
  // A file that an editor emptied must not empty the fleet.
  if (reading.around.writtenNames.pools.length === 0) {
    reading.fault({ path: ["pools"], message: "holds no pool", expected: "at least one pool" });
  }
  checkIds(reading);
  return pools;
}

/** Endpoints are called by their ids in the API and in metrics, so one id is one endpoint in the whole file. */
function checkIds(reading: Reading): void {
  const seen = new Map<EndpointId, Path>();
  for (const [pool, { endpoints }] of Object.entries(reading.file.pools)) {
    for (const [index, endpoint] of endpoints.entries()) {
      const id = idOf(endpoint, pool, index);
      const path = ["pools", pool, "endpoints", index];
      const earlier = seen.get(id);
      if (earlier !== undefined) {
        const { line, column } = reading.around.sourceOf(earlier);
        const message = `the endpoint id "${id}" is there twice, first in line ${line}, column ${column}`;
        reading.fault({ path, message, hint: "give one of them another `id`" });
      }
      seen.set(id, path);
    }
  }
}

function idOf(endpoint: PoolFile["endpoints"][number], pool: string, index: number): EndpointId {
  return (endpoint.id ?? `${pool}-${index + 1}`) as EndpointId;
}

function poolOf(
  reading: Reading,
  path: Path,
  name: string,
  pool: PoolFile,
  providers: ReadonlyMap<string, Provider>,
): Pool {
  const weighted = pool.endpoints.some(({ weight }) => weight !== undefined);
  const endpoints = pool.endpoints.flatMap((endpoint, index) =>
    endpointOf(reading, [...path, "endpoints", index], name, endpoint, providers),
  );
  for (const [, same] of Map.groupBy(endpoints, ({ priority }) => priority)) {
    if (same.reduce((sum, { weight }) => sum + weight, 0) > weightSumMax) {
      reading.fault({
        path: [...path, "endpoints"],
        message: `the weights add up to more than ${weightSumMax}`,
      });
    }
  }
  const { circuitBreaker = {}, retryBudget = {} } = pool;
  if (pool.retryBudget !== undefined && circuitBreaker.maxRetries !== undefined) {
    reading.fault({
      path: [...path, "retryBudget"],
      message: "is there beside circuitBreaker.maxRetries",
      expected: "one limit of retries",
      hint: "leave one of them out",
    });
  }
  return {
    name,
    protocol: pool.protocol ?? "auto",
    strategy: pool.strategy ?? (weighted ? "weighted" : "roundRobin"),
    healthCheck: readHealthCheck(reading, path, pool.healthCheck),
    endpoints,
    retries: pool.retries ?? reading.file.gateway?.retries ?? 3,
    retryBudget:
      circuitBreaker.maxRetries === undefined
        ? { percent: retryBudget.percent ?? 50, minimum: retryBudget.minimum ?? 100 }
        : undefined,
    panicThreshold: pool.panicThreshold ?? 0,
    circuitBreaker: {
      maxConnections: circuitBreaker.maxConnections ?? 10_000,
      maxPendingRequests: circuitBreaker.maxPendingRequests ?? 10_000,
      maxRequests: circuitBreaker.maxRequests ?? 10_000,
      maxRetries: circuitBreaker.maxRetries,
    },
    source: reading.around.sourceOf(path),
  };
}

function endpointOf(
  reading: Reading,
  path: Path,
  pool: string,
  endpoint: PoolFile["endpoints"][number],
  known: ReadonlyMap<string, Provider>,
): readonly Endpoint[] {
  const { providers } = reading.around.writtenNames;
  if (endpoint.provider !== undefined && !providers.includes(endpoint.provider)) {
    reading.fault({
      path: [...path, "provider"],
      message: `there is no provider "${endpoint.provider}"`,
      hint: didYouMean(endpoint.provider, providers) ?? "add it under `providers`",
    });
  }
  const url = readEndpointUrl(reading, path, endpoint.url, endpoint.provider);
  const id = idOf(endpoint, pool, Number(path.at(-1)));
  const tls = endpoint.tls && readTls(reading, [...path, "tls"], `endpoint/${id}`, endpoint.tls);
  if (url === undefined) return [];
  if (endpoint.tls !== undefined && url.scheme === "http") {
    const hint = "write https:// in its URL, or leave out `tls`";
    reading.fault({ path: [...path, "tls"], message: "is said of an endpoint that is plain http", hint });
  }
  return [
    {
      id,
      url,
      tls: tlsOf(endpoint.provider === undefined ? undefined : known.get(endpoint.provider)?.tls, tls ?? {}),
      provider: endpoint.provider,
      weight: endpoint.weight ?? 1,
      priority: endpoint.priority ?? 0,
      source: reading.around.sourceOf(path),
    },
  ];
}
