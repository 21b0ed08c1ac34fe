import { z } from "zod";
import type { RecentMean } from "../facts/recent-mean.ts";
import { noTokens } from "../facts/token-usage.ts";
import type { Counts } from "../facts/traffic.ts";
import type { EndpointId } from "../model/pool.ts";
import type { EngineView } from "./context.ts";
import { endpointStatusOf, health } from "./endpoint-status.ts";
import { sharesOf } from "./share.ts";

const tokens = z
  .object({
    prompt: z.int().describe("All of the prompts."),
    completion: z.int().describe("All that was written, with what was only thought."),
    cached: z.int().describe("Of the prompts, what backends had in their caches."),
    reasoning: z.int().describe("Of the completions, what was only thought."),
  })
  .meta({ id: "Tokens", description: "Tokens since the control plane started." });

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
      .describe(
        "Share of attempts that were answered with neither 429 nor 500 or more, 0 to 1, over about the last 100 (weighted exponentially); null before the first.",
      ),
    meanResponseMs: z
      .number()
      .nullable()
      .describe(
        "From a request sent to its answer complete, in milliseconds: mean of about the last 100 that were answered; null before the first.",
      ),
    meanFirstByteMs: z
      .number()
      .nullable()
      .describe("The same to the first byte of the answer, which for a stream is its first token."),
    requests: z
      .int()
      .describe("Requests that ended here since the control plane started, as the Envoys log them."),
    failedAttempts: z
      .int()
      .describe(
        "Attempts that were not answered, or with 429, 500 or more; another endpoint may have answered.",
      ),
    tokens: tokens.describe("Tokens of the answers from here, with estimates."),
  })
  .meta({ id: "EndpointStats", description: "What requests to one endpoint showed." });

const poolStats = z
  .object({
    name: z.string().describe("Name of the pool."),
    endpoints: z.array(endpointStats).describe("In the order of the file."),
  })
  .meta({ id: "PoolStats", description: "What requests to one pool showed." });

const modelStats = z
  .object({
    name: z.string().describe("What clients name as `model`."),
    requests: z.int().describe("Requests that went to its pool, whatever became of them."),
    tokens: tokens.describe("As backends told."),
    estimatedTokens: tokens.describe(
      "Of streams whose backend told nothing, as by one that was cut: from their bytes, by what a token of this model took elsewhere. Not part of `tokens`.",
    ),
    estimates: z.int().describe("How many streams that were."),
  })
  .meta({ id: "ModelStats", description: "What requests for one model showed." });

export const stats = z
  .object({
    pools: z.array(poolStats).describe("In the order of the file."),
    models: z.array(modelStats).describe("In the order of the file."),
  })
  .meta({ id: "Stats", description: "Health, weights and what requests showed." });

/** Requests go through Envoy alone: what its access logs do not tell is null, never a guess. */
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
            ...trafficOf(endpoint.id, view),
          };
        }),
      };
    }),
    models: [...view.desired.models.keys()].map((name) => modelOf(name, view)),
  };
}

function trafficOf(id: EndpointId, { observed }: EngineView) {
  const traffic = observed.traffic.endpoints.get(id);
  return {
    successRate: meanOf(traffic?.successes),
    meanResponseMs: meanOf(traffic?.responseMs),
    meanFirstByteMs: meanOf(traffic?.firstByteMs),
    requests: totalOf(traffic?.requests),
    failedAttempts: totalOf(traffic?.failedAttempts),
    tokens: traffic?.tokens ?? noTokens,
  };
}

function modelOf(name: string, { observed }: EngineView): z.output<typeof modelStats> {
  const traffic = observed.traffic.models.get(name);
  return {
    name,
    requests: traffic?.requests ?? 0,
    tokens: traffic?.tokens ?? noTokens,
    estimatedTokens: traffic?.estimated ?? noTokens,
    estimates: traffic?.estimates ?? 0,
  };
}

function meanOf(values: RecentMean | undefined): number | null {
  return values === undefined || values.count === 0 ? null : values.mean;
}

function totalOf(counts: Counts = new Map()): number {
  return counts.values().reduce((sum, count) => sum + count, 0);
}
