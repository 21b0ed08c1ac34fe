import { type GrpcCall, grpcStatus } from "../grpc/grpc-call.ts";
import { typeUrl } from "../proto/type-url.ts";
import { type ResourceChange, ResourceStore } from "../snapshot/resource-store.ts";
import type { FleetOptions, Group, GroupMember } from "./group.ts";
import { Heartbeats } from "./heartbeats.ts";
import { NameLists } from "./name-list.ts";
import { NameSets } from "./name-set.ts";
import { Responses } from "./responses.ts";
import type { DiscoveryMethod } from "./services.ts";
import { Session } from "./session.ts";
import { Slicer } from "./slicer.ts";
import { type Whole, wholeOf } from "./wholes.ts";

const none: readonly string[] = [];

/** All streams, and what they are to have. */
export class Fleet {
  readonly options: FleetOptions;
  readonly lists = new NameLists();
  readonly sets = new NameSets();
  readonly responses: Responses;
  readonly #groups = new Map<string, Group>();
  readonly slicer = new Slicer();
  readonly #heartbeats: Heartbeats;
  readonly #sessions = new Set<Session>();
  readonly #names = new WeakMap<Whole, readonly string[]>();
  #closing = false;

  constructor(options: FleetOptions) {
    this.options = options;
    this.responses = new Responses(options.identifier);
    this.#heartbeats = new Heartbeats(options.clock, this.slicer);
  }

  get sessions(): Iterable<Session> {
    return this.#sessions;
  }

  accept(call: GrpcCall, method: DiscoveryMethod): void {
    if (this.#closing) {
      call.end(grpcStatus.unavailable, "shutting down");
      return;
    }
    const session = new Session(call, method, this);
    this.#sessions.add(session);
    call.onClosed = () => this.#forget(session);
  }

  /** Replaces what a group is to have. */
  set(name: string, resources: Parameters<ResourceStore["set"]>[0], version: string | undefined): void {
    const group = this.group(name);
    group.configured = true;
    if (group.store.set(resources, version) > 0) this.#distribute(group, undefined);
  }

  /** Changes what a group is to have; `urgent` endpoints go before everything else. */
  update(name: string, change: ResourceChange, urgent: boolean): void {
    const group = this.group(name);
    group.configured = true;
    const before = group.store.cursor;
    if (group.store.update(change) === 0) return;
    this.#distribute(group, urgent ? endpointsSince(group.store, before) : undefined);
  }

  /** Forgets a group; its streams are told to come again. */
  remove(name: string): void {
    const group = this.#groups.get(name);
    this.#groups.delete(name);
    for (const session of group?.sessions ?? []) session.end(grpcStatus.unavailable, "the group is gone");
  }

  /** Looks at every node again: its group may be another one now. */
  regroup(): void {
    for (const session of [...this.#sessions]) session.regroup();
  }

  group(name: string): Group {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const made: Group = {
      name,
      store: new ResourceStore(),
      sessions: new Set<GroupMember>(),
      configured: false,
      distributing: false,
    };
    this.#groups.set(name, made);
    return made;
  }

  /** The group that a node belongs to, or undefined when nobody has said anything of it. */
  knownGroup(name: string): Group | undefined {
    return this.#groups.get(name);
  }

  /** Names of what a node is to have of a type; the same list as long as nothing of it changes. */
  namesOf(node: { readonly id: string; readonly cluster: string }, type: string): readonly string[] {
    const group = this.options.groupOf(node);
    const store = group === undefined ? undefined : this.#groups.get(group)?.store.type(type);
    if (store === undefined) return none;
    const whole = wholeOf(store, undefined);
    const known = this.#names.get(whole);
    if (known !== undefined) return known;
    const names = whole.resources.map(({ name }) => name);
    this.#names.set(whole, names);
    return names;
  }

  /** The other streams of a session's node: with a service for each type, a cluster's endpoints are theirs. */
  siblingsOf(session: Session): Iterable<GroupMember> {
    const others = [...(session.group?.sessions ?? [])];
    return others.filter((other) => other !== session && other.node?.id === session.node?.id);
  }

  close(): void {
    this.#closing = true;
    this.slicer.stop();
    this.#heartbeats.stop();
    for (const session of [...this.#sessions]) session.end(grpcStatus.unavailable, "shutting down");
  }

  #forget(session: Session): void {
    this.#sessions.delete(session);
    session.release();
  }

  #distribute(group: Group, urgent: ReadonlySet<string> | undefined): void {
    this.#heartbeats.follow(group);
    if (urgent !== undefined && urgent.size > 0) this.slicer.add(urgentRound(group, urgent), true);
    if (group.distributing) return;
    group.distributing = true;
    this.slicer.add(round(group));
  }
}

/** Every stream takes over what changed; again, as long as something changes meanwhile. */
function* round(group: Group): Iterator<void> {
  const { store, sessions } = group;
  try {
    for (;;) {
      const from = store.cursor;
      for (const session of sessions) {
        session.pump();
        yield;
      }
      store.trim(from);
      if (store.cursor === from) return;
    }
  } finally {
    group.distributing = false;
  }
}

function* urgentRound({ sessions }: Group, keys: ReadonlySet<string>): Iterator<void> {
  for (const session of sessions) {
    session.pumpUrgent(keys);
    yield;
  }
}

function endpointsSince(store: ResourceStore, cursor: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const changed of store.since(cursor))
    if (changed.typeUrl === typeUrl.clusterLoadAssignment) keys.add(changed.key);
  return keys;
}
