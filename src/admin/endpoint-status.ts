import { z } from "zod";
import { healthOf } from "../decide/cooldown.ts";
import type { EndpointDecision } from "../decide/decision.ts";
import { recordOf } from "../facts/observed.ts";
import { type Endpoint, type EndpointUrl, originOf } from "../model/pool.ts";
import type { EngineView } from "./context.ts";
import { isoTime, isoTimeOrNull } from "./iso-time.ts";
import { addressesOf } from "./share.ts";

export const health = z.enum(["UNKNOWN", "HEALTHY", "UNHEALTHY", "DEGRADED"]).meta({
  id: "Health",
  description: "Envoy's health status. UNKNOWN is not judged yet, and gets requests.",
});

const lastProbe = z
  .object({
    at: z.iso.datetime().describe("When the check ended."),
    status: z.int().nullable().describe("The HTTP status of the answer; null without an answer."),
    latencyMs: z.number().nullable().describe("How long the answer took; null after a failure."),
    failure: z.string().nullable().describe("Why the check failed, in words; null when it did not."),
  })
  .meta({ id: "Probe", description: "The latest health check." });

export const endpointStatus = z
  .object({
    id: z.string().describe("Given in the file, or the pool's name and the place in it, counted from 1."),
    url: z.string().describe("Base URL as configured, with the port."),
    provider: z.string().nullable().describe("The provider whose credential is used; null sends none."),
    priority: z
      .int()
      .describe("0 is used first; higher ones only when no endpoint of a lower one is usable."),
    weight: z.number().describe("The weight that Envoy has now."),
    configuredWeight: z.number().describe("The weight in the file."),
    overriddenWeight: z
      .number()
      .nullable()
      .describe("The weight set by hand; null when the file's word counts."),
    share: z
      .number()
      .describe("Percent of the weight among the usable endpoints of its priority; 0 when it is not usable."),
    health,
    reason: z.string().describe("Why the health is what it is."),
    since: z.iso
      .datetime()
      .nullable()
      .describe("When the health last changed; null before the first judgement."),
    cooldown: z
      .object({
        until: z.iso.datetime().describe("When it takes requests again as before."),
        reason: z.string().describe("What it answered, and how long it asked for."),
      })
      .nullable()
      .describe(
        "A rest that the endpoint asked for with 429 or 529 and `retry-after`, at most 10 minutes: requests go to others as long as one is usable. null: none.",
      ),
    state: z
      .enum(["active", "drained"])
      .describe("drained: taken out by hand; Envoy does not even know of the endpoint."),
    lastProbe: lastProbe.nullable().describe("The latest health check; null before the first."),
    requests: z
      .object({
        issued: z.int().describe("Requests that the fleet sent to it."),
        succeeded: z.int().describe("Of these, answered with a status below 500."),
        failed: z.int().describe("Of these, answered with 500 or more, reset, or timed out."),
        reportedAt: z.iso.datetime().describe("When an Envoy last reported."),
      })
      .nullable()
      .describe(
        "Real requests since the control plane started, as the Envoys report them every few seconds; null before the first, and for endpoints of a pool that share one address.",
      ),
    addresses: z
      .array(z.string())
      .describe("IP addresses that requests go to; empty while the host is not resolved."),
    addressFailure: z
      .string()
      .nullable()
      .describe("Why the host's latest look-up failed; null when it did not."),
  })
  .meta({ id: "EndpointStatus", description: "One endpoint of a pool as it is now." });

export type EndpointStatus = z.output<typeof endpointStatus>;

export function endpointStatusOf(endpoint: Endpoint, share: number, view: EngineView): EndpointStatus {
  const decided = view.decision.get(endpoint.id);
  const standing = decided === undefined ? undefined : healthOf(decided);
  return {
    id: endpoint.id,
    url: urlText(endpoint.url),
    provider: endpoint.provider ?? null,
    priority: endpoint.priority,
    weight: decided?.weight ?? endpoint.weight,
    configuredWeight: endpoint.weight,
    overriddenWeight: view.overrides.get(endpoint.id)?.weight ?? null,
    share,
    health: standing?.healthStatus ?? "UNKNOWN",
    reason: standing?.reason ?? "not judged yet",
    since: standing === undefined ? null : isoTime(standing.sinceMs),
    cooldown: cooldownOf(decided),
    state: decided?.drained === true ? "drained" : "active",
    lastProbe: lastProbeOf(endpoint, view),
    requests: requestsOf(endpoint, view),
    addresses: [...addressesOf(endpoint.url, view)],
    addressFailure: view.observed.hosts.get(endpoint.url.host)?.lastFailure ?? null,
  };
}

function cooldownOf(decided: EndpointDecision | undefined): EndpointStatus["cooldown"] {
  if (decided?.cooldown === undefined) return null;
  return { until: isoTime(decided.cooldown.untilMs), reason: decided.cooldown.reason };
}

function requestsOf({ id }: Endpoint, { observed }: EngineView): EndpointStatus["requests"] {
  const counts = observed.requests.get(id);
  if (counts === undefined) return null;
  const { issued, succeeded, failed, reportedAtMs } = counts;
  return { issued, succeeded, failed, reportedAt: isoTime(reportedAtMs) };
}

function lastProbeOf(endpoint: Endpoint, view: EngineView): z.output<typeof lastProbe> | null {
  const record = recordOf(view.observed, endpoint.id);
  const at = isoTimeOrNull(record.lastAtMs);
  if (at === null) return null;
  return {
    at,
    status: record.lastStatus ?? null,
    latencyMs: record.lastFailure === undefined ? (record.latenciesMs.at(-1) ?? null) : null,
    failure: record.lastFailure ?? null,
  };
}

function urlText(url: EndpointUrl): string {
  return `${originOf(url)}${url.path}`;
}
