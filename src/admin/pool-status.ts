import { z } from "zod";
import { poolsOf } from "../model/llm-model.ts";
import type { Pool } from "../model/pool.ts";
import type { EngineView } from "./context.ts";
import { endpointStatus, endpointStatusOf } from "./endpoint-status.ts";
import { sharesOf } from "./share.ts";

export const poolStatus = z
  .object({
    name: z.string().describe("Name of the pool, and of its cluster in Envoy."),
    strategy: z.enum(["roundRobin", "weighted", "leastRequest"]).describe("How requests are spread."),
    models: z.array(z.string()).describe("What clients may name as `model` to get here."),
    retries: z.int().describe("Attempts after the first, on other endpoints."),
    panicThreshold: z
      .number()
      .describe(
        "Percent of healthy endpoints below which Envoy ignores health; 0 is never: clients get 503.",
      ),
    healthCheck: z
      .object({
        path: z.string().describe("Appended to an endpoint's URL."),
        intervalMs: z.number().describe("Time between two checks, in milliseconds."),
        timeoutMs: z
          .number()
          .describe("After this time without an answer a check has failed, in milliseconds."),
        unhealthyThreshold: z.int().describe("Failures in a row that make an endpoint UNHEALTHY."),
        healthyThreshold: z.int().describe("Answers in a row that make it HEALTHY again."),
        degradedLatencyMs: z.number().describe("An answer that takes longer is slow, in milliseconds."),
      })
      .describe("How the endpoints are checked."),
    endpointCounts: z
      .object({
        total: z.int().describe("All endpoints of the pool."),
        healthy: z.int().describe("Active and HEALTHY."),
        degraded: z.int().describe("Active and DEGRADED."),
        unhealthy: z.int().describe("Active and UNHEALTHY."),
        unknown: z.int().describe("Active and not judged yet."),
        drained: z.int().describe("Taken out by hand, whatever their health."),
      })
      .describe("How many endpoints there are; every endpoint is counted once beside the total."),
    endpoints: z.array(endpointStatus).describe("In the order of the file."),
    source: z
      .object({
        path: z.string().describe("Path in the configuration file."),
        line: z.int().describe("Line, counted from 1."),
        column: z.int().describe("Column, counted from 1."),
      })
      .describe("Where the configuration file defines the pool."),
  })
  .meta({ id: "PoolStatus", description: "One pool as it is now." });

export function poolStatusOf(pool: Pool, view: EngineView): z.output<typeof poolStatus> {
  const shares = sharesOf(pool, view);
  const endpoints = pool.endpoints.map((endpoint) =>
    endpointStatusOf(endpoint, shares.get(endpoint.id) ?? 0, view),
  );
  const count = (word: string) =>
    endpoints.filter(({ state, health }) => (state === "drained" ? "drained" : health) === word).length;
  return {
    name: pool.name,
    strategy: pool.strategy,
    models: [...view.desired.models.values()]
      .filter((model) => poolsOf(model).has(pool.name))
      .map((model) => model.name),
    retries: pool.retries,
    panicThreshold: pool.panicThreshold,
    healthCheck: { ...pool.healthCheck },
    endpointCounts: {
      total: endpoints.length,
      healthy: count("HEALTHY"),
      degraded: count("DEGRADED"),
      unhealthy: count("UNHEALTHY"),
      unknown: count("UNKNOWN"),
      drained: count("drained"),
    },
    endpoints,
    source: { ...pool.source },
  };
}
