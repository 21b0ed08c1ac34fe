import type { Resource } from "../proto/resource.ts";
import type { Nack, NodeTypeStatus } from "../snapshot/node-status.ts";
import { isCollection } from "../snapshot/resource-key.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import { type Composed, composeHeartbeat, composeOwed, composeTrial, type Owed } from "./compose.ts";
import { Debts } from "./debts.ts";
import type { NameSets } from "./name-set.ts";
import { noNames } from "./name-set.ts";
import { Refusals } from "./refusals.ts";
import { accept, byKey, includesKey, isWhole, type Sent, type SentAll, uncertain } from "./sent.ts";
import { type Standing, selected } from "./standing.ts";
import type { Dialect, StreamRequest } from "./stream-request.ts";
import { type Change, Subscription } from "./subscription.ts";
import type { TypeRules } from "./type-rules.ts";
import { TypeStatus } from "./type-status.ts";
import { wholeOf } from "./wholes.ts";

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

/** Responses that a client may leave unanswered while it asks for more (delta). */
const overtakenMost = 16;

interface InFlight {
  nonce: string;
  /** Counts up with each response. */
  readonly order: number;
  readonly version: string;
  readonly sentAtMs: number;
  /** What the response was about, with what the client had before. */
  readonly sent: SentAll;
  readonly trial: boolean;
}

/** What a client has of one resource, as CSDS tells it. */
export interface ClientResource {
  readonly key: string;
  readonly resource: Resource | undefined;
  readonly state: "SYNCED" | "NOT_SENT" | "STALE" | "ERROR";
}

/**
 * One stream's conversation about one type: what the client wants, what it was sent, what it said. No
 * sockets, timers or clock in it, so any history can be replayed; both dialects use it, and differ in
 * how they ask and in what a response must contain.
 *
 * What the client has is not kept name by name: it has what the store has, but for the exceptions in
 * `debts` (what changed since, or is asked for), `refusals`, and what is in flight. So deciding costs
 * in proportion to what changed, and a conversation at rest takes no more room with ten thousand names
 * than with ten.
 */
export class Conversation {
  readonly typeUrl: string;
  readonly #standing: Standing;
  readonly #status = new TypeStatus();
  /** A stale request is not answered: the answer waits for a current one, or a change (W5). */
  #quiet = false;
  /** Endpoints that a client may ask for once more, because their cluster has changed (C14). */
  readonly #repeatable = new Set<string>();
  #started = false;
  #sent = 0;
  #nonce = "";
  #inFlight: InFlight | undefined;
  /** Delta: responses before that one which are not answered yet either, oldest first. */
  #overtaken: readonly InFlight[] = [];
  /** What is owed need not wait until what is in flight is answered. */
  #overtakes = false;

  constructor(typeUrl: string, dialect: Dialect, rules: TypeRules, sets: NameSets) {
    this.typeUrl = typeUrl;
    this.#standing = {
      dialect,
      rules,
      fullState: dialect === "sotw" && rules.fullState,
      subscription: new Subscription(sets, rules.legacyWildcard),
      debts: new Debts(),
      refusals: new Refusals(),
      holdsUnknown: false,
    };
  }

  /** Takes a request and says what it meant. What it makes owed is sent by a later `next`. */
  receive(request: StreamRequest, type: TypeStore, nowMs: number): Outcome {
    const first = !this.#started;
    this.#started = true;
    const current = first || request.nonce === "" || request.nonce === this.#nonce;
    const answered = first || request.nonce === "" ? undefined : this.#takeInFlight(request.nonce);
    const outcome = answered === undefined ? undefined : this.#answered(answered, request.error, type, nowMs);
    const changed = this.#subscribe(request, first, type);
    if (this.#standing.dialect === "sotw") {
      // What a stale request asks for counts: dropping it would lose a subscription for good (W5). It is
      // only not answered: its answer would cross the newer response again.
      this.#quiet = !current;
      if (current && outcome === undefined && !changed && request.error === undefined) this.#repeated();
      if (first) this.#standing.holdsUnknown = request.version !== "";
    }
    return outcome ?? { kind: current ? "subscribed" : "stale" };
  }

  /** Tells that a resource has changed, and what it was. */
  changed(key: string, before: Resource | undefined, after: Resource | undefined): void {
    const { debts, refusals, subscription } = this.#standing;
    const aliases = after?.aliases ?? before?.aliases;
    const refused = refusals.forget(key);
    if (!subscription.wants(key, aliases) && !debts.has(key)) return;
    this.#quiet = false;
    debts.news = true;
    if (!debts.whole) debts.differs(key, refused === undefined ? before : uncertain);
  }

  /** Owes these again although they are the same: what they belong to has changed (C14). */
  force(keys: Iterable<string>, type: TypeStore): void {
    const { debts, refusals, subscription } = this.#standing;
    for (const key of keys) {
      if (!subscription.wants(key, undefined) || refusals.get(key) !== undefined) continue;
      this.#repeatable.add(key);
      if (!debts.whole) debts.force(key, type.get(key));
    }
  }

  /** The same for everything that is asked for. */
  forceAll(type: TypeStore): void {
    const keys = [...selected(this.#standing, type)].map((key) => type.ownerOf(key));
    this.force(keys, type);
  }

  /** Times to live that are to be renewed now, as far as the client has the resources. */
  beat(keys: Iterable<string>): void {
    for (const key of keys) if (this.wants(key)) this.#standing.debts.beat(key);
  }

  /** The client will not answer what is in flight: it waits for something that cannot come. */
  overtake(): void {
    this.#overtakes = this.#inFlight !== undefined && this.#overtaken.length < overtakenMost;
  }

  wants(key: string): boolean {
    return this.#standing.subscription.wants(key, undefined);
  }

  /** Names that are asked for and not there, of those that a request has just added. */
  missing(type: TypeStore): readonly string[] {
    const { debts, subscription } = this.#standing;
    if (!debts.whole) return debts.missing(type);
    const { wildcard, set } = subscription;
    const absent = wildcard
      ? [...set.keys].filter((key) => type.get(key) === undefined)
      : wholeOf(type, set).missing;
    return absent.filter((key) => !isCollection(key));
  }

  get nonce(): string {
    return this.#nonce;
  }

  /** Whether a response has not been answered yet; one is under way at most, but for what is asked for meanwhile. */
  get waiting(): boolean {
    return this.#inFlight !== undefined || this.#overtaken.length > 0;
  }

  get waitingSinceMs(): number {
    return (this.#overtaken[0] ?? this.#inFlight)?.sentAtMs ?? 0;
  }

  /** Nothing under way, nothing owed, nothing refused: what refers to others is settled. */
  get settled(): boolean {
    return !this.waiting && !this.pending && this.#standing.refusals.size === 0;
  }

  /** Whether there is something to look at; it may turn out that nothing is owed. */
  get pending(): boolean {
    return this.#standing.debts.any;
  }

  /** Whether something is asked for that the client is known not to have: an answer, not a change. */
  get owesFirst(): boolean {
    const { debts, holdsUnknown } = this.#standing;
    return debts.whole ? !holdsUnknown : debts.first;
  }

  /** When the search for a bad resource goes on; undefined when nothing is searched for. */
  get trialAtMs(): number | undefined {
    const { holdsUnknown, refusals } = this.#standing;
    return this.#inFlight === undefined && !holdsUnknown ? refusals.trialAtMs : undefined;
  }

  /**
   * What is owed now, or undefined. Notes it as sent, under the nonce that `sent` tells afterwards. With
   * `holdRemovals` what has left stays with the client for now, and is owed later (C13).
   */
  next(type: TypeStore, holdRemovals: boolean, nowMs: number): Owed | undefined {
    if (this.#quiet) return undefined;
    if (this.#inFlight !== undefined) return this.#overtaking(type, holdRemovals, nowMs);
    const composed =
      composeOwed(this.#standing, type, holdRemovals, () => false) ??
      (this.trialAtMs === undefined ? undefined : composeTrial(this.#standing, type, nowMs)) ??
      composeHeartbeat(this.#standing, type);
    if (composed !== undefined) return this.#send(composed, type.version, nowMs);
    if (this.#started && !this.pending && this.#standing.refusals.size === 0)
      this.#status.hasAll(type.version, nowMs);
    return undefined;
  }

  /** Of what is owed, these before their turn: what changed about resources that the client has. */
  nextUrgent(type: TypeStore, keys: Iterable<string>, nowMs: number): Owed | undefined {
    const { debts, fullState } = this.#standing;
    if (this.#inFlight !== undefined || this.#quiet || debts.whole || fullState) return undefined;
    const sent = debts.takeChanged(keys, type);
    if (sent.size === 0) return undefined;
    const resources = [...sent.values()].flatMap(({ resource }) => resource ?? []);
    const owed = { resources, removed: [], heartbeats: [], changed: [...sent.keys()], whole: undefined };
    return this.#send({ sent, trial: false, owed }, type.version, nowMs);
  }

  /** The nonce that the response got. */
  sent(nonce: string): void {
    this.#nonce = nonce;
    if (this.#inFlight !== undefined) this.#inFlight.nonce = nonce;
  }

  status(): NodeTypeStatus {
    const { wildcard, set } = this.#standing.subscription;
    return { typeUrl: this.typeUrl, subscribed: { wildcard, names: set.keys.size }, ...this.#status.told };
  }

  /** What the client has of each resource it asked for. */
  *resources(type: TypeStore): Iterable<ClientResource> {
    const { debts, refusals } = this.#standing;
    for (const key of selected(this.#standing, type)) {
      const resource = type.get(key);
      if (refusals.get(key) !== undefined) yield { key, resource, state: "ERROR" };
      else if (debts.whole || debts.has(key)) yield { key, resource, state: "NOT_SENT" };
      else if (this.#isInFlight(key)) yield { key, resource, state: "STALE" };
      else yield { key, resource, state: "SYNCED" };
    }
  }

  release(): void {
    this.#standing.subscription.release();
  }

  #send({ sent, trial, owed }: Composed, version: string, nowMs: number): Owed {
    this.#sent += 1;
    this.#inFlight = { nonce: "", order: this.#sent, version, sentAtMs: nowMs, sent, trial };
    this.#status.sent(version, nowMs);
    return { ...owed, version };
  }

  /**
   * In state of the world what was in flight counts as part of the response that overtakes it: one answer
   * is for both. In delta each is answered on its own.
   */
  #overtaking(type: TypeStore, holdRemovals: boolean, nowMs: number): Owed | undefined {
    const inFlight = this.#inFlight;
    if (!this.#overtakes || inFlight === undefined) return undefined;
    const before = inFlight.sent;
    // It came with what is in flight, and nothing can refer to it yet.
    const neverUsed = (key: string) => {
      const one = isWhole(before) ? undefined : before.get(key);
      return one !== undefined && one.held === undefined;
    };
    const composed = composeOwed(this.#standing, type, holdRemovals, neverUsed);
    if (composed === undefined) return undefined;
    this.#overtakes = false;
    if (this.#standing.dialect === "delta") {
      this.#overtaken = [...this.#overtaken, inFlight];
      return this.#send(composed, type.version, nowMs);
    }
    const sent = new Map(byKey(before, type));
    for (const [key, { resource, held }] of byKey(composed.sent, type))
      sent.set(key, { resource, held: sent.has(key) ? uncertain : held });
    return this.#send({ ...composed, sent }, type.version, nowMs);
  }

  /** The response that an answer is for; it is in flight no longer. */
  #takeInFlight(nonce: string): InFlight | undefined {
    const last = this.#inFlight;
    if (last?.nonce === nonce) {
      this.#inFlight = undefined;
      this.#overtakes = false;
      return last;
    }
    const overtaken = this.#overtaken.find((one) => one.nonce === nonce);
    if (overtaken !== undefined) this.#overtaken = this.#overtaken.filter((one) => one !== overtaken);
    return overtaken;
  }

  /** Whether a later response than this one, not answered yet, is about the key as well. */
  #isSuperseded(key: string, { order }: InFlight): boolean {
    const later = [...this.#overtaken, ...(this.#inFlight === undefined ? [] : [this.#inFlight])];
    return later.some((one) => one.order > order && includesKey(one.sent, key));
  }

  #isInFlight(key: string): boolean {
    if (this.#inFlight !== undefined && includesKey(this.#inFlight.sent, key)) return true;
    return this.#overtaken.some(({ sent }) => includesKey(sent, key));
  }

  #answered(
    inFlight: InFlight,
    error: string | undefined,
    type: TypeStore,
    nowMs: number,
  ): Outcome | undefined {
    if (error !== undefined) return this.#nacked(inFlight, error, type, nowMs);
    const { version, sent, sentAtMs } = inFlight;
    const refusalStands = this.#standing.refusals.size > 0;
    this.#status.acked(version, nowMs, refusalStands);
    if (!refusalStands) this.#standing.holdsUnknown = false;
    accept(sent, type);
    const keys = isWhole(sent) ? undefined : [...sent.keys()];
    return { kind: "acked", version, latencyMs: nowMs - sentAtMs, keys };
  }

  #nacked(inFlight: InFlight, error: string, type: TypeStore, nowMs: number): Outcome {
    const { debts, refusals, fullState, holdsUnknown } = this.#standing;
    const nack: Nack = { version: inFlight.version, atMs: nowMs, message: error };
    this.#status.nacked(nack);
    const parts = byKey(inFlight.sent, type);
    const refused = new Map<string, Sent>();
    const left: string[] = [];
    for (const [key, one] of parts) {
      // What has changed meanwhile is another thing than what was refused, and is owed or under way anyway.
      if (debts.has(key)) debts.correct(key, uncertain);
      else if (this.#isSuperseded(key, inFlight)) continue;
      else if (one.resource === undefined) left.push(key);
      else refused.set(key, one);
    }
    // That something has left is told again, unless it was all that was refused: that would be a loop.
    if (refused.size > 0) for (const key of left) debts.correct(key, uncertain);
    const resources = [...refused.values()].flatMap(({ resource }) => resource ?? []);
    const cleared = refusals.refuse(refused, [...parts.keys()], error, inFlight.trial, nowMs);
    if (!holdsUnknown || !fullState)
      for (const key of cleared) if (refusals.forget(key) !== undefined) debts.correct(key, uncertain);
    return { kind: "nacked", nack, resources };
  }

  /** Gives whether anything changed. */
  #subscribe(request: StreamRequest, first: boolean, type: TypeStore): boolean {
    const { dialect, subscription } = this.#standing;
    if (dialect === "sotw") {
      const change = subscription.replace(request.listed);
      this.#apply(change, type, false);
      return first || change.becameWildcard || change.added.length + change.removed.length > 0;
    }
    const change = subscription.update(request.subscribe, request.unsubscribe, first);
    // Who asks on demand has a request waiting; what was sent before may take long to be answered (warming).
    if (change.added.length > 0 || change.becameWildcard) this.overtake();
    const reconnected = first && request.initialVersions.size > 0;
    this.#apply(change, type, reconnected);
    if (reconnected) this.#knows(request.initialVersions, type);
    return true;
  }

  /** On a reconnect the client names what it has: an equal version is not sent again (X8). */
  #knows(versions: ReadonlyMap<string, string>, type: TypeStore): void {
    const { debts, rules } = this.#standing;
    for (const [name, version] of versions) {
      const key = rules.keyOf(name);
      const wanted = this.wants(key);
      const resource = type.get(key);
      const same = resource !== undefined && resource.version === version;
      if (wanted && same && !rules.resendOnReconnect) debts.forget(type.ownerOf(key));
      else if (resource === undefined || wanted) debts.correct(key, version);
    }
  }

  #apply(change: Change, type: TypeStore, hasSome: boolean): void {
    const { debts, refusals, fullState, subscription } = this.#standing;
    for (const key of change.removed) this.#unsubscribed(key);
    if (change.becameWildcard) debts.answer = true;
    const nothingYet = debts.none && refusals.size === 0 && this.#inFlight === undefined;
    const wholly = change.fresh || (change.becameWildcard && subscription.set === noNames);
    if (wholly && nothingYet && !hasSome && !debts.whole) {
      debts.whole = subscription.wildcard || change.added.length > 0;
      return;
    }
    if (debts.whole) return;
    for (const key of change.added) {
      const members = isCollection(key) ? [...type.membersOf(key)] : [];
      for (const one of members.length > 0 ? members : [type.ownerOf(key)]) this.#ask(one);
    }
    // Where a response is everything, one without the name says that it does not exist.
    if (fullState && change.added.length > 0) debts.answer = true;
    if (change.becameWildcard) for (const key of type.keys()) debts.differs(key, undefined);
  }

  /** Refused and asked for again: the answer is what the client has, which is all that can be had. */
  #ask(key: string): void {
    const { debts, refusals } = this.#standing;
    if (refusals.get(key) === undefined) debts.force(key, undefined);
  }

  /** Forgotten, so that asking again counts as new (W3); under a wildcard it is answered instead (X5). */
  #unsubscribed(key: string): void {
    const { debts, dialect, refusals, subscription } = this.#standing;
    if (subscription.wildcard) {
      if (dialect === "delta") this.#ask(key);
      return;
    }
    refusals.forget(key);
    debts.forget(key);
  }

  /** The same request twice: a client whose cluster warms again asks again for endpoints it has had (C14). */
  #repeated(): void {
    for (const key of this.#repeatable) this.#ask(key);
    this.#repeatable.clear();
  }
}
