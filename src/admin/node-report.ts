import { z } from "zod";
import type { Nack, NodeStatus, NodeTypeStatus } from "../snapshot/node-status.ts";
import type { AdminContext } from "./context.ts";
import { ageMs, isoTime, isoTimeOrNull } from "./iso-time.ts";

const filePlace = z
  .object({
    path: z.string().describe("Dotted path, as in pools.gpt-4.1.endpoints[1]."),
    file: z.string().describe("The running configuration's file, as the operator named it."),
    line: z.int().describe("Line, counted from 1."),
    column: z.int().describe("Column, counted from 1."),
  })
  .meta({ id: "FilePlace", description: "A place in the configuration file." });

const nackReport = z
  .object({
    version: z.string().describe("The version that was refused."),
    at: z.iso.datetime().describe("When the refusal arrived."),
    ageMs: z.int().describe("How long ago that was, in milliseconds."),
    message: z.string().describe("Envoy's own words, shortened, with control characters escaped."),
    sources: z
      .array(filePlace)
      .describe(
        "Where in the configuration it comes from, at most 10 places: several when Envoy's words leave the choice, none when that has left the file.",
      ),
  })
  .meta({ id: "Nack", description: "A configuration that an Envoy refused." });

const typeReport = z
  .object({
    type: z.string().describe("Short name of the resource type, as in Cluster."),
    typeUrl: z.string().describe("The type URL, as it goes over the wire."),
    sentVersion: z.string().nullable().describe("Version last sent; null before the first."),
    sentAt: z.iso.datetime().nullable().describe("When it was sent."),
    ackedVersion: z.string().nullable().describe("Version last acknowledged; null before the first."),
    ackedAt: z.iso.datetime().nullable().describe("When it was acknowledged."),
    ackAgeMs: z.int().nullable().describe("How long ago that was, in milliseconds."),
    upToDate: z.boolean().describe("What was last sent is acknowledged."),
    subscribed: z
      .object({
        wildcard: z.boolean().describe("Every resource of the type is wanted."),
        names: z.int().describe("How many resources are wanted by name."),
      })
      .describe("What the Envoy asked for."),
    lastNack: nackReport
      .nullable()
      .describe("The latest refusal; null once a newer version was acknowledged, or when there was none."),
  })
  .meta({ id: "NodeType", description: "What one Envoy has of one resource type." });

export const nodeReport = z
  .object({
    id: z.string().describe("The Envoy's node id."),
    cluster: z.string().describe("The Envoy's own cluster, as its bootstrap names it."),
    group: z.string().nullable().describe("Its group of the configuration; null when there are none."),
    version: z.string().nullable().describe("Version of Envoy; null when it did not say."),
    dialect: z.enum(["sotw", "delta"]).describe("State of the world, or incremental."),
    peer: z.string().describe("Address that the connection comes from."),
    connectedAt: z.iso.datetime().describe("When the stream began."),
    connectedForMs: z.int().describe("How long ago that was, in milliseconds."),
    upToDate: z.boolean().describe("Every type is up to date."),
    types: z.array(typeReport).describe("One entry for each resource type it asked for."),
  })
  .meta({ id: "Node", description: "One connected Envoy." });

export function nodeReportOf(
  node: NodeStatus,
  context: Pick<AdminContext, "refusedPlaces" | "configStatus">,
  nowMs: number,
): z.output<typeof nodeReport> {
  const { file } = context.configStatus();
  const types = node.types.map((type) => {
    const sources = type.nack === undefined ? [] : context.refusedPlaces(node.id, type.typeUrl, type.nack);
    return typeReportOf(
      type,
      sources.map((source) => ({ file, ...source })),
      nowMs,
    );
  });
  return {
    id: node.id,
    cluster: node.cluster,
    group: node.group === "" ? null : node.group,
    version: node.userAgentVersion === "" ? null : node.userAgentVersion,
    dialect: node.dialect,
    peer: node.peer,
    connectedAt: isoTime(node.connectedAtMs),
    connectedForMs: ageMs(node.connectedAtMs, nowMs),
    upToDate: types.every(({ upToDate }) => upToDate),
    types,
  };
}

/** `type.googleapis.com/envoy.config.cluster.v3.Cluster` → `Cluster`. */
export function shortTypeName(typeUrl: string): string {
  return typeUrl.slice(typeUrl.lastIndexOf(".") + 1);
}

type FilePlace = z.output<typeof filePlace>;

function typeReportOf(
  type: NodeTypeStatus,
  sources: readonly FilePlace[],
  nowMs: number,
): z.output<typeof typeReport> {
  return {
    type: shortTypeName(type.typeUrl),
    typeUrl: type.typeUrl,
    sentVersion: type.sentVersion === "" ? null : type.sentVersion,
    sentAt: isoTimeOrNull(type.sentAtMs),
    ackedVersion: type.ackedVersion === "" ? null : type.ackedVersion,
    ackedAt: isoTimeOrNull(type.ackedAtMs),
    ackAgeMs: type.ackedAtMs > 0 ? ageMs(type.ackedAtMs, nowMs) : null,
    upToDate: type.sentVersion !== "" && type.sentVersion === type.ackedVersion,
    subscribed: { ...type.subscribed },
    lastNack: type.nack === undefined ? null : nackReportOf(type.nack, sources, nowMs),
  };
}

function nackReportOf(nack: Nack, sources: readonly FilePlace[], nowMs: number): z.output<typeof nackReport> {
  return {
    version: nack.version,
    at: isoTime(nack.atMs),
    ageMs: ageMs(nack.atMs, nowMs),
    message: nack.message,
    sources: [...sources],
  };
}
