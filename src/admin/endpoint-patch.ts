import { z } from "zod";
import type { OverridePatch } from "./context.ts";

/** Far above any use, and a locality of thousands of endpoints still adds up to less than Envoy's 2^32 - 1. */
const weightMax = 1_000_000;

export const endpointPatch = z
  .strictObject({
    weight: z
      .int({ error: `must be a whole number from 1 to ${weightMax}, or null` })
      .min(1, `must be at least 1; to send nothing, set the state to "drained"`)
      .max(weightMax, `must be at most ${weightMax}`)
      .nullable()
      .optional()
      .describe("The weight to use in place of the file's; null goes back to the file's."),
    state: z
      .enum(["active", "drained"], { error: 'must be "active" or "drained"' })
      .optional()
      .describe("drained takes the endpoint out of every Envoy; requests under way end in peace."),
  })
  .refine(({ weight, state }) => weight !== undefined || state !== undefined, "must have a weight or a state")
  .meta({ id: "EndpointPatch", description: "What to change; at least one of the fields." });

export function overridePatchOf({ weight, state }: z.output<typeof endpointPatch>): OverridePatch {
  return {
    ...(weight !== undefined && { weight }),
    ...(state !== undefined && { drained: state === "drained" }),
  };
}
