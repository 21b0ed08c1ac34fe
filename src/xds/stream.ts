import { pushOrder, typeUrl } from "../proto/type-url.ts";
import type { NodeTypeStatus } from "../snapshot/node-status.ts";
import { emptyTypeSnapshot, type Snapshot, type TypeSnapshot } from "../snapshot/snapshot.ts";
import { Conversation, type Dialect, type Outcome, type Owed } from "./conversation.ts";
import type { SnapshotChange } from "./snapshot-change.ts";
import type { Node, StreamRequest } from "./stream-request.ts";
import { deltaResponse, sotwResponse } from "./wire.ts";

/** Listeners and clusters: in state of the world every response is everything (xds_protocol.rst "Deleting Resources"). */
const fullStateTypes: ReadonlySet<string> = new Set([typeUrl.cluster, typeUrl.listener]);

/** What refers to clusters; they leave only after these were replaced and acknowledged. */
const referringTypes = [typeUrl.listener, typeUrl.routeConfiguration];
const referring: ReadonlySet<string> = new Set(referringTypes);
const removedLast: ReadonlySet<string> = new Set([typeUrl.cluster, typeUrl.clusterLoadAssignment]);

/** More types than Envoy knows; a stream that asks for more is not an Envoy. */
const typesPerStream = 64;

export interface StreamOptions {
  readonly dialect: Dialect;
  readonly peer: string;
  readonly identifier: string;
  /** How long anything waits for a client that does not answer. */
  readonly holdMs: number;
  readonly nowMs: () => number;
  /** Gives the bytes to the transport; false says that it is full until `drained`. */
  readonly write: (message: Buffer) => boolean;
  readonly onSent: (typeUrl: string, owed: Owed, bytes: number) => void;
}

/**
 * One stream: its conversations, and the order among them. It decides when each may speak; the
 * conversations decide what they owe.
 */
export class Stream {
  readonly #options: StreamOptions;
  readonly #conversations = new Map<string, Conversation>();
  readonly connectedAtMs: number;
  #snapshot: Snapshot;
  #node: Node | undefined;
  #full = false;
  /** Clusters sent whose endpoints are not acknowledged yet, and since when: Envoy does not use them yet. */
  readonly #warming = new Map<string, number>();

  constructor(options: StreamOptions, snapshot: Snapshot) {
    this.#options = options;
    this.#snapshot = snapshot;
    this.connectedAtMs = options.nowMs();
  }

  get node(): Node | undefined {
    return this.#node;
  }

  get dialect(): Dialect {
    return this.#options.dialect;
  }

  get peer(): string {
    return this.#options.peer;
  }

  /** The conversation's view of a request, or why the stream must end. */
  receive(request: StreamRequest): Outcome | { readonly kind: "invalid"; readonly reason: string } {
    // The node is promised in the first request only, and is the stream's from then on (C2).
    this.#node ??= request.node;
    if (this.#node === undefined)
      return { kind: "invalid", reason: "the first request of a stream names its node" };
    const conversation = this.#conversation(request.typeUrl);
    if (conversation === undefined)
      return { kind: "invalid", reason: `more than ${typesPerStream} types on one stream` };
    const outcome = conversation.receive(request, this.#current(request.typeUrl), this.#options.nowMs());
    if (request.typeUrl === typeUrl.clusterLoadAssignment && outcome.kind === "acked") {
      for (const name of outcome.names) this.#warming.delete(name);
    }
    this.pump();
    return outcome;
  }

  /** Takes over a newer snapshot; what changed was worked out once for all streams. */
  publish(snapshot: Snapshot, change: SnapshotChange): void {
    this.#snapshot = snapshot;
    for (const [type, { names, left }] of change) this.#conversations.get(type)?.changed(names, left);
    this.pump();
  }

  /** The transport takes more again. */
  drained(): void {
    this.#full = false;
    this.pump();
  }

  /**
   * Sends what may be sent now, in the order of ADS. A type that owes something but still waits for an
   * answer holds back the types after it: a route must not overtake its cluster. Nor may it arrive
   * before Envoy has the endpoints and secrets that the cluster needs to be used.
   */
  pump(): void {
    for (const type of this.#order()) {
      if (this.#full) return;
      const conversation = this.#conversations.get(type);
      if (conversation === undefined || this.#waitsForClusters(type)) continue;
      const owed = conversation.next(this.#current(type), this.#holdsRemovals(type), this.#options.nowMs());
      if (owed !== undefined) this.#send(conversation, owed);
      else if (this.#blocks(conversation)) return;
    }
  }

  types(): readonly NodeTypeStatus[] {
    return [...this.#conversations.values()].map((conversation) => conversation.status());
  }

  /** Whether something waits here for an answer that may never come. */
  get holding(): boolean {
    return [...this.#conversations.values()].some((conversation) => conversation.pending);
  }

  #order(): readonly string[] {
    const others = [...this.#conversations.keys()].filter((type) => !pushOrder.includes(type));
    return [...pushOrder, ...others];
  }

  #send(conversation: Conversation, owed: Owed): void {
    const { dialect, identifier, write, onSent } = this.#options;
    const parts = { ...owed, typeUrl: conversation.typeUrl, nonce: conversation.nonce, identifier };
    const message = dialect === "sotw" ? sotwResponse(parts) : deltaResponse(parts);
    this.#full = !write(message);
    onSent(conversation.typeUrl, owed, message.length);
    this.#follow(conversation.typeUrl, owed.changed);
  }

  /** A changed cluster warms until it gets its endpoints again, a changed listener its routes (C14). */
  #follow(type: string, changed: readonly string[]): void {
    if (type === typeUrl.cluster) {
      for (const name of changed) this.#warming.set(name, this.#options.nowMs());
      this.#conversations.get(typeUrl.clusterLoadAssignment)?.force(changed);
    }
    if (type === typeUrl.listener && changed.length > 0) {
      this.#conversations.get(typeUrl.routeConfiguration)?.forceAll();
    }
  }

  /** Listeners and routes wait for what they refer to, but not for a client that has stopped answering. */
  #waitsForClusters(type: string): boolean {
    if (!referring.has(type)) return false;
    const since = this.#options.nowMs() - this.#options.holdMs;
    if ([...this.#warming.values()].some((sentAtMs) => sentAtMs > since)) return true;
    const secrets = this.#conversations.get(typeUrl.secret);
    return secrets?.waiting === true && secrets.waitingSinceMs > since;
  }

  #blocks(conversation: Conversation): boolean {
    if (!conversation.waiting || !conversation.pending) return false;
    return this.#options.nowMs() - conversation.waitingSinceMs < this.#options.holdMs;
  }

  #holdsRemovals(type: string): boolean {
    if (!removedLast.has(type)) return false;
    return referringTypes.some((referring) => {
      const conversation = this.#conversations.get(referring);
      if (conversation === undefined || conversation.settled) return false;
      const silentMs = this.#options.nowMs() - conversation.waitingSinceMs;
      return !(conversation.waiting && silentMs >= this.#options.holdMs);
    });
  }

  #conversation(type: string): Conversation | undefined {
    const known = this.#conversations.get(type);
    if (known !== undefined || this.#conversations.size >= typesPerStream) return known;
    const made = new Conversation(type, this.#options.dialect, fullStateTypes);
    this.#conversations.set(type, made);
    return made;
  }

  /** A type that we do not serve has no resources; asking for it is no error, Envoy asks for many. */
  #current(type: string): TypeSnapshot {
    return this.#snapshot.types.get(type) ?? emptyTypeSnapshot;
  }
}
