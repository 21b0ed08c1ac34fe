import { z } from "zod";
import type { EngineView } from "./context.ts";
import { endpointStatusOf, health } from "./endpoint-status.ts";
import { sharesOf } from "./share.ts";

const endpointStats = z
  .object({
    id: z.string().describe("The endpoint's id."),
    url: z.string().describe("Base URL as configured, with the port."),
    health,
    state: z.enum(["active", "drained"]).describe("drained: taken out by hand."),
    weight: z.number().describe("The weight that Envoy has now."),
    share: z.number().describe("Percent of the weight among the usable endpoints of its priority."),
    activeRequests: z.int().nullable().describe("Requests under way now; null: not known."),
    successRate: z
      .number()
      .nullable()
      .describe("Share of successes among the last 100 requests, 0 to 1; null: not known."),
    meanResponseMs: z
      .number()
      .nullable()
      .describe("Mean response time of the last 100 requests in milliseconds; null: not known."),
  })
  .meta({ id: "EndpointStats", description: "What requests to one endpoint showed." });

const poolStats = z
  .object({
    name: z.string().describe("Name of the pool."),
    endpoints: z.array(endpointStats).describe("In the order of the file."),
  })
  .meta({ id: "PoolStats", description: "What requests to one pool showed." });

export const stats = z
  .object({ pools: z.array(poolStats).describe("In the order of the file.") })
  .meta({ id: "Stats", description: "Health, weights and what requests showed." });

/**
 * Requests go through Envoy alone, and nothing reports them back to the engine: what only requests
 * could tell is null, never a guess.
 */
export function statsOf(view: EngineView): z.output<typeof stats> {
  return {
    pools: [...view.desired.pools.values()].map((pool) => {
      const shares = sharesOf(pool, view);
      return {
        name: pool.name,
        endpoints: pool.endpoints.map((endpoint) => {
          const status = endpointStatusOf(endpoint, shares.get(endpoint.id) ?? 0, view);
          return {
            id: status.id,
            url: status.url,
            health: status.health,
            state: status.state,
            weight: status.weight,
            share: status.share,
            activeRequests: null,
            successRate: null,
            meanResponseMs: null,
          };
        }),
      };
    }),
  };
}
