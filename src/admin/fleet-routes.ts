import { z } from "zod";
import type { AdminApp, RouteContext } from "./admin-app.ts";
import { configReport, configReportOf } from "./config-report.ts";
import { nodeReport, nodeReportOf } from "./node-report.ts";
import { problemResponses } from "./problem-document.ts";
import { stats, statsOf } from "./stats.ts";

/** What the whole fleet has, should have, and is doing. */
export function fleetRoutes(app: AdminApp, { context, clock }: RouteContext): void {
  app.get(
    "/api/v1/nodes",
    {
      schema: {
        operationId: "listNodes",
        tags: ["fleet"],
        summary: "Every connected Envoy, and what it has",
        response: {
          200: z
            .object({ nodes: z.array(nodeReport).describe("One entry for each connected Envoy.") })
            .describe("The connected Envoys."),
          ...problemResponses(),
        },
      },
    },
    () => ({ nodes: context.nodes().map((node) => nodeReportOf(node, context, clock.nowMs())) }),
  );

  app.get(
    "/api/v1/config",
    {
      schema: {
        operationId: "getConfig",
        tags: ["fleet"],
        summary: "The running configuration, and the latest one that was refused",
        response: { 200: configReport, ...problemResponses() },
      },
    },
    () => configReportOf(context.configStatus(), context.view().snapshot, clock.nowMs()),
  );

  app.get(
    "/v1/stats",
    {
      schema: {
        operationId: "getStats",
        tags: ["fleet"],
        summary: "Health, weight and requests of every endpoint",
        response: { 200: stats, ...problemResponses() },
      },
    },
    () => statsOf(context.view()),
  );
}
