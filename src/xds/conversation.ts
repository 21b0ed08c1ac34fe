import type { Resource } from "../proto/resource.ts";
import type { Nack, NodeTypeStatus } from "../snapshot/node-status.ts";
import type { TypeSnapshot } from "../snapshot/snapshot.ts";
import { type Change, Subscription } from "./subscription.ts";

export type Dialect = "sotw" | "delta";

/** A request of either dialect, as far as a conversation needs it. */
export interface Request {
  /** State of the world: the whole list. */
  readonly listed: readonly string[];
  /** Delta. */
  readonly subscribe: readonly string[];
  readonly unsubscribe: readonly string[];
  readonly initialVersions: Readonly<Record<string, string>>;
  readonly nonce: string;
  /** The client's words when it refuses; undefined when it does not (C4). */
  readonly error: string | undefined;
}

/** What a request meant. */
export type Outcome =
  | { readonly kind: "subscribed" }
  | { readonly kind: "stale" }
  | {
      readonly kind: "acked";
      readonly version: string;
      readonly latencyMs: number;
      /** The names that the response had. */
      readonly names: readonly string[];
    }
  | { readonly kind: "nacked"; readonly nack: Nack; readonly sources: readonly string[] };

/** What is to be sent. For a full-state type `resources` is everything, otherwise what is owed. */
export interface Owed {
  readonly version: string;
  readonly resources: readonly Resource[];
  readonly removed: readonly string[];
  /** Names whose resource is new or another one for the client. */
  readonly changed: readonly string[];
}

interface InFlight {
  readonly version: string;
  readonly sentAtMs: number;
  readonly resources: readonly Resource[];
}

/** The version of a resource that the client was told does not exist. */
const absent = "";

/**
 * One stream's conversation about one type: what the client wants, what it was sent, what it said.
 * No sockets, timers or clock in it, so any history can be replayed; both dialects use it, and differ
 * in how they ask and in what a response must contain.
 *
 * It keeps the names that may have changed since they were sent (`dirty`), so that deciding what is
 * owed costs in proportion to what changed, not to what is subscribed.
 */
export class Conversation {
  readonly typeUrl: string;
  readonly dialect: Dialect;
  /** State of the world for listeners and clusters: each response is everything, absence removes (W1). */
  readonly #fullState: boolean;
  readonly #subscription = new Subscription();
  /** Name → version as last sent, acknowledged or not: what was refused is not sent again either (C5). */
  readonly #sent = new Map<string, string>();
  readonly #dirty = new Set<string>();
  /** Names that are owed an answer even when nothing changed (W3, X4). */
  readonly #forced = new Set<string>();
  /** Resources that have left but may still be referred to: kept until removals are let through (C13). */
  readonly #retired = new Map<string, Resource>();
  /** A first wildcard is answered even if there is nothing (C15, X9). */
  #answerOwed = false;
  #started = false;
  #nonce = "";
  #nonces = 0;
  #inFlight: InFlight | undefined;
  #status = {
    sentVersion: "",
    sentAtMs: 0,
    ackedVersion: "",
    ackedAtMs: 0,
    nack: undefined as Nack | undefined,
  };

  constructor(typeUrl: string, dialect: Dialect, fullStateTypes: ReadonlySet<string>) {
    this.typeUrl = typeUrl;
    this.dialect = dialect;
    this.#fullState = dialect === "sotw" && fullStateTypes.has(typeUrl);
  }

  /** Takes a request and says what it meant. What it makes owed is sent by a later `next`. */
  receive(request: Request, current: TypeSnapshot, nowMs: number): Outcome {
    const first = !this.#started;
    this.#started = true;
    // A stale nonce answers a response that a newer one has crossed. Its names count all the same:
    // dropping them would lose a subscription for good (W5, X6).
    const answered = request.nonce !== "" && request.nonce === this.#nonce;
    const outcome = answered ? this.#answered(request.error, nowMs) : undefined;
    this.#subscribe(request, first, current);
    if (outcome !== undefined) return outcome;
    return { kind: request.nonce === "" ? "subscribed" : "stale" };
  }

  /** Tells which names differ from the snapshot before, and the resources that have left it. */
  changed(names: Iterable<string>, left: readonly Resource[]): void {
    for (const name of names) {
      if (this.#subscription.has(name) || this.#sent.has(name)) this.#dirty.add(name);
    }
    for (const resource of left) {
      if (this.#sent.has(resource.name)) this.#retired.set(resource.name, resource);
    }
  }

  /** Owes these again although they are the same: what they belong to has changed (C14). */
  force(names: Iterable<string>): void {
    for (const name of names) {
      if (!this.#subscription.has(name)) continue;
      this.#dirty.add(name);
      this.#forced.add(name);
    }
  }

  /** The same for all that was ever sent. */
  forceAll(): void {
    this.force([...this.#sent.keys()]);
  }

  /** Whether a response has not been answered yet; at most one is under way. */
  get waiting(): boolean {
    return this.#inFlight !== undefined;
  }

  get waitingSinceMs(): number {
    return this.#inFlight?.sentAtMs ?? 0;
  }

  /** Nothing under way, nothing owed, and the latest was not refused: what refers to others is settled. */
  get settled(): boolean {
    return (
      this.#inFlight === undefined &&
      this.#dirty.size === 0 &&
      !this.#answerOwed &&
      this.#status.nack === undefined
    );
  }

  /** Whether there is something to look at; it may turn out that nothing is owed. */
  get pending(): boolean {
    return this.#dirty.size > 0 || this.#answerOwed;
  }

  /**
   * What is owed now, or undefined. Notes it as sent: the caller sends it. With `holdRemovals` what
   * has left stays with the client for now, and is owed later.
   */
  next(current: TypeSnapshot, holdRemovals: boolean, nowMs: number): Owed | undefined {
    if (this.#inFlight !== undefined || !this.pending) return undefined;
    const owed = this.#fullState
      ? this.#everything(current, holdRemovals)
      : this.#difference(current, holdRemovals);
    if (owed === undefined) {
      this.#hasAll(current, nowMs);
      return undefined;
    }
    this.#nonces += 1;
    this.#nonce = `${this.#nonces}`;
    this.#answerOwed = false;
    this.#inFlight = { version: current.version, sentAtMs: nowMs, resources: owed.resources };
    this.#status = { ...this.#status, sentVersion: current.version, sentAtMs: nowMs };
    return { ...owed, version: current.version };
  }

  /** Nonce of the response last sent. */
  get nonce(): string {
    return this.#nonce;
  }

  status(): NodeTypeStatus {
    const subscribed = { wildcard: this.#subscription.wildcard, names: this.#subscription.size };
    return { typeUrl: this.typeUrl, subscribed, ...this.#status };
  }

  /** Nothing is owed and nothing was refused: what it has is the current version, as after a delta reconnect. */
  #hasAll({ version }: TypeSnapshot, nowMs: number): void {
    if (this.#dirty.size > 0 || this.#status.nack !== undefined || this.#status.ackedVersion === version)
      return;
    this.#status = {
      ...this.#status,
      sentVersion: version,
      ackedVersion: version,
      sentAtMs: this.#status.sentAtMs || nowMs,
      ackedAtMs: nowMs,
    };
  }

  #answered(error: string | undefined, nowMs: number): Outcome | undefined {
    const inFlight = this.#inFlight;
    // A second request with the same nonce only changes the subscription.
    if (inFlight === undefined) return undefined;
    this.#inFlight = undefined;
    if (error !== undefined) {
      const nack: Nack = { version: inFlight.version, atMs: nowMs, message: error };
      this.#status = { ...this.#status, nack };
      const sources = [...new Set(inFlight.resources.flatMap(({ source }) => source ?? []))];
      return { kind: "nacked", nack, sources };
    }
    this.#status = { ...this.#status, ackedVersion: inFlight.version, ackedAtMs: nowMs, nack: undefined };
    return {
      kind: "acked",
      version: inFlight.version,
      latencyMs: nowMs - inFlight.sentAtMs,
      names: inFlight.resources.map(({ name }) => name),
    };
  }

  #subscribe(request: Request, first: boolean, current: TypeSnapshot): void {
    if (this.dialect === "sotw") {
      this.#apply(this.#subscription.replace(request.listed), current, () => true);
      return;
    }
    if (first)
      for (const [name, version] of Object.entries(request.initialVersions)) this.#knows(name, version);
    const change = this.#subscription.update(request.subscribe, request.unsubscribe, first);
    // On a reconnect the client names what it has: an equal version is not sent again (X8).
    const has = (name: string) =>
      first && this.#sent.has(name) && this.#sent.get(name) === current.resources.get(name)?.version;
    this.#apply(change, current, (name) => !has(name));
  }

  #knows(name: string, version: string): void {
    this.#sent.set(name, version);
    this.#dirty.add(name);
  }

  #apply(change: Change, current: TypeSnapshot, mustAnswer: (name: string) => boolean): void {
    for (const name of change.added) {
      this.#dirty.add(name);
      if (mustAnswer(name)) this.#forced.add(name);
    }
    for (const name of change.removed) this.#unsubscribed(name);
    // Where a response is everything, one without the name says that it does not exist.
    if (this.#fullState && change.added.length > 0) this.#answerOwed = true;
    if (change.becameWildcard) {
      this.#answerOwed = true;
      for (const name of current.resources.keys()) this.#dirty.add(name);
    }
  }

  /** Forgotten, so that asking again counts as new (W3); under a wildcard it is answered instead (X5). */
  #unsubscribed(name: string): void {
    if (this.#subscription.wildcard) {
      this.#dirty.add(name);
      if (this.dialect === "delta") this.#forced.add(name);
      return;
    }
    this.#sent.delete(name);
    this.#dirty.delete(name);
    this.#forced.delete(name);
    this.#retired.delete(name);
  }

  /** Listeners and clusters in state of the world: if anything is owed, all is sent. */
  #everything(current: TypeSnapshot, holdRemovals: boolean): Omit<Owed, "version"> | undefined {
    const gone = [...this.#dirty].filter((name) => !current.resources.has(name) && this.#sent.has(name));
    const changed = [...this.#dirty].filter((name) => this.#owes(name, current.resources.get(name)));
    const removable = holdRemovals ? [] : gone;
    if (!this.#answerOwed && changed.length === 0 && removable.length === 0) {
      this.#keepDirty(holdRemovals ? gone : []);
      return undefined;
    }
    const kept = holdRemovals ? gone.flatMap((name) => this.#retired.get(name) ?? []) : [];
    const resources = [...this.#subscribed(current), ...kept];
    this.#sent.clear();
    for (const { name, version } of resources) this.#sent.set(name, version);
    this.#keepDirty(holdRemovals ? gone : []);
    return { resources, removed: [], changed };
  }

  #difference(current: TypeSnapshot, holdRemovals: boolean): Omit<Owed, "version"> | undefined {
    const resources: Resource[] = [];
    const removed: string[] = [];
    const held: string[] = [];
    for (const name of this.#dirty) {
      const resource = current.resources.get(name);
      if (resource !== undefined) {
        if (this.#owes(name, resource)) resources.push(resource);
      } else if (this.#owesAbsence(name)) {
        if (holdRemovals && this.#retired.has(name)) held.push(name);
        else removed.push(name);
      }
    }
    this.#keepDirty(held);
    for (const { name, version } of resources) this.#sent.set(name, version);
    for (const name of removed) {
      // Kept as absent while it is asked for by name, so that it is told once and sent when it appears.
      if (this.#subscription.hasByName(name)) this.#sent.set(name, absent);
      else this.#sent.delete(name);
    }
    const told = this.dialect === "delta" ? removed : [];
    if (resources.length === 0 && told.length === 0 && !this.#answerOwed) return undefined;
    return { resources, removed: told, changed: resources.map(({ name }) => name) };
  }

  #owes(name: string, resource: Resource | undefined): boolean {
    if (resource === undefined || !this.#subscription.has(name)) return false;
    return this.#forced.has(name) || this.#sent.get(name) !== resource.version;
  }

  /** It was sent and has left, or it is asked for by name and that it is missing was not told yet. */
  #owesAbsence(name: string): boolean {
    const sent = this.#sent.get(name);
    if (sent !== undefined && sent !== absent) return true;
    return this.#forced.has(name) && (this.#subscription.hasByName(name) || this.#subscription.wildcard);
  }

  #keepDirty(names: readonly string[]): void {
    this.#dirty.clear();
    this.#forced.clear();
    for (const name of this.#retired.keys()) if (!names.includes(name)) this.#retired.delete(name);
    for (const name of names) this.#dirty.add(name);
  }

  #subscribed(current: TypeSnapshot): readonly Resource[] {
    if (this.#subscription.wildcard) return [...current.resources.values()];
    return [...this.#subscription.names()].flatMap((name) => current.resources.get(name) ?? []);
  }
}
