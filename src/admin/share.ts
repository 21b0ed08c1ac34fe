import { isIP } from "node:net";
import { healthOf } from "../decide/cooldown.ts";
import type { EndpointDecision } from "../decide/decision.ts";
import type { Endpoint, EndpointId, EndpointUrl, Pool } from "../model/pool.ts";
import type { EngineView } from "./context.ts";

/**
 * How Envoy spreads a priority's requests, in percent of its weight, two decimals. DEGRADED
 * endpoints take part only when the priority has no better one, and endpoints that are UNHEALTHY,
 * drained or without an address have no share. Panic is not in these figures.
 */
export function sharesOf(pool: Pool, view: EngineView): ReadonlyMap<EndpointId, number> {
  const shares = new Map<EndpointId, number>(pool.endpoints.map(({ id }) => [id, 0]));
  for (const priority of new Set(pool.endpoints.map((endpoint) => endpoint.priority))) {
    const usable = usableOf(pool, priority, view);
    const total = usable.reduce((sum, { weight }) => sum + weight, 0);
    for (const { id, weight } of usable) shares.set(id, Math.round((weight / total) * 10_000) / 100);
  }
  return shares;
}

/** Where requests for an endpoint can go now: what its host resolved to, or the literal address itself. */
export function addressesOf(url: EndpointUrl, view: EngineView): readonly string[] {
  return isIP(url.host) === 0 ? (view.observed.hosts.get(url.host)?.addresses ?? []) : [url.host];
}

interface Weighted {
  readonly id: EndpointId;
  readonly weight: number;
}

function usableOf(pool: Pool, priority: number, view: EngineView): readonly Weighted[] {
  const best: Weighted[] = [];
  const degraded: Weighted[] = [];
  for (const endpoint of pool.endpoints) {
    const decided = view.decision.get(endpoint.id);
    if (endpoint.priority !== priority || !takesRequests(endpoint, decided, view)) continue;
    const into = decided !== undefined && healthOf(decided).healthStatus === "DEGRADED" ? degraded : best;
    into.push({ id: endpoint.id, weight: decided?.weight ?? endpoint.weight });
  }
  return best.length > 0 ? best : degraded;
}

function takesRequests(endpoint: Endpoint, decided: EndpointDecision | undefined, view: EngineView): boolean {
  if (decided?.drained === true || decided?.healthStatus === "UNHEALTHY") return false;
  return addressesOf(endpoint.url, view).length > 0;
}
