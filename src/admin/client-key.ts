import { z } from "zod";
import { type ClientKey, everyModel } from "../model/client-keys.ts";
import { keyFaults } from "../model/key-faults.ts";
import { defaultLifetime, lifetimeExpected, lifetimeMs } from "../model/key-lifetime.ts";
import type { NewKey } from "./context.ts";
import { isoTime } from "./iso-time.ts";

export const keyRequest = z
  .strictObject({
    name: z.string().describe("Whose key it is; 1 to 128 characters."),
    team: z.string().optional().describe("The team it belongs to; 1 to 128 characters."),
    models: z
      .array(z.string())
      .default([everyModel])
      .describe("What it may name in `model`; `*` (default) for every model."),
    expires: z
      .string()
      .refine((text) => lifetimeMs(text) !== undefined, `must be ${lifetimeExpected}`)
      .default(defaultLifetime)
      .describe(`How long it is good: ${lifetimeExpected}; default ${defaultLifetime}.`),
  })
  .superRefine(({ name, team, models }, context) => {
    for (const { path, message } of keyFaults({ name, team, models }))
      context.addIssue({ code: "custom", path: [path], message });
  })
  .meta({ id: "KeyRequest", description: "The key to make." });

export const clientKey = z
  .object({
    id: z.string().describe("Names the key in logs and limits; the claim `jti` of its token."),
    name: z.string().describe("Whose key it is."),
    team: z.string().nullable().describe("The team it belongs to; null for none."),
    models: z.array(z.string()).describe("What it may name in `model`; `*` for every model."),
    created: z.iso.datetime().describe("When it was made."),
    expires: z.iso.datetime().describe("When it ends by itself."),
    revoked: z.iso.datetime().nullable().describe("When it was revoked; null while it is good."),
  })
  .meta({ id: "ClientKey", description: "What is kept of a key: not the key itself." });

export const issuedKey = clientKey
  .extend({ token: z.string().describe("The key. It is shown this once and kept nowhere.") })
  .meta({ id: "IssuedKey", description: "A key that was just made." });

export function newKeyOf(asked: z.output<typeof keyRequest>, nowMs: number): NewKey {
  const { name, team, models, expires } = asked;
  return { name, team, models, expiresMs: nowMs + (lifetimeMs(expires) ?? 0) };
}

export function clientKeyOf(key: ClientKey): z.output<typeof clientKey> {
  const { id, name, team = null, models, createdMs, expiresMs, revokedMs } = key;
  return {
    id,
    name,
    team,
    models: [...models],
    created: isoTime(createdMs),
    expires: isoTime(expiresMs),
    revoked: revokedMs === undefined ? null : isoTime(revokedMs),
  };
}
