import type { TokenUsage } from "../facts/token-usage.ts";
import type { Any } from "../proto/any.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { retryAfterMs } from "./retry-after.ts";
import { tokenUsage } from "./token-usage.ts";

type Entry = MessageTypes["envoy.data.accesslog.v3.TCPAccessLogEntry"];
type Common = NonNullable<Entry["commonProperties"]>;
type Flags = NonNullable<Common["responseFlags"]>;
type Duration = MessageTypes["google.protobuf.Duration"];
type Struct = MessageTypes["google.protobuf.Struct"];

/** What an entry says, every figure in its range; the names are as the Envoy sent them. */
export interface LoggedRequest {
  /** "" when no endpoint was asked. */
  readonly endpoint: string;
  readonly pool: string;
  /** What the client named. */
  readonly model: string;
  /** Name of the route that it took. */
  readonly route: string;
  readonly status: number;
  readonly outcome: "answered" | "failed" | "left";
  readonly attempts: number;
  readonly streamed: boolean;
  readonly firstByteMs: number;
  readonly responseMs: number;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly usage: TokenUsage | undefined;
  readonly retryAfterMs: number | undefined;
}

/** A request may take a day, and a body a tebibyte. */
const longestMs = 24 * 3_600_000;
const largestBytes = 2 ** 40;

/** Names of the metadata in an entry, as `gateway/names.ts` has them. */
export interface LogNames {
  readonly requestMetadata: string;
  readonly usageMetadata: string;
}

/** Undefined for an entry that cannot be: figures below 0 or beyond all measure, or none of ours. */
export function loggedRequest(entry: Entry, names: LogNames, nowMs: number): LoggedRequest | undefined {
  const { commonProperties: common = {}, connectionProperties: { receivedBytes = 0, sentBytes = 0 } = {} } =
    entry;
  const tags = new Map(Object.entries(common.customTags ?? {}));
  const request = fieldsOf(common.metadata?.filterMetadata?.[names.requestMetadata]);
  const usage = tokenUsage(common.metadata?.typedFilterMetadata?.[names.usageMetadata] as Any | undefined);
  const sentMs = milliseconds(common.timeToFirstUpstreamTxByte);
  const since = (moment: Duration | undefined) =>
    moment === undefined ? 0 : Math.max(0, milliseconds(moment) - sentMs);
  const statusTag = Number(tags.get("status") ?? 0);
  const status = Number.isInteger(statusTag) && statusTag >= 100 && statusTag <= 599 ? statusTag : 0;
  const model = request.get("model");
  const logged = {
    endpoint: given(tags.get("endpoint")),
    pool: given(tags.get("endpoint_pool")) || given(tags.get("pool")),
    model: typeof model === "string" ? model : "",
    route: common.routeName ?? "",
    status,
    outcome: outcomeOf(status, common.responseFlags ?? {}),
    attempts: common.upstreamRequestAttemptCount ?? 0,
    streamed: request.get("stream") === true,
    firstByteMs: since(common.timeToFirstUpstreamRxByte),
    responseMs: since(common.timeToLastUpstreamRxByte),
    durationMs: milliseconds(common.duration),
    requestBytes: receivedBytes,
    responseBytes: sentBytes,
    usage: usage === "implausible" ? undefined : usage,
    retryAfterMs: retryAfterMs(tags.get("retry-after"), nowMs),
  };
  const times = [sentMs, logged.firstByteMs, logged.responseMs, logged.durationMs];
  const plausible =
    usage !== "implausible" &&
    times.every((ms) => isWithin(ms, longestMs)) &&
    [receivedBytes, sentBytes].every((bytes) => isWithin(bytes, largestBytes)) &&
    isWithin(logged.attempts, 100);
  return plausible ? logged : undefined;
}

/** Envoy writes "-" for what there is not. */
function given(tag: string | undefined): string {
  return tag === undefined || tag === "-" ? "" : tag;
}

/** The client left (DC, DR), or Envoy had to say something itself, or the backend could not. */
function outcomeOf(status: number, flags: Flags): LoggedRequest["outcome"] {
  if (flags.downstreamConnectionTermination === true || flags.downstreamRemoteReset === true) return "left";
  const flagged = Object.values(flags).some((flag) => flag === true);
  return flagged || status === 0 || status === 429 || status >= 500 ? "failed" : "answered";
}

/** Numbers, texts and booleans by name; everything else is left out. */
function fieldsOf(struct: Struct | undefined): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(struct?.fields ?? {}).flatMap(([name, { numberValue, stringValue, boolValue }]) => {
      const value = numberValue ?? stringValue ?? boolValue;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function milliseconds({ seconds = 0, nanos = 0 }: Duration = {}): number {
  return seconds * 1_000 + nanos / 1e6;
}

function isWithin(figure: number, most: number): boolean {
  return Number.isFinite(figure) && figure >= 0 && figure <= most;
}
