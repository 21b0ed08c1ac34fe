import { type Resource, sameResource } from "../proto/resource.ts";
import type { Nack, NodeTypeStatus } from "../snapshot/node-status.ts";
import { isCollection } from "../snapshot/resource-key.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import type { NameSets } from "./name-set.ts";
import { noNames } from "./name-set.ts";
import { type Held, Refusals, type Sent, uncertain } from "./refusals.ts";
import type { Dialect, StreamRequest } from "./stream-request.ts";
import { type Change, Subscription } from "./subscription.ts";
import type { TypeRules } from "./type-rules.ts";
import { type Whole, wholeOf } from "./wholes.ts";

/** What a request meant. */
export type Outcome =
  | { readonly kind: "subscribed" | "stale" }
  | {
      readonly kind: "acked";
      readonly version: string;
      readonly latencyMs: number;
      /** Keys of the resources that the response brought; undefined when it brought all there were. */
      readonly keys: readonly string[] | undefined;
    }
  | { readonly kind: "nacked"; readonly nack: Nack; readonly resources: readonly Resource[] };

/** What is to be sent. */
export interface Owed {
  readonly version: string;
  readonly resources: readonly Resource[];
  /** Delta: names that are not there (any more). */
  readonly removed: readonly string[];
  readonly heartbeats: readonly Resource[];
  /** Keys whose resource is new or another one for the client; undefined on a first sync, where all are. */
  readonly changed: readonly string[] | undefined;
  /** Names everything selected, where this is that (`wholes.ts`). */
  readonly whole: string | undefined;
}

/** Suspects of a refusal that go with the next change, where a response need not be everything. */
const suspectsMost = 64;

interface InFlight {
  readonly version: string;
  readonly sentAtMs: number;
  /** What the response was about, with what the client had before. */
  readonly sent: ReadonlyMap<string, Sent> | Whole;
  readonly trial: boolean;
}

/**
 * One stream's conversation about one type: what the client wants, what it was sent, what it said. No
 * sockets, timers or clock in it, so any history can be replayed; both dialects use it, and differ in
 * how they ask and in what a response must contain.
 *
 * What the client has is not kept name by name: it has what the store has, but for the exceptions in
 * `pending` (what changed since, or is asked for), `refusals`, and what is in flight. So deciding costs
 * in proportion to what changed, and a conversation at rest takes no more room with ten thousand names
 * than with ten.
 */
export class Conversation {
  readonly typeUrl: string;
  readonly dialect: Dialect;
  readonly #rules: TypeRules;
  /** State of the world for listeners and clusters: each response is everything, absence removes (W1). */
  readonly #fullState: boolean;
  readonly #subscription: Subscription;
  readonly #refusals = new Refusals();
  /** What may differ from what the client has, with what it has. */
  readonly #pending = new Map<string, Held>();
  /** Keys that are owed an answer even when nothing changed (W3, X4). */
  readonly #forced = new Set<string>();
  /** Keys whose time to live is to be renewed. */
  readonly #beats = new Set<string>();
  /** Everything selected is owed, and the client is known to have nothing. */
  #wholeOwed = false;
  /** An answer is owed even if there is nothing: to a first wildcard (C15, X9). */
  #answerOwed = false;
  /** A stale request is not answered: the answer waits for a current one, or a change (W5). */
  #quiet = false;
  /** State of the world after a reconnect: it has something, and cannot say what. */
  #holdsUnknown = false;
  /** Something has changed since the last response: what was refused with others is worth another try. */
  #news = false;
  /** Endpoints that a client may ask for once more, because their cluster has changed (C14). */
  readonly #repeatable = new Set<string>();
  #started = false;
  #nonce = "";
  #inFlight: InFlight | undefined;
  /** What is owed need not wait until what is in flight is answered. */
  #overtakes = false;
  #status = {
    sentVersion: "",
    sentAtMs: 0,
    ackedVersion: "",
    ackedAtMs: 0,
    nack: undefined as Nack | undefined,
  };

  constructor(typeUrl: string, dialect: Dialect, rules: TypeRules, sets: NameSets) {
    this.typeUrl = typeUrl;
    this.dialect = dialect;
    this.#rules = rules;
    this.#fullState = dialect === "sotw" && rules.fullState;
    this.#subscription = new Subscription(sets, rules.legacyWildcard);
  }

  /** Takes a request and says what it meant. What it makes owed is sent by a later `next`. */
  receive(request: StreamRequest, type: TypeStore, nowMs: number): Outcome {
    const first = !this.#started;
    this.#started = true;
    const current = first || request.nonce === "" || request.nonce === this.#nonce;
    const answered = !first && request.nonce !== "" && current && this.#inFlight !== undefined;
    const outcome = answered ? this.#answered(request.error, type, nowMs) : undefined;
    const changed = this.#subscribe(request, first, type);
    if (this.dialect === "sotw") {
      // What a stale request asks for counts: dropping it would lose a subscription for good (W5). It is
      // only not answered: its answer would cross the newer response again.
      this.#quiet = !current;
      if (current && outcome === undefined && !changed && request.error === undefined) this.#repeated();
      if (first) this.#holdsUnknown = request.version !== "";
    }
    return outcome ?? { kind: current ? "subscribed" : "stale" };
  }

  /** Tells that a resource has changed, and what it was. */
  changed(key: string, before: Resource | undefined, after: Resource | undefined): void {
    const aliases = after?.aliases ?? before?.aliases;
    const refused = this.#refusals.forget(key);
    if (!this.#subscription.wants(key, aliases) && !this.#pending.has(key)) return;
    this.#quiet = false;
    this.#news = true;
    if (this.#wholeOwed || this.#pending.has(key)) return;
    this.#pending.set(key, refused === undefined ? before : uncertain);
  }

  /** Owes these again although they are the same: what they belong to has changed (C14). */
  force(keys: Iterable<string>, type: TypeStore): void {
    for (const key of keys) {
      if (!this.#subscription.wants(key, undefined) || this.#refusals.get(key) !== undefined) continue;
      this.#repeatable.add(key);
      if (this.#wholeOwed) continue;
      if (!this.#pending.has(key)) this.#pending.set(key, type.get(key));
      this.#forced.add(key);
    }
  }

  /** The same for everything that is asked for. */
  forceAll(type: TypeStore): void {
    this.force(
      [...this.#selected(type)].map((key) => type.ownerOf(key)),
      type,
    );
  }

  /** Times to live that are to be renewed now, as far as the client has the resources. */
  beat(keys: Iterable<string>): void {
    for (const key of keys) if (this.#subscription.wants(key, undefined)) this.#beats.add(key);
  }

  /** The client will not answer what is in flight: it waits for something that cannot come. */
  overtake(): void {
    this.#overtakes = this.#inFlight !== undefined;
  }

  wants(key: string): boolean {
    return this.#subscription.wants(key, undefined);
  }

  /** Names that are asked for and not there, of those that a request has just added. */
  missing(type: TypeStore): readonly string[] {
    const { wildcard, set } = this.#subscription;
    if (this.#wholeOwed && !wildcard) return wholeOf(type, set).missing.filter((key) => !isCollection(key));
    return [...(this.#wholeOwed ? set.keys : this.#forced)].filter(
      (key) => type.get(key) === undefined && !isCollection(key),
    );
  }

  get nonce(): string {
    return this.#nonce;
  }

  /** Whether a response has not been answered yet; at most one is under way. */
  get waiting(): boolean {
    return this.#inFlight !== undefined;
  }

  get waitingSinceMs(): number {
    return this.#inFlight?.sentAtMs ?? 0;
  }

  /** Nothing under way, nothing owed, nothing refused: what refers to others is settled. */
  get settled(): boolean {
    return this.#inFlight === undefined && !this.pending && this.#refusals.size === 0;
  }

  /** Whether there is something to look at; it may turn out that nothing is owed. */
  get pending(): boolean {
    return this.#wholeOwed || this.#answerOwed || this.#pending.size > 0;
  }

  /** Whether something is asked for that the client is known not to have: an answer, not a change. */
  get owesFirst(): boolean {
    if (this.#wholeOwed) return !this.#holdsUnknown;
    for (const key of this.#forced) if (this.#pending.get(key) === undefined) return true;
    return false;
  }

  /** When the search for a bad resource goes on; undefined when nothing is searched for. */
  get trialAtMs(): number | undefined {
    return this.#inFlight === undefined && !this.#holdsUnknown ? this.#refusals.trialAtMs : undefined;
  }

  /**
   * What is owed now, or undefined. Notes it as sent, under the nonce that `sent` tells afterwards. With
   * `holdRemovals` what has left stays with the client for now, and is owed later (C13).
   */
  next(type: TypeStore, holdRemovals: boolean, nowMs: number): Owed | undefined {
    if (this.#quiet) return undefined;
    if (this.#inFlight !== undefined) return this.#overtaking(type, holdRemovals, nowMs);
    const owed = this.#owedNow(type, holdRemovals) ?? this.#trial(type, nowMs) ?? this.#heartbeat(type);
    if (owed === undefined) {
      if (this.#started) this.#hasAll(type.version, nowMs);
      return undefined;
    }
    return this.#send(owed, type.version, nowMs);
  }

  /** What was in flight counts as part of the response that overtakes it: one answer is for both. */
  #overtaking(type: TypeStore, holdRemovals: boolean, nowMs: number): Owed | undefined {
    const before = this.#inFlight?.sent;
    if (!this.#overtakes || before === undefined) return undefined;
    const owed = this.#owedNow(type, holdRemovals);
    if (owed === undefined) return undefined;
    this.#overtakes = false;
    const sent = new Map(isWhole(before) ? partsOf(before, type) : before);
    for (const [key, one] of isWhole(owed.sent) ? partsOf(owed.sent, type) : owed.sent)
      sent.set(key, { resource: one.resource, held: sent.has(key) ? uncertain : one.held });
    return this.#send({ ...owed, sent }, type.version, nowMs);
  }

  #send(owed: Next, version: string, nowMs: number): Owed {
    this.#inFlight = { version, sentAtMs: nowMs, sent: owed.sent, trial: owed.trial };
    this.#status = { ...this.#status, sentVersion: version, sentAtMs: nowMs };
    return { ...owed.owed, version };
  }

  /** Of what is owed, these before their turn: what changed about resources that the client has. */
  nextUrgent(type: TypeStore, keys: Iterable<string>, nowMs: number): Owed | undefined {
    if (this.#inFlight !== undefined || this.#quiet || this.#wholeOwed || this.#fullState) return undefined;
    const sent = new Map<string, Sent>();
    for (const key of keys) {
      const held = this.#pending.get(key);
      const resource = type.get(key);
      if (held === undefined || resource === undefined || hasAlready(held, resource)) continue;
      sent.set(key, { resource, held });
      this.#pending.delete(key);
      this.#forced.delete(key);
    }
    if (sent.size === 0) return undefined;
    const resources = [...resourcesIn(sent)];
    const { version } = type;
    this.#inFlight = { version, sentAtMs: nowMs, sent, trial: false };
    this.#status = { ...this.#status, sentVersion: version, sentAtMs: nowMs };
    const changed = [...sent.keys()];
    return { version, resources, removed: [], heartbeats: [], changed, whole: undefined };
  }

  /** The nonce that the response got. */
  sent(nonce: string): void {
    this.#nonce = nonce;
  }

  status(): NodeTypeStatus {
    const { wildcard, set } = this.#subscription;
    return { typeUrl: this.typeUrl, subscribed: { wildcard, names: set.keys.size }, ...this.#status };
  }

  /** What the client has of each resource it asked for, for CSDS. */
  *resources(type: TypeStore): Iterable<{
    readonly key: string;
    readonly resource: Resource | undefined;
    readonly state: "SYNCED" | "NOT_SENT" | "STALE" | "ERROR";
  }> {
    for (const key of this.#selected(type)) {
      const resource = type.get(key);
      if (this.#refusals.get(key) !== undefined) yield { key, resource, state: "ERROR" };
      else if (this.#wholeOwed || this.#pending.has(key)) yield { key, resource, state: "NOT_SENT" };
      else if (this.#isInFlight(key)) yield { key, resource, state: "STALE" };
      else yield { key, resource, state: "SYNCED" };
    }
  }

  release(): void {
    this.#subscription.release();
  }

  *#selected(type: TypeStore): Iterable<string> {
    if (this.#subscription.wildcard) {
      yield* type.keys();
      for (const key of this.#subscription.set.keys) if (type.get(key) === undefined) yield key;
      return;
    }
    for (const key of this.#subscription.set.keys) {
      if (isCollection(key)) yield* type.membersOf(key);
      else yield key;
    }
  }

  #isInFlight(key: string): boolean {
    const sent = this.#inFlight?.sent;
    if (sent === undefined) return false;
    return sent instanceof Map ? sent.has(key) : true;
  }

  /** Nothing is owed and nothing was refused: it has the current version, as after a delta reconnect. */
  #hasAll(version: string, nowMs: number): void {
    if (this.pending || this.#refusals.size > 0) return;
    if (this.#status.ackedVersion === version && this.#status.nack === undefined) return;
    this.#status = {
      ...this.#status,
      sentVersion: version,
      ackedVersion: version,
      sentAtMs: this.#status.sentAtMs || nowMs,
      ackedAtMs: nowMs,
      nack: undefined,
    };
  }

  #answered(error: string | undefined, type: TypeStore, nowMs: number): Outcome | undefined {
    const inFlight = this.#inFlight;
    if (inFlight === undefined) return undefined;
    this.#inFlight = undefined;
    this.#overtakes = false;
    if (error !== undefined) return this.#nacked(inFlight, error, type, nowMs);
    const nack = this.#refusals.size > 0 ? this.#status.nack : undefined;
    this.#status = { ...this.#status, ackedVersion: inFlight.version, ackedAtMs: nowMs, nack };
    const { sent } = inFlight;
    for (const resource of isWhole(sent) ? newlyAccepted(sent) : resourcesIn(sent)) type.accept(resource);
    return {
      kind: "acked",
      version: inFlight.version,
      latencyMs: nowMs - inFlight.sentAtMs,
      keys: isWhole(sent) ? undefined : [...sent.keys()],
    };
  }

  #nacked(inFlight: InFlight, error: string, type: TypeStore, nowMs: number): Outcome {
    const nack: Nack = { version: inFlight.version, atMs: nowMs, message: error };
    this.#status = { ...this.#status, nack };
    const parts = new Map(isWhole(inFlight.sent) ? partsOf(inFlight.sent, type) : inFlight.sent);
    const refused = new Map<string, Sent>();
    const left: string[] = [];
    for (const [key, one] of parts) {
      // What has changed meanwhile is another thing than what was refused, and is owed anyway.
      if (this.#pending.has(key)) this.#pending.set(key, uncertain);
      else if (one.resource === undefined) left.push(key);
      else refused.set(key, one);
    }
    // That something has left is told again, unless it was all that was refused: that would be a loop.
    if (refused.size > 0) for (const key of left) this.#pending.set(key, uncertain);
    const resources = [...refused.values()].flatMap(({ resource }) => resource ?? []);
    const cleared = this.#refusals.refuse(refused, [...parts.keys()], error, inFlight.trial, nowMs);
    if (!this.#holdsUnknown || !this.#fullState) for (const key of cleared) this.#tryAgain(key);
    return { kind: "nacked", nack, resources };
  }

  #tryAgain(key: string): void {
    const refused = this.#refusals.forget(key);
    if (refused === undefined) return;
    this.#pending.set(key, uncertain);
  }

  /** Gives whether anything changed. */
  #subscribe(request: StreamRequest, first: boolean, type: TypeStore): boolean {
    if (this.dialect === "sotw") {
      const change = this.#subscription.replace(request.listed);
      this.#apply(change, type, false);
      return first || change.becameWildcard || change.added.length + change.removed.length > 0;
    }
    const change = this.#subscription.update(request.subscribe, request.unsubscribe, first);
    const reconnected = first && request.initialVersions.size > 0;
    this.#apply(change, type, reconnected);
    if (reconnected) this.#knows(request.initialVersions, type);
    return true;
  }

  /** On a reconnect the client names what it has: an equal version is not sent again (X8). */
  #knows(versions: ReadonlyMap<string, string>, type: TypeStore): void {
    for (const [name, version] of versions) {
      const key = this.#rules.keyOf(name);
      const wanted = this.#subscription.wants(key, undefined);
      const resource = type.get(key);
      const same = resource !== undefined && resource.version === version;
      if (wanted && same && !this.#rules.resendOnReconnect) {
        this.#pending.delete(type.ownerOf(key));
        this.#forced.delete(type.ownerOf(key));
      } else if (resource === undefined || wanted) this.#pending.set(key, version);
    }
  }

  #apply(change: Change, type: TypeStore, hasSome: boolean): void {
    for (const key of change.removed) this.#unsubscribed(key);
    if (change.becameWildcard) this.#answerOwed = true;
    const nothingYet = this.#pending.size === 0 && this.#refusals.size === 0 && this.#inFlight === undefined;
    const wholly = change.fresh || (change.becameWildcard && this.#subscription.set === noNames);
    if (wholly && nothingYet && !hasSome && !this.#wholeOwed) {
      this.#wholeOwed = this.#subscription.wildcard || change.added.length > 0;
      return;
    }
    if (this.#wholeOwed) return;
    for (const key of change.added) {
      const members = isCollection(key) ? [...type.membersOf(key)] : [];
      for (const one of members.length > 0 ? members : [type.ownerOf(key)]) this.#ask(one);
    }
    // Where a response is everything, one without the name says that it does not exist.
    if (this.#fullState && change.added.length > 0) this.#answerOwed = true;
    if (change.becameWildcard)
      for (const key of type.keys()) if (!this.#pending.has(key)) this.#pending.set(key, undefined);
  }

  #ask(key: string): void {
    const refused = this.#refusals.get(key);
    // Refused and asked for again: the answer is what the client has, which is all that can be had.
    if (refused !== undefined) return;
    if (!this.#pending.has(key)) this.#pending.set(key, undefined);
    this.#forced.add(key);
  }

  /** Forgotten, so that asking again counts as new (W3); under a wildcard it is answered instead (X5). */
  #unsubscribed(key: string): void {
    if (this.#subscription.wildcard) {
      if (this.dialect === "delta") this.#ask(key);
      return;
    }
    this.#refusals.forget(key);
    this.#pending.delete(key);
    this.#forced.delete(key);
    this.#beats.delete(key);
  }

  /** The same request twice: a client whose cluster warms again asks again for endpoints it has had (C14). */
  #repeated(): void {
    for (const key of this.#repeatable) this.#ask(key);
    this.#repeatable.clear();
  }

  #owedNow(type: TypeStore, holdRemovals: boolean): Next | undefined {
    if (!this.pending) return undefined;
    if (this.#wholeOwed && this.#pending.size === 0) return this.#whole(type);
    return this.#fullState ? this.#everything(type, holdRemovals) : this.#difference(type, holdRemovals);
  }

  /** A first sync. */
  #whole(type: TypeStore): Next | undefined {
    const { wildcard, set } = this.#subscription;
    const whole = wholeOf(type, wildcard ? undefined : set);
    const removed = this.dialect === "delta" ? whole.missing : [];
    const empty = whole.resources.length === 0 && removed.length === 0;
    this.#wholeOwed = false;
    if (empty && !this.#answerOwed && !this.#fullState) return undefined;
    this.#answerOwed = false;
    return {
      sent: whole,
      trial: false,
      owed: { resources: whole.resources, removed, heartbeats: [], changed: undefined, whole: whole.key },
    };
  }

  /** Listeners and clusters in state of the world: if anything is owed, all is sent. */
  #everything(type: TypeStore, holdRemovals: boolean): Next | undefined {
    const { sent, kept } = this.#differing(type, holdRemovals);
    const owed = this.#answerOwed || sent.size > 0;
    this.#keep(kept);
    if (!owed) return undefined;
    this.#answerOwed = false;
    return this.#fullResponse(type, sent, kept, false);
  }

  #fullResponse(
    type: TypeStore,
    sent: ReadonlyMap<string, Sent>,
    kept: ReadonlyMap<string, Held>,
    trial: boolean,
  ): Next {
    const changed = [...sent].filter(([, { resource }]) => resource !== undefined).map(([key]) => key);
    const { wildcard, set } = this.#subscription;
    if (this.#refusals.size === 0 && kept.size === 0 && (set === noNames || !wildcard)) {
      const whole = wholeOf(type, wildcard ? undefined : set);
      const owed = { resources: whole.resources, removed: [], heartbeats: [], changed, whole: whole.key };
      return { sent, trial, owed };
    }
    const resources = new Set<Resource>();
    for (const key of this.#selected(type)) {
      const refused = this.#refusals.get(key);
      const resource = refused === undefined ? type.get(key) : this.#instead(key, refused, type);
      if (resource !== undefined) resources.add(resource);
    }
    for (const held of kept.values()) if (typeof held === "object") resources.add(held);
    return {
      sent,
      trial,
      owed: { resources: [...resources], removed: [], heartbeats: [], changed, whole: undefined },
    };
  }

  /** What stands for a refused resource where absence would remove it: what the client, or any other, accepted last. */
  #instead(key: string, refused: Sent, type: TypeStore): Resource | undefined {
    if (typeof refused.held === "object") return refused.held;
    return type.lastGood(key) ?? (this.#holdsUnknown ? refused.resource : undefined);
  }

  #difference(type: TypeStore, holdRemovals: boolean): Next | undefined {
    if (this.#wholeOwed) this.#spellOut(type);
    const { sent, kept } = this.#differing(type, holdRemovals);
    this.#keep(kept);
    const resources: Resource[] = [];
    const removed: string[] = [];
    for (const [key, { resource, held }] of sent) {
      if (resource !== undefined) resources.push(resource);
      else if (this.dialect === "delta") removed.push(typeof held === "object" ? held.name : key);
    }
    if (resources.length === 0 && removed.length === 0 && !this.#answerOwed) return undefined;
    this.#answerOwed = false;
    const changed = [...sent.keys()];
    return { sent, trial: false, owed: { resources, removed, heartbeats: [], changed, whole: undefined } };
  }

  /** A first sync that has exceptions already: name by name. */
  #spellOut(type: TypeStore): void {
    this.#wholeOwed = false;
    for (const key of this.#selected(type))
      if (!this.#pending.has(type.ownerOf(key))) this.#ask(type.ownerOf(key));
  }

  /** What of `pending` the client does not have as it should. */
  #differing(type: TypeStore, holdRemovals: boolean) {
    const sent = new Map<string, Sent>();
    const kept = new Map<string, Held>();
    for (const [asked, held] of this.#pending) {
      const key = type.ownerOf(asked);
      const resource = type.get(key);
      const forced = this.#forced.has(asked);
      if (resource !== undefined) {
        const wanted = this.#subscription.wants(key, resource.aliases);
        if (wanted && (forced || !hasAlready(held, resource))) sent.set(key, { resource, held });
      } else if (held === undefined ? forced && !isCollection(asked) : !this.#rules.neverRemoved) {
        if (holdRemovals && typeof held === "object" && !this.#neverUsed(key)) kept.set(asked, held);
        else sent.set(asked, { resource: undefined, held });
      }
    }
    if (this.#news && sent.size > 0) this.#takeSuspects(sent, type);
    return { sent, kept };
  }

  /** Of many that were refused without a reason, only as many as could be tried one by one. */
  #takeSuspects(sent: Map<string, Sent>, type: TypeStore): void {
    this.#news = false;
    const most = this.#fullState ? Number.POSITIVE_INFINITY : suspectsMost;
    for (const [key, { held }] of this.#refusals.takeSuspects(most)) {
      const resource = type.get(key);
      if (resource !== undefined) sent.set(key, { resource, held });
    }
  }

  /** It came with what is in flight, and nothing can refer to it yet. */
  #neverUsed(key: string): boolean {
    const sent = this.#inFlight?.sent;
    if (sent === undefined || isWhole(sent)) return false;
    const one = sent.get(key);
    return one !== undefined && one.held === undefined;
  }

  #keep(kept: ReadonlyMap<string, Held>): void {
    this.#pending.clear();
    this.#forced.clear();
    for (const [key, held] of kept) this.#pending.set(key, held);
  }

  #trial(type: TypeStore, nowMs: number): Next | undefined {
    if (this.trialAtMs === undefined) return undefined;
    const tried = this.#refusals.nextTrial(nowMs);
    if (tried === undefined || tried.size === 0) return undefined;
    if (this.#fullState) return this.#fullResponse(type, tried, new Map(), true);
    const resources = [...resourcesIn(tried)];
    return {
      sent: tried,
      trial: true,
      owed: { resources, removed: [], heartbeats: [], changed: [...tried.keys()], whole: undefined },
    };
  }

  /** Renews times to live, without the bodies for who understands that. Where a response is everything, so is this. */
  #heartbeat(type: TypeStore): Next | undefined {
    if (this.#beats.size === 0) return undefined;
    const renewed = new Set<Resource>();
    for (const key of this.#beats) {
      const resource = this.#refusals.get(key) === undefined ? type.get(key) : undefined;
      if (resource !== undefined) renewed.add(resource);
    }
    this.#beats.clear();
    if (renewed.size === 0) return undefined;
    const sent = new Map<string, Sent>();
    const all = this.#fullState ? this.#fullResponse(type, sent, new Map(), false).owed.resources : [];
    const withBodies = this.dialect === "sotw" && this.#rules.heartbeatsHaveBodies;
    const resources = withBodies
      ? [...new Set([...all, ...renewed])]
      : all.filter((one) => !renewed.has(one));
    const heartbeats = withBodies ? [] : [...renewed];
    return {
      sent,
      trial: false,
      owed: { resources, removed: [], heartbeats, changed: [], whole: undefined },
    };
  }
}

interface Next {
  readonly sent: ReadonlyMap<string, Sent> | Whole;
  readonly trial: boolean;
  readonly owed: Omit<Owed, "version">;
}

function isWhole(sent: ReadonlyMap<string, Sent> | Whole): sent is Whole {
  return !(sent instanceof Map);
}

function hasAlready(held: Held, resource: Resource): boolean {
  if (typeof held === "string") return held === resource.version;
  return held !== undefined && sameResource(held, resource);
}

function* resourcesIn(sent: ReadonlyMap<string, Sent>): Iterable<Resource> {
  for (const { resource } of sent.values()) if (resource !== undefined) yield resource;
}

function newlyAccepted(whole: Whole): readonly Resource[] {
  if (whole.accepted) return [];
  whole.accepted = true;
  return whole.resources;
}

function* partsOf(whole: Whole, type: TypeStore): Iterable<[string, Sent]> {
  for (const resource of whole.resources) {
    const key = type.keyOf(resource);
    yield [key, { resource, held: undefined }];
  }
}
