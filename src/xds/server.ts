import { Server, ServerCredentials, type ServerDuplexStream, status } from "@grpc/grpc-js";
import type { Clock } from "../base/clock.ts";
import { formatAddress, type ListenAddress } from "../base/listen-address.ts";
import type { Log } from "../base/log.ts";
import type { NodeStatus } from "../snapshot/node-status.ts";
import { emptySnapshot, type Snapshot } from "../snapshot/snapshot.ts";
import type { Dialect, Outcome } from "./conversation.ts";
import { nodeStatuses } from "./node-statuses.ts";
import { discoveryMethods, serviceDefinition } from "./services.ts";
import { snapshotChange } from "./snapshot-change.ts";
import { Stream } from "./stream.ts";
import { readRequest } from "./stream-request.ts";

export interface XdsServerOptions {
  readonly listen: ListenAddress;
  readonly log: Log;
  readonly clock: Clock;
  /** `control_plane.identifier` of every response (C17). */
  readonly identifier: string;
  readonly observer?: XdsObserver;
  /** How long a removal, or a route of a new cluster, waits for a client that does not answer; 5 s. */
  readonly holdMs?: number;
}

/** Hears what happens on the streams. */
export interface XdsObserver {
  onPush?(event: {
    readonly node: string;
    readonly typeUrl: string;
    readonly version: string;
    readonly resources: number;
    readonly bytes: number;
  }): void;
  onAck?(event: {
    readonly node: string;
    readonly typeUrl: string;
    readonly version: string;
    readonly latencyMs: number;
  }): void;
  onNack?(event: {
    readonly node: string;
    readonly typeUrl: string;
    readonly version: string;
    readonly message: string;
    /** Places in the operator's file that made the refused resources. */
    readonly sources: readonly string[];
  }): void;
}

export interface XdsServer {
  readonly address: ListenAddress;
  /** Gives every stream what changed. Before the first one, streams are refused with UNAVAILABLE (C19). */
  publish(snapshot: Snapshot): void;
  nodes(): readonly NodeStatus[];
  /** Ends the streams, so that the Envoys ask elsewhere, and stops listening. */
  close(): Promise<void>;
}

type Call = ServerDuplexStream<Buffer, Buffer>;

/**
 * A delta reconnect with 50,000 known versions is some megabytes. Keepalive finds a peer that is gone
 * without a word, as after a power cut or behind a firewall that forgot.
 */
const serverOptions = {
  "grpc.max_receive_message_length": 16 * 1024 * 1024,
  "grpc.max_send_message_length": -1,
  "grpc.keepalive_time_ms": 30_000,
  "grpc.keepalive_timeout_ms": 10_000,
};

const defaultHoldMs = 5_000;
const drainMs = 1_000;
/** How long writing to many streams may hold the event loop before others get their turn. */
const sliceMs = 10;

export async function startXdsServer(options: XdsServerOptions): Promise<XdsServer> {
  const fleet = new Fleet(options);
  const server = new Server(serverOptions);
  for (const [service, methods] of Map.groupBy(discoveryMethods, ({ service }) => service)) {
    const handlers = methods.map(({ method, dialect, typeUrl }) => [
      method,
      (call: Call) => fleet.accept(call, dialect, typeUrl),
    ]);
    server.addService(serviceDefinition(service, methods), Object.fromEntries(handlers));
  }
  const port = await listen(server, options.listen);
  const address = { host: options.listen.host, port };
  options.log.info({ address: formatAddress(address) }, "xDS is listening");
  return {
    address,
    publish: (snapshot) => fleet.publish(snapshot),
    nodes: () => nodeStatuses(fleet.streams),
    close: () => fleet.close(server),
  };
}

function listen(server: Server, address: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(formatAddress(address), ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(new Error(`cannot listen for xDS on ${formatAddress(address)}: ${error.message}`));
    });
  });
}

/** All streams, and the snapshot they are to have. */
class Fleet {
  readonly #options: XdsServerOptions;
  readonly #calls = new Map<Stream, Call>();
  #snapshot: Snapshot | undefined;
  /** What the streams were told of last. */
  #distributed: Snapshot = emptySnapshot;
  #distributing = false;
  #closing = false;
  #cancelCheck: (() => void) | undefined;

  constructor(options: XdsServerOptions) {
    this.#options = options;
  }

  get streams(): Iterable<Stream> {
    return this.#calls.keys();
  }

  accept(call: Call, dialect: Dialect, serviceType: string | undefined): void {
    const snapshot = this.#snapshot;
    if (snapshot === undefined || this.#closing) {
      refuse(call, status.UNAVAILABLE, this.#closing ? "shutting down" : "no configuration is loaded yet");
      return;
    }
    const stream: Stream = new Stream(
      this.#streamOptions(call, dialect, () => stream),
      snapshot,
    );
    this.#calls.set(stream, call);
    call.on("data", (message: Buffer) => this.#receive(call, stream, message, serviceType));
    call.on("drain", () => stream.drained());
    // A client that half-closes wants nothing more; one that breaks off is gone already.
    call.on("end", () => call.end());
    for (const gone of ["end", "cancelled", "close"]) call.on(gone, () => this.#forget(stream));
    call.on("error", () => this.#forget(stream));
  }

  publish(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    // While an earlier one is still being handed out, the newest is taken up when that is done.
    if (!this.#distributing) this.#distribute();
  }

  #distribute(): void {
    const before = this.#distributed;
    const after = this.#snapshot;
    if (after === undefined || before === after) return;
    this.#distributed = after;
    const change = snapshotChange(before, after);
    if (change.size === 0) return;
    this.#distributing = true;
    this.#slice([...this.#calls.keys()], 0, (stream) => stream.publish(after, change));
  }

  async close(server: Server): Promise<void> {
    this.#closing = true;
    this.#cancelCheck?.();
    for (const call of this.#calls.values()) refuse(call, status.UNAVAILABLE, "shutting down");
    this.#calls.clear();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        server.forceShutdown();
        resolve();
      }, drainMs);
      server.tryShutdown(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Works through the streams in turns of some milliseconds, so that a push to many stalls nobody. */
  #slice(streams: readonly Stream[], from: number, act: (stream: Stream) => void): void {
    const startedMs = performance.now();
    for (let index = from; index < streams.length; index += 1) {
      const stream = streams[index];
      if (stream !== undefined && this.#calls.has(stream)) act(stream);
      if (performance.now() - startedMs < sliceMs) continue;
      setImmediate(() => this.#slice(streams, index + 1, act));
      return;
    }
    this.#distributing = false;
    this.#checkHolds(this.#calls.keys());
    this.#distribute();
  }

  /** What waits for a silent client goes out after its time, although nothing happens then. */
  #checkHolds(streams: Iterable<Stream>): void {
    if (this.#cancelCheck !== undefined || ![...streams].some(({ holding }) => holding)) return;
    const holdMs = this.#options.holdMs ?? defaultHoldMs;
    this.#cancelCheck = this.#options.clock.schedule(holdMs + 50, () => {
      this.#cancelCheck = undefined;
      for (const stream of this.#calls.keys()) if (stream.holding) stream.pump();
      this.#checkHolds(this.#calls.keys());
    });
  }

  #receive(call: Call, stream: Stream, message: Buffer, serviceType: string | undefined): void {
    const read = readRequest(message, stream.dialect, serviceType);
    if (!read.ok) {
      this.#reject(call, stream, read.reason);
      return;
    }
    const outcome = stream.receive(read.request);
    if (outcome.kind === "invalid") this.#reject(call, stream, outcome.reason);
    else this.#tell(stream.node?.id ?? "", read.request.typeUrl, outcome);
    this.#checkHolds([stream]);
  }

  #reject(call: Call, stream: Stream, reason: string): void {
    this.#options.log.warn({ node: stream.node?.id, peer: stream.peer, reason }, "an xDS stream is refused");
    this.#forget(stream);
    refuse(call, status.INVALID_ARGUMENT, reason);
  }

  #tell(node: string, typeUrl: string, outcome: Outcome): void {
    const { observer } = this.#options;
    if (outcome.kind === "acked") {
      observer?.onAck?.({ node, typeUrl, version: outcome.version, latencyMs: outcome.latencyMs });
    }
    if (outcome.kind === "nacked") {
      const { version, message } = outcome.nack;
      observer?.onNack?.({ node, typeUrl, version, message, sources: outcome.sources });
    }
  }

  #forget(stream: Stream): void {
    if (!this.#calls.delete(stream)) return;
    this.#options.log.info({ node: stream.node?.id, peer: stream.peer }, "an xDS stream has ended");
  }

  #streamOptions(call: Call, dialect: Dialect, self: () => Stream) {
    const { clock, identifier, observer } = this.#options;
    return {
      dialect,
      peer: call.getPeer(),
      identifier,
      holdMs: this.#options.holdMs ?? defaultHoldMs,
      nowMs: () => clock.nowMs(),
      write: (message: Buffer) => call.write(message),
      onSent: (typeUrl: string, owed: { version: string; resources: readonly unknown[] }, bytes: number) =>
        observer?.onPush?.({
          node: self().node?.id ?? "",
          typeUrl,
          version: owed.version,
          resources: owed.resources.length,
          bytes,
        }),
    };
  }
}

function refuse(call: Call, code: status, details: string): void {
  call.emit("error", { code, details });
}
