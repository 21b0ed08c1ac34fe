import { pushOrder, typeUrl } from "../proto/type-url.ts";
import type { NodeTypeStatus } from "../snapshot/node-status.ts";
import type { ResourceStore } from "../snapshot/resource-store.ts";
import type { Owed } from "./compose.ts";
import { Conversation, type Outcome } from "./conversation.ts";
import { emptyList, type NameList } from "./name-list.ts";
import type { NameSets } from "./name-set.ts";
import type { Responses } from "./responses.ts";
import { keyOf } from "./say.ts";
import type { Dialect, Node, StreamRequest } from "./stream-request.ts";
import { rulesOf } from "./type-rules.ts";
import { Warming } from "./warming.ts";

/** What refers to clusters; they leave only after these were replaced and acknowledged. */
const referringTypes = [typeUrl.listener, typeUrl.routeConfiguration];
const referring: ReadonlySet<string> = new Set(referringTypes);
const removedLast: ReadonlySet<string> = new Set([typeUrl.cluster, typeUrl.clusterLoadAssignment]);

/** How long clusters are left unacknowledged when it is known why, before the next response goes out. */
const overtakeMs = 100;
const absentMost = 1_000;

/** More types than Envoy knows; a stream that asks for more is not an Envoy. */
const typesPerStream = 64;

export interface StreamOptions {
  readonly dialect: Dialect;
  readonly node: Node;
  /** What this node's group is to have. */
  readonly store: ResourceStore;
  readonly sets: NameSets;
  readonly responses: Responses;
  /** How long anything waits for a client that does not answer. */
  readonly holdMs: number;
  /** Types that a delta client gets again when it reconnects, whatever it says that it has (X8). */
  readonly resendOnReconnect: ReadonlySet<string>;
  readonly nowMs: () => number;
  /** Gives a frame to the transport; false says that it is full until `drained`. */
  readonly write: (frame: Buffer) => boolean;
  readonly onSent: (typeUrl: string, owed: Owed, bytes: number) => void;
  /** Names that a request has just asked for and that are not there: the last chance to make them. */
  readonly onMissing: (typeUrl: string, keys: readonly string[]) => void;
  /** Clusters were sent whose endpoints this stream is not for: the node's other streams are (C14). */
  readonly onClusters: (keys: readonly string[]) => void;
}

/**
 * One stream: its conversations, and the order among them. It decides when each may speak; the
 * conversations decide what they owe.
 */
export class Stream {
  readonly #options: StreamOptions;
  readonly #conversations = new Map<string, Conversation>();
  readonly #lastLists = new Map<string, NameList>();
  readonly #warming = new Warming();
  /** Endpoints that were asked for and are not there, as far as is known. */
  readonly #absent = new Set<string>();
  readonly #understandsTtl: boolean;
  #cursor: number;
  #full = false;
  #wakeAtMs: number | undefined;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#cursor = options.store.cursor;
    const { features } = options.node;
    this.#understandsTtl =
      features.has("xds.config.supports-resource-ttl") &&
      (options.dialect === "delta" || features.has("xds.config.supports-resource-in-sotw"));
  }

  /** State of the world: the lists of names that came last, by type. */
  get lastLists(): ReadonlyMap<string, NameList> {
    return this.#lastLists;
  }

  /** The conversation's view of a request, or why the stream must end. What it makes owed is sent by `pump`. */
  receive(request: StreamRequest): Outcome | { readonly kind: "invalid"; readonly reason: string } {
    this.#catchUp();
    const conversation = this.#conversation(request.typeUrl);
    if (conversation === undefined)
      return { kind: "invalid", reason: `more than ${typesPerStream} types on one stream` };
    const nowMs = this.#options.nowMs();
    const outcome = conversation.receive(request, this.#type(request.typeUrl), nowMs);
    if (this.#lastLists.get(request.typeUrl) !== request.listed && request.listed !== emptyList)
      this.#lastLists.set(request.typeUrl, request.listed);
    if (outcome.kind === "acked" && request.typeUrl === typeUrl.cluster) this.#warming.clustersAcked(nowMs);
    if (outcome.kind === "acked" && request.typeUrl === typeUrl.clusterLoadAssignment)
      this.#warming.ended(outcome.keys);
    if (outcome.kind === "subscribed" || conversation.pending) {
      const missing = conversation.missing(this.#type(request.typeUrl));
      if (missing.length > 0) this.#options.onMissing(request.typeUrl, missing);
      if (request.typeUrl === typeUrl.clusterLoadAssignment) this.#remember(missing);
    }
    return outcome;
  }

  /** Endpoints that this node needs again, because another of its streams brought their clusters. */
  forceEndpoints(keys: readonly string[]): void {
    const endpoints = typeUrl.clusterLoadAssignment;
    this.#conversations.get(endpoints)?.force(keys, this.#type(endpoints));
    this.pump();
  }

  /** Times to live of a type that are to be renewed now. */
  beat(type: string, keys: Iterable<string>): void {
    if (!this.#understandsTtl) return;
    this.#conversations.get(type)?.beat(keys);
    this.pump();
  }

  /** The transport takes more again. */
  drained(): void {
    this.#full = false;
    this.pump();
  }

  /**
   * Sends what may be sent now, in the order of ADS (C12). A type that owes something but still waits
   * for an answer holds back listeners and routes after it: a route must not overtake its cluster. Nor
   * may it arrive before Envoy has the endpoints and secrets that the cluster needs to be used. These two
   * are never held back: Envoy acknowledges no cluster while one warms, and it warms until it has them.
   */
  pump(): void {
    this.#catchUp();
    this.#wakeAtMs = undefined;
    this.#unstick();
    let blocked = false;
    for (const type of this.#order()) {
      if (this.#full) return;
      const conversation = this.#conversations.get(type);
      if (conversation === undefined || this.#waits(type, conversation, blocked)) continue;
      this.#wake(conversation.trialAtMs);
      const owed = conversation.next(this.#type(type), this.#holdsRemovals(type), this.#options.nowMs());
      if (owed !== undefined) this.#send(conversation, owed);
      else if (conversation.pending && this.#unanswered(type)) blocked = true;
    }
    // What is held back because of what was just sent goes out after its time, at the latest.
    for (const type of removedLast) if (this.#conversations.get(type)?.pending) this.#holdsRemovals(type);
  }

  /**
   * Sends what changed about these endpoints before anything else that waits: a verdict about health must
   * not stand behind a change of everything. It refers to nothing new, so no order is broken.
   */
  pumpUrgent(keys: ReadonlySet<string>): void {
    this.#catchUp();
    const type = typeUrl.clusterLoadAssignment;
    const conversation = this.#conversations.get(type);
    if (this.#full || conversation === undefined) return;
    const owed = conversation.nextUrgent(this.#type(type), keys, this.#options.nowMs());
    if (owed !== undefined) this.#send(conversation, owed);
  }

  /** When to pump again although nothing happens; undefined when there is nothing to wait for. */
  get wakeAtMs(): number | undefined {
    return this.#wakeAtMs;
  }

  get cursor(): number {
    return this.#cursor;
  }

  types(): readonly NodeTypeStatus[] {
    return [...this.#conversations.values()].map((conversation) => conversation.status());
  }

  conversations(): Iterable<Conversation> {
    return this.#conversations.values();
  }

  get store(): ResourceStore {
    return this.#options.store;
  }

  release(): void {
    for (const conversation of this.#conversations.values()) conversation.release();
  }

  /** Takes notice of what changed since the last time; what it means is decided when it is sent. */
  #catchUp(): void {
    const { store } = this.#options;
    if (this.#cursor === store.cursor) return;
    for (const { typeUrl, key, before } of store.since(this.#cursor))
      this.#conversations.get(typeUrl)?.changed(key, before, store.type(typeUrl).get(key));
    this.#cursor = store.cursor;
  }

  #order(): readonly string[] {
    if (this.#conversations.size === 1) return [...this.#conversations.keys()];
    const others = [...this.#conversations.keys()].filter((type) => !ordered.has(type));
    return others.length === 0 ? pushOrder : [...pushOrder, ...others];
  }

  #send(conversation: Conversation, owed: Owed): void {
    const { dialect, responses, write, onSent } = this.#options;
    const { typeUrl } = conversation;
    const saying = { ...owed, dialect, typeUrl, ttl: this.#understandsTtl };
    const response = responses.of(keyOf(saying, owed), conversation.nonce, saying);
    conversation.sent(response.nonce);
    this.#full = !write(response.frame);
    onSent(typeUrl, owed, response.frame.length);
    if (owed.changed !== undefined && owed.changed.length > 0) this.#follow(typeUrl, owed.changed);
  }

  /** A changed cluster warms until it gets its endpoints again, a changed listener its routes (C14). */
  #follow(type: string, changed: readonly string[]): void {
    if (type === typeUrl.cluster) {
      const endpoints = this.#conversations.get(typeUrl.clusterLoadAssignment);
      this.#warming.began(changed, this.#options.nowMs());
      if (endpoints === undefined) this.#options.onClusters(changed);
      else endpoints.force(changed, this.#type(typeUrl.clusterLoadAssignment));
    }
    if (type === typeUrl.listener) {
      this.#conversations.get(typeUrl.routeConfiguration)?.forceAll(this.#type(typeUrl.routeConfiguration));
    }
  }

  /**
   * Envoy acknowledges no clusters while one of them waits for its endpoints, and in state of the world it
   * cannot be told that there are none: what changes about clusters meanwhile must not wait for that.
   */
  #unstick(): void {
    const clusters = this.#conversations.get(typeUrl.cluster);
    if (clusters?.waiting !== true || !clusters.pending || !this.#waitsForEndpoints()) return;
    const atMs = clusters.waitingSinceMs + overtakeMs;
    if (atMs <= this.#options.nowMs()) clusters.overtake();
    else this.#wake(atMs);
  }

  /** One is enough to know that the client waits: there need not be many. */
  #remember(absent: readonly string[]): void {
    if (this.#options.dialect === "delta") return;
    if (this.#absent.size + absent.length > absentMost) this.#absent.clear();
    for (const key of absent.slice(0, absentMost)) this.#absent.add(key);
  }

  #waitsForEndpoints(): boolean {
    const endpoints = this.#conversations.get(typeUrl.clusterLoadAssignment);
    if (endpoints === undefined || this.#options.dialect === "delta") return false;
    const store = this.#type(typeUrl.clusterLoadAssignment);
    const waits = (key: string) => endpoints.wants(key) && store.get(key) === undefined;
    for (const key of this.#absent) {
      if (waits(key)) return true;
      this.#absent.delete(key);
    }
    return this.#warming.some(waits);
  }

  /**
   * Whether a change of listeners or routes waits for what it refers to. Who has nothing yet is answered
   * at once, whatever else is on its way: there is nothing that could break.
   */
  #waits(type: string, conversation: Conversation, blocked: boolean): boolean {
    if (!referring.has(type) || !conversation.pending || conversation.owesFirst) return false;
    return blocked || this.#waitsForClusters();
  }

  /** Clusters, endpoints and secrets are waited for, but not for a client that has stopped answering. */
  #waitsForClusters(): boolean {
    const { holdMs, nowMs } = this.#options;
    const endpoints = this.#conversations.get(typeUrl.clusterLoadAssignment);
    const asked = (key: string) => {
      if (endpoints === undefined || this.#type(typeUrl.cluster).get(key) === undefined) return undefined;
      if (endpoints.wants(key)) return true;
      return this.#type(typeUrl.clusterLoadAssignment).get(key) === undefined ? undefined : false;
    };
    const untilMs = this.#warming.untilMs(asked, holdMs, nowMs());
    this.#wake(untilMs);
    return untilMs !== undefined || this.#unanswered(typeUrl.cluster) || this.#unanswered(typeUrl.secret);
  }

  /** Whether the client still has to answer, and has time for it. */
  #unanswered(type: string): boolean {
    const conversation = this.#conversations.get(type);
    if (conversation?.waiting !== true) return false;
    const untilMs = conversation.waitingSinceMs + this.#options.holdMs;
    if (untilMs <= this.#options.nowMs()) return false;
    this.#wake(untilMs);
    return true;
  }

  #holdsRemovals(type: string): boolean {
    if (!removedLast.has(type)) return false;
    return referringTypes.some((referring) => {
      const conversation = this.#conversations.get(referring);
      if (conversation === undefined || conversation.settled) return false;
      return conversation.waiting ? this.#unanswered(referring) : true;
    });
  }

  #wake(atMs: number | undefined): void {
    if (atMs !== undefined) this.#wakeAtMs = Math.min(this.#wakeAtMs ?? atMs, atMs);
  }

  #conversation(type: string): Conversation | undefined {
    const known = this.#conversations.get(type);
    if (known !== undefined || this.#conversations.size >= typesPerStream) return known;
    const { dialect, resendOnReconnect, sets, node } = this.#options;
    const rules = rulesOf(type, resendOnReconnect, node.userAgentName);
    const made = new Conversation(type, dialect, rules, sets);
    this.#conversations.set(type, made);
    return made;
  }

  /** A type that we do not serve has no resources; asking for it is no error, Envoy asks for many. */
  #type(type: string) {
    return this.#options.store.type(type);
  }
}

const ordered: ReadonlySet<string> = new Set(pushOrder);
