import { z } from "zod";
import type { ClientKey } from "../model/client-keys.ts";
import type { AdminApp, RouteContext } from "./admin-app.ts";
import { clientKey, clientKeyOf, issuedKey, keyRequest, newKeyOf } from "./client-key.ts";
import { problemResponses, Refusal } from "./problem-document.ts";

const keyId = z.string().describe("Id of the key.");

/** Who may call: making, listing and revoking clients' keys. */
export function keyRoutes(app: AdminApp, { context, log, clock }: RouteContext): void {
  app.post(
    "/api/v1/keys",
    {
      schema: {
        operationId: "createKey",
        tags: ["keys"],
        summary: "Make a key for a client",
        description: "The key stands in this answer and nowhere else. Envoys need to be told nothing of it.",
        body: keyRequest,
        response: {
          201: issuedKey,
          ...problemResponses(
            "invalid-request",
            "malformed-request",
            "origin-not-allowed",
            "body-too-large",
            "unsupported-media-type",
            "keys-unavailable",
          ),
        },
      },
    },
    async ({ body, id: requestId }, reply) => {
      const { key, token } = context.keys.create(newKeyOf(body, clock.nowMs()));
      log.info({ requestId, key: key.id, name: key.name, team: key.team }, "a client key was made");
      reply.code(201).header("cache-control", "no-store");
      return { ...clientKeyOf(key), token };
    },
  );

  app.get(
    "/api/v1/keys",
    {
      schema: {
        operationId: "listKeys",
        tags: ["keys"],
        summary: "Keys, the oldest first",
        querystring: z.strictObject({
          limit: z.coerce.number().int().min(1).max(1_000).default(100).describe("How many at most."),
          after: keyId.optional().describe("The last id of the answer before: `next`."),
        }),
        response: {
          200: z
            .object({
              keys: z.array(clientKey).describe("In the order in which they were made."),
              next: z.string().nullable().describe("What to ask for `after`; null at the end."),
            })
            .describe("Some of the keys."),
          ...problemResponses("invalid-request", "keys-unavailable"),
        },
      },
    },
    async ({ query: { limit, after } }) => {
      const keys: ClientKey[] = [];
      let skipping = after !== undefined;
      for await (const key of context.keys.list()) {
        if (!skipping) keys.push(key);
        if (keys.length > limit) break;
        if (key.id === after) skipping = false;
      }
      const shown = keys.slice(0, limit);
      return { keys: shown.map(clientKeyOf), next: keys.length > limit ? (shown.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    "/api/v1/keys/:id",
    {
      schema: {
        operationId: "getKey",
        tags: ["keys"],
        summary: "One key",
        params: z.object({ id: keyId }),
        response: { 200: clientKey, ...problemResponses("key-not-found", "keys-unavailable") },
      },
    },
    async ({ params }) => clientKeyOf(known(await context.keys.find(params.id), params.id)),
  );

  app.delete(
    "/api/v1/keys/:id",
    {
      schema: {
        operationId: "revokeKey",
        tags: ["keys"],
        summary: "Revoke a key, for good",
        description:
          "Answers once the revocation is on disk and published to the fleet. A key that is revoked already stays as it is.",
        params: z.object({ id: keyId }),
        response: {
          200: clientKey,
          ...problemResponses("key-not-found", "origin-not-allowed", "keys-unavailable"),
        },
      },
    },
    async ({ params, id: requestId }) => {
      const key = known(await context.keys.revoke(params.id), params.id);
      log.info({ requestId, key: key.id, name: key.name, team: key.team }, "a client key was revoked");
      return clientKeyOf(key);
    },
  );
}

function known(key: ClientKey | undefined, id: string): ClientKey {
  if (key === undefined) throw new Refusal("key-not-found", `no key has the id ${JSON.stringify(id)}`);
  return key;
}
