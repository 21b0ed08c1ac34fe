import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { AdmissionBucket } from "../grpc/admission.ts";
import { type GrpcCall, grpcStatus } from "../grpc/grpc-call.ts";
import { decode, encode } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import type { AccessLogEntries, AccessLogLoss } from "./access-log.ts";
import { WireReader } from "./wire-reader.ts";

export interface AccessLogOptions {
  readonly onEntries: (entries: AccessLogEntries) => void;
  /** What a node sent that was not read. */
  readonly onLost?: ((loss: AccessLogLoss) => void) | undefined;
}

interface HandlerOptions extends AccessLogOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** Why a node may not log from there; undefined when it may. */
  readonly refusal: (call: GrpcCall, node: AccessLogEntries["node"]) => string | undefined;
}

type Message = MessageTypes["envoy.service.accesslog.v3.StreamAccessLogsMessage"];

/** Envoy sends what it has at 16 KiB unless it is configured otherwise; one entry may be longer than that. */
const longestMessage = 1024 * 1024;

/** Of a message at its longest; an entry of Envoy has at least some 300 bytes. */
const mostEntries = 5_000;

/** Bytes that one stream may send: a worker of an Envoy with 5,000 requests a second sends 5 MB a second. */
const pace = { streamsPerSecond: 8 * 1024 * 1024, burst: 16 * 1024 * 1024 };

/**
 * `StreamAccessLogs` (ALS): a worker of an Envoy opens, tells its node once, and sends entries for as long as
 * it lives. Nothing is ever answered. A message too many, or one that cannot be read, is counted and passed
 * over: ending the stream would lose what Envoy has in its buffer as well.
 */
export function accessLogHandler(options: HandlerOptions): (call: GrpcCall) => void {
  const tell = (entries: AccessLogEntries) => {
    try {
      options.onEntries(entries);
    } catch (error) {
      options.log.error({ node: entries.node.id, error: String(error) }, "onEntries has thrown");
    }
  };
  return (call) => {
    const bucket = new AdmissionBucket(pace, options.clock.nowMs());
    let who: Pick<AccessLogEntries, "node" | "logName"> | undefined;
    call.onHalfClose = () => {
      call.write(encode("envoy.service.accesslog.v3.StreamAccessLogsResponse", {}));
      call.end(grpcStatus.ok);
    };
    call.onMessage = (bytes) => {
      const lost = (reason: string) =>
        options.onLost?.({ node: who?.node ?? { id: "", cluster: "" }, reason, bytes: bytes.length });
      if (bytes.length > longestMessage) return lost("the message is too long");
      if (!bucket.admits(options.clock.nowMs(), bytes.length)) return lost("too much at once");
      const message = read(bytes);
      if (who === undefined) {
        const told = message === undefined ? undefined : nodeIn(message);
        if (told === undefined) {
          return call.end(grpcStatus.invalidArgument, "the first message of a stream names its node");
        }
        const reason = options.refusal(call, told.node);
        if (reason !== undefined) {
          options.log.warn({ node: told.node.id, peer: call.peer, reason }, "access logs are refused");
          return call.end(grpcStatus.permissionDenied, reason);
        }
        who = told;
      }
      if (message === undefined) return lost("not a StreamAccessLogsMessage, or one with too many entries");
      const http = message.httpLogs?.logEntry ?? [];
      const tcp = message.tcpLogs?.logEntry ?? [];
      if (http.length + tcp.length > 0) tell({ ...who, http, tcp });
    };
  };
}

/** Undefined for what is no message, or has more entries than so many bytes hold in earnest. */
function read(bytes: Buffer): Message | undefined {
  try {
    if (entriesIn(bytes) > mostEntries) return undefined;
    return decode("envoy.service.accesslog.v3.StreamAccessLogsMessage", bytes);
  } catch {
    return undefined;
  }
}

/** Objects of empty entries would take a thousand times the memory of their two bytes. */
function entriesIn(bytes: Buffer): number {
  const message = new WireReader(bytes);
  let entries = 0;
  while (message.next()) {
    if (message.wireType !== 2) continue;
    const logs = message.number === 1 ? undefined : new WireReader(message.content());
    while (logs?.next() === true) entries += 1;
  }
  return entries;
}

function nodeIn({ identifier }: Message): Pick<AccessLogEntries, "node" | "logName"> | undefined {
  const node = identifier?.node;
  if (node === undefined) return undefined;
  return {
    node: { id: node.id ?? "", cluster: node.cluster ?? "" },
    logName: identifier?.logName ?? "",
  };
}
