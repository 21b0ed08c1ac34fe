import type { Desired } from "../model/desired.ts";
import { addingProvider } from "../model/provider.ts";
import type { ProbeTarget } from "../observe/probe-target.ts";
import { isLiteralAddress } from "./turn.ts";

/** Every endpoint with all that a check of it needs. */
export function probeTargets(desired: Desired): readonly ProbeTarget[] {
  return [...desired.pools.values()].flatMap((pool) =>
    pool.endpoints.map((endpoint) => ({
      endpoint: endpoint.id,
      url: endpoint.url,
      check: pool.healthCheck,
      provider: addingProvider(desired.providers, endpoint),
      trustedCa: desired.gateway.trustedCa,
      tls: endpoint.tls,
      http2: pool.protocol === "http2",
    })),
  );
}

/** The hosts that are names and not addresses, each once. */
export function resolvableHosts(desired: Desired): readonly string[] {
  const hosts = [...desired.pools.values()].flatMap((pool) => pool.endpoints.map(({ url }) => url.host));
  return [...new Set(hosts)].filter((host) => !isLiteralAddress(host));
}
