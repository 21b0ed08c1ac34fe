import { z } from "zod";
import type { Problem } from "../base/problem.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { ConfigStatus } from "./context.ts";
import { ageMs, isoTime } from "./iso-time.ts";
import { shortTypeName } from "./node-report.ts";

const configProblem = z
  .object({
    path: z.string().describe("Dotted path of the value; empty for the whole file."),
    file: z.string().describe("The file, as the operator named it."),
    line: z.int().describe("Line, counted from 1."),
    column: z.int().describe("Column, counted from 1."),
    message: z.string().describe("What was found, and what is wrong with it."),
    expected: z.string().nullable().describe("What would be accepted."),
    hint: z.string().nullable().describe("What to do about it."),
  })
  .meta({ id: "ConfigProblem", description: "One thing that is wrong with a configuration file." });

export const configReport = z
  .object({
    file: z.string().describe("The configuration file."),
    running: z
      .object({
        revision: z.string().describe("Hash of the file's text, 16 hex characters."),
        loadedAt: z.iso.datetime().describe("When it was applied."),
        ageMs: z.int().describe("How long ago that was, in milliseconds."),
      })
      .describe("What is in force."),
    rejected: z
      .object({
        revision: z.string().describe("Hash of the refused text, 16 hex characters."),
        at: z.iso.datetime().describe("When it was refused."),
        ageMs: z.int().describe("How long ago that was, in milliseconds."),
        problems: z.array(configProblem).describe("Everything that is wrong with it."),
      })
      .nullable()
      .describe("The latest edit, if it was refused; null once a later edit was accepted."),
    served: z
      .array(
        z
          .object({
            type: z.string().describe("Short name of the resource type, as in Cluster."),
            typeUrl: z.string().describe("The type URL, as it goes over the wire."),
            version: z.string().describe("Hash of everything of the type, 16 hex characters."),
            resources: z.int().describe("How many resources there are of the type."),
          })
          .describe("One resource type."),
      )
      .describe("What the Envoys should have now; with groups, all groups together."),
  })
  .meta({ id: "ConfigReport", description: "Which configuration is in force, and what was refused." });

export function configReportOf(
  status: ConfigStatus,
  snapshot: Snapshot,
  nowMs: number,
): z.output<typeof configReport> {
  const { running, rejected } = status;
  return {
    file: status.file,
    running: {
      revision: running.revision,
      loadedAt: isoTime(running.loadedAtMs),
      ageMs: ageMs(running.loadedAtMs, nowMs),
    },
    rejected:
      rejected === undefined
        ? null
        : {
            revision: rejected.revision,
            at: isoTime(rejected.atMs),
            ageMs: ageMs(rejected.atMs, nowMs),
            problems: rejected.problems.map(configProblemOf),
          },
    served: [...snapshot.types].map(([typeUrl, { version, resources }]) => ({
      type: shortTypeName(typeUrl),
      typeUrl,
      version,
      resources: resources.size,
    })),
  };
}

function configProblemOf(problem: Problem): z.output<typeof configProblem> {
  return {
    path: problem.path,
    file: problem.file,
    line: problem.line,
    column: problem.column,
    message: problem.message,
    expected: problem.expected ?? null,
    hint: problem.hint ?? null,
  };
}
