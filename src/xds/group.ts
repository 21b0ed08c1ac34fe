import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { GrpcCall } from "../grpc/grpc-call.ts";
import type { ResourceStore } from "../snapshot/resource-store.ts";
import type { XdsHooks } from "./hooks.ts";
import type { Node } from "./stream-request.ts";

/** What is the same for every stream of a server. */
export interface FleetOptions {
  readonly log: Log;
  readonly clock: Clock;
  readonly identifier: string;
  readonly holdMs: number;
  readonly firstRequestMs: number;
  readonly resendOnReconnect: ReadonlySet<string>;
  /** Undefined for a node that is given nothing, and refused. */
  readonly groupOf: (node: { readonly id: string; readonly cluster: string }) => string | undefined;
  /** Why a node may not connect from there; undefined when it may. */
  readonly refusal: (
    call: GrpcCall,
    node: { readonly id: string; readonly cluster: string },
  ) => string | undefined;
  readonly hooks: XdsHooks;
}

/** A stream, as its group knows it. */
export interface GroupMember {
  readonly node: Node | undefined;
  /** Sends what may be sent now. */
  pump(): void;
  /** Sends what changed about these endpoints, before everything else. */
  pumpUrgent(keys: ReadonlySet<string>): void;
  /** Renews times to live. */
  beat(typeUrl: string, keys: Iterable<string>): void;
  /** Sends endpoints again, whose clusters another stream of the node brought. */
  forceEndpoints(keys: readonly string[]): void;
  end(code: number, details: string): void;
}

/** What a group of nodes is to have, and who of them is connected. */
export interface Group {
  readonly name: string;
  readonly store: ResourceStore;
  readonly sessions: Set<GroupMember>;
  /** Whether it was ever told what it is to have; before, its streams are refused (C19). */
  configured: boolean;
  /** A round through the sessions is under way, or about to begin. */
  distributing: boolean;
}
