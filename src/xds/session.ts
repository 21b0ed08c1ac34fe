import { type GrpcCall, grpcStatus } from "../grpc/grpc-call.ts";
import type { NodeTypeStatus } from "../snapshot/node-status.ts";
import type { Outcome } from "./conversation.ts";
import type { FleetOptions, Group, GroupMember } from "./group.ts";
import type { ConnectedNode, XdsHooks } from "./hooks.ts";
import type { NameList, NameLists } from "./name-list.ts";
import type { NameSets } from "./name-set.ts";
import type { Responses } from "./responses.ts";
import type { DiscoveryMethod } from "./services.ts";
import type { Slicer } from "./slicer.ts";
import { Stream } from "./stream.ts";
import { type Node, readRequest, type StreamRequest } from "./stream-request.ts";

/** What a stream needs of the server it belongs to. */
interface Surroundings {
  readonly options: FleetOptions;
  readonly lists: NameLists;
  readonly sets: NameSets;
  readonly responses: Responses;
  readonly slicer: Slicer;
  knownGroup(name: string): Group | undefined;
  siblingsOf(session: Session): Iterable<GroupMember>;
}

const none: ReadonlyMap<string, NameList> = new Map();

/** A stream on its call: carries bytes and events between the two, and ends with either. */
export class Session implements GroupMember {
  readonly connectedAtMs: number;
  readonly method: DiscoveryMethod;
  readonly #call: GrpcCall;
  readonly #fleet: Surroundings;
  #stream: Stream | undefined;
  #node: ConnectedNode | undefined;
  #group: Group | undefined;
  #cancelWake: (() => void) | undefined;
  #wakeAtMs: number | undefined;
  #cancelPatience: (() => void) | undefined;

  constructor(call: GrpcCall, method: DiscoveryMethod, fleet: Surroundings) {
    this.#call = call;
    this.method = method;
    this.#fleet = fleet;
    const { clock, firstRequestMs } = fleet.options;
    this.connectedAtMs = clock.nowMs();
    call.onMessage = (message) => this.#receive(message);
    call.onDrain = () => this.#act((stream) => stream.drained());
    // A client that half-closes wants nothing more.
    call.onHalfClose = () => this.end(grpcStatus.ok, "");
    this.#cancelPatience = clock.schedule(firstRequestMs, () =>
      this.end(grpcStatus.deadlineExceeded, "the stream asked for nothing"),
    );
  }

  get node(): Node | undefined {
    return this.#node?.node;
  }

  get group(): Group | undefined {
    return this.#group;
  }

  get peer(): string {
    return this.#call.peer;
  }

  get stream(): Stream | undefined {
    return this.#stream;
  }

  types(): readonly NodeTypeStatus[] {
    return this.#stream?.types() ?? [];
  }

  pump(): void {
    this.#act((stream) => stream.pump());
  }

  pumpUrgent(keys: ReadonlySet<string>): void {
    this.#act((stream) => stream.pumpUrgent(keys));
  }

  beat(typeUrl: string, keys: Iterable<string>): void {
    this.#act((stream) => stream.beat(typeUrl, keys));
  }

  forceEndpoints(keys: readonly string[]): void {
    this.#act((stream) => stream.forceEndpoints(keys));
  }

  /** Ends the stream of a node that belongs to another group now; the node comes again, and is given that one's. */
  regroup(): void {
    const { node } = this;
    if (node === undefined) return;
    const { groupOf, log } = this.#fleet.options;
    const group = groupOf(node);
    if (group === this.#group?.name) return;
    if (group === undefined) {
      this.#refuse(grpcStatus.permissionDenied, inNoGroup(node));
      return;
    }
    const reason = "the node belongs to another group now";
    log.info({ node: node.id, peer: this.peer, from: this.#group?.name, to: group }, reason);
    this.end(grpcStatus.unavailable, reason);
  }

  end(code: number, details: string): void {
    this.#call.end(code, details);
    this.release();
  }

  /** Lets go of everything; the call is over, or about to be. */
  release(): void {
    this.#cancelPatience?.();
    this.#cancelWake?.();
    this.#fleet.slicer.forget(this);
    this.#group?.sessions.delete(this);
    this.#stream?.release();
    this.#stream = undefined;
    const gone = this.#node;
    this.#node = undefined;
    if (gone === undefined) return;
    this.#fleet.options.log.info({ node: gone.node.id, peer: this.peer }, "an xDS stream has ended");
    this.#hear("onGone", gone);
  }

  #receive(message: Buffer): void {
    const read = readRequest(message, {
      dialect: this.method.dialect,
      serviceType: this.method.typeUrl,
      lists: this.#fleet.lists,
      lastLists: this.#stream?.lastLists ?? none,
    });
    if (!read.ok) {
      this.#refuse(grpcStatus.invalidArgument, read.reason);
      return;
    }
    const stream = this.#stream ?? this.#begin(read.request);
    if (stream === undefined) return;
    const outcome = stream.receive(read.request);
    if (outcome.kind === "invalid") {
      this.#refuse(grpcStatus.invalidArgument, outcome.reason);
      return;
    }
    this.#tell(read.request.typeUrl, outcome);
    this.#fleet.slicer.soon(this);
  }

  /** The first request names the node, which is the stream's from then on (C2). */
  #begin({ node }: StreamRequest): Stream | undefined {
    this.#cancelPatience?.();
    const { options } = this.#fleet;
    if (node === undefined) {
      this.#refuse(grpcStatus.invalidArgument, "the first request of a stream names its node");
      return undefined;
    }
    const reason = options.refusal(this.#call, node);
    if (reason !== undefined) {
      this.#refuse(grpcStatus.permissionDenied, reason);
      return undefined;
    }
    const group = options.groupOf(node);
    if (group === undefined) {
      this.#refuse(grpcStatus.permissionDenied, inNoGroup(node));
      return undefined;
    }
    const { dialect } = this.method;
    const connected = { node, group, dialect, connection: this.#call.connection };
    this.#hear("onConnected", connected);
    const known = this.#fleet.knownGroup(group);
    if (known?.configured !== true) {
      this.#call.end(grpcStatus.unavailable, "no configuration is loaded yet");
      return undefined;
    }
    this.#node = connected;
    this.#group = known;
    this.#stream = this.#streamOf(connected, known);
    known.sessions.add(this);
    return this.#stream;
  }

  #streamOf(connected: ConnectedNode, group: Group): Stream {
    const { sets, responses, slicer } = this.#fleet;
    const { clock, holdMs, resendOnReconnect } = this.#fleet.options;
    return new Stream({
      dialect: connected.dialect,
      node: connected.node,
      store: group.store,
      sets,
      responses,
      holdMs,
      resendOnReconnect,
      nowMs: () => clock.nowMs(),
      write: (frame) => {
        slicer.wrote(frame.length);
        return this.#call.writeFrame(frame);
      },
      onSent: (typeUrl, { version, resources, heartbeats }, bytes) =>
        this.#hear("onPush", {
          ...connected,
          typeUrl,
          version,
          resources: resources.length + heartbeats.length,
          bytes,
        }),
      onMissing: (typeUrl, names) => this.#hear("onMissing", { ...connected, typeUrl, names }),
      onClusters: (keys) => {
        for (const sibling of this.#fleet.siblingsOf(this)) sibling.forceEndpoints(keys);
      },
    });
  }

  #tell(typeUrl: string, outcome: Outcome): void {
    const connected = this.#node;
    if (connected === undefined) return;
    if (outcome.kind === "acked") {
      const { version, latencyMs } = outcome;
      this.#hear("onAck", { ...connected, typeUrl, version, latencyMs });
    }
    if (outcome.kind === "nacked") {
      const { version, message } = outcome.nack;
      const refused = outcome.resources;
      const resources = refused.map(({ name }) => name);
      const sources = [...new Set(refused.flatMap(({ source }) => source ?? []))];
      this.#hear("onNack", { ...connected, typeUrl, version, message, resources, sources, refused });
    }
  }

  #act(act: (stream: Stream) => void): void {
    if (this.#stream === undefined) return;
    act(this.#stream);
    this.#planWake();
  }

  /** What waits for a silent client goes out after its time, although nothing happens then. */
  #planWake(): void {
    const atMs = this.#stream?.wakeAtMs;
    if (atMs === this.#wakeAtMs) return;
    this.#cancelWake?.();
    this.#cancelWake = undefined;
    this.#wakeAtMs = atMs;
    if (atMs === undefined) return;
    const { clock } = this.#fleet.options;
    this.#cancelWake = clock.schedule(Math.max(1, atMs - clock.nowMs() + 1), () => {
      this.#wakeAtMs = undefined;
      this.pump();
    });
  }

  #refuse(code: number, reason: string): void {
    const { log } = this.#fleet.options;
    log.warn({ node: this.node?.id, peer: this.peer, reason }, "an xDS stream is refused");
    this.end(code, reason);
  }

  #hear<K extends keyof XdsHooks>(hook: K, event: Parameters<NonNullable<XdsHooks[K]>>[0]): void {
    const { hooks, log } = this.#fleet.options;
    try {
      (hooks[hook] as ((event: unknown) => void) | undefined)?.call(hooks, event);
    } catch (error) {
      log.error({ hook, error: String(error) }, "a hook failed");
    }
  }
}

function inNoGroup({ id, cluster }: Node): string {
  return `node ${JSON.stringify(id)} of cluster ${JSON.stringify(cluster)} belongs to no group`;
}
