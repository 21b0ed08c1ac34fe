import { z } from "zod";
import type { AdminApp, RouteContext } from "./admin-app.ts";
import { problemResponses, Refusal } from "./problem-document.ts";

/** For whoever runs the process: does it live, may traffic depend on it, and how is it doing? */
export function livenessRoutes(app: AdminApp, { context }: RouteContext): void {
  app.get(
    "/healthz",
    {
      schema: {
        operationId: "getHealth",
        tags: ["process"],
        summary: "Does the process live?",
        description: "Needs no token.",
        security: [],
        response: {
          200: z.object({ status: z.literal("ok").describe("Always ok.") }).describe("The process lives."),
          ...problemResponses(),
        },
      },
    },
    () => ({ status: "ok" as const }),
  );

  app.get(
    "/readyz",
    {
      schema: {
        operationId: "getReadiness",
        tags: ["process"],
        summary: "Is a configuration served to the fleet?",
        description: "Needs no token. While it is not ready, the problem's `detail` says what is awaited.",
        security: [],
        response: {
          200: z
            .object({
              status: z.literal("ready").describe("Always ready."),
              reason: z.string().describe("What makes it ready."),
            })
            .describe("A configuration is served over xDS."),
          ...problemResponses("not-ready"),
        },
      },
    },
    () => {
      const { ready, reason } = context.readiness();
      if (!ready) throw new Refusal("not-ready", reason);
      return { status: "ready" as const, reason };
    },
  );

  app.get(
    "/metrics",
    {
      schema: {
        operationId: "getMetrics",
        tags: ["process"],
        summary: "Metrics in the Prometheus text format",
        response: {
          200: {
            description: "The metrics.",
            content: { "text/plain": { schema: z.string().describe("Prometheus text format.") } },
          },
          ...problemResponses(),
        },
      },
    },
    async (_request, reply) => {
      const { contentType, text } = await context.metrics();
      return reply.type(contentType).send(text);
    },
  );
}
