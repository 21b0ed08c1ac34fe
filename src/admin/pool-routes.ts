import { z } from "zod";
import type { Pool } from "../model/pool.ts";
import type { AdminApp, RouteContext } from "./admin-app.ts";
import type { EngineView } from "./context.ts";
import { endpointPatch, overridePatchOf } from "./endpoint-patch.ts";
import { type EndpointStatus, endpointStatus, endpointStatusOf } from "./endpoint-status.ts";
import { poolStatus, poolStatusOf } from "./pool-status.ts";
import { problemResponses, Refusal } from "./problem-document.ts";
import { sharesOf } from "./share.ts";
import { within } from "./within.ts";

const poolName = z.string().describe("Name of the pool; a slash in it is written %2F.");
const endpointIdText = z.string().describe("Id of the endpoint; a slash in it is written %2F.");

/** What the pools are like now, and the changes to them that are made by hand. */
export function poolRoutes(app: AdminApp, { context, log, clock, publishTimeoutMs }: PoolRouteContext): void {
  app.get(
    "/api/v1/pools",
    {
      schema: {
        operationId: "listPools",
        tags: ["pools"],
        summary: "Every pool with its endpoints",
        response: {
          200: z
            .object({ pools: z.array(poolStatus).describe("In the order of the file.") })
            .describe("The pools."),
          ...problemResponses(),
        },
      },
    },
    () => {
      const view = context.view();
      return { pools: [...view.desired.pools.values()].map((pool) => poolStatusOf(pool, view)) };
    },
  );

  app.get(
    "/api/v1/pools/:pool",
    {
      schema: {
        operationId: "getPool",
        tags: ["pools"],
        summary: "One pool with its endpoints",
        params: z.object({ pool: poolName }),
        response: { 200: poolStatus, ...problemResponses("pool-not-found") },
      },
    },
    ({ params }) => {
      const view = context.view();
      return poolStatusOf(poolNamed(params.pool, view), view);
    },
  );

  app.patch(
    "/api/v1/pools/:pool/endpoints/:id",
    {
      schema: {
        operationId: "patchEndpoint",
        tags: ["pools"],
        summary: "Change an endpoint's weight, drain it, or let it take requests again",
        description:
          "Lies over the configuration file until Fairlead restarts, and answers once the change is published " +
          "to the fleet. Fields that are left out stay as they are.",
        params: z.object({ pool: poolName, id: endpointIdText }),
        body: endpointPatch,
        response: {
          200: endpointStatus,
          ...problemResponses(
            "invalid-request",
            "malformed-request",
            "origin-not-allowed",
            "pool-not-found",
            "endpoint-not-found",
            "body-too-large",
            "unsupported-media-type",
            "timed-out",
          ),
        },
      },
    },
    async ({ params, body, id: requestId }) => {
      const { endpoint } = endpointNamed(params, context.view());
      const published = context.override(endpoint.id, overridePatchOf(body));
      await within(published, publishTimeoutMs, clock, notPublished);
      log.info(
        { requestId, pool: params.pool, endpoint: endpoint.id, ...body },
        "an endpoint was changed by hand",
      );
      return endpointNamed(params, context.view()).status;
    },
  );
}

interface PoolRouteContext extends RouteContext {
  /** How long a change may take to be published before its request is refused. */
  readonly publishTimeoutMs: number;
}

function notPublished(): Refusal {
  return new Refusal("timed-out", "the engine did not confirm the change in time; it may still be applied");
}

function poolNamed(name: string, view: EngineView): Pool {
  const pool = view.desired.pools.get(name);
  if (pool === undefined) throw new Refusal("pool-not-found", `no pool is named ${JSON.stringify(name)}`);
  return pool;
}

function endpointNamed(names: { readonly pool: string; readonly id: string }, view: EngineView): Found {
  const pool = poolNamed(names.pool, view);
  const endpoint = pool.endpoints.find(({ id }) => id === names.id);
  if (endpoint === undefined) {
    const [pooled, named] = [JSON.stringify(names.pool), JSON.stringify(names.id)];
    throw new Refusal("endpoint-not-found", `pool ${pooled} has no endpoint with the id ${named}`);
  }
  const share = sharesOf(pool, view).get(endpoint.id) ?? 0;
  return { endpoint, status: endpointStatusOf(endpoint, share, view) };
}

interface Found {
  readonly endpoint: Pool["endpoints"][number];
  readonly status: EndpointStatus;
}
