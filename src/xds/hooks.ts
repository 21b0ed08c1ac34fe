import type { GrpcConnection } from "../grpc/grpc-call.ts";
import type { Resource } from "../proto/resource.ts";
import type { Dialect, Node } from "./stream-request.ts";

/** A node at the other end of a stream. */
export interface ConnectedNode {
  readonly node: Node;
  /** The group whose resources it is given. */
  readonly group: string;
  readonly dialect: Dialect;
  readonly connection: GrpcConnection;
}

/** Names asked for on demand, of one type. */
export interface Missing extends ConnectedNode {
  readonly typeUrl: string;
  /** In the form they are compared by. */
  readonly names: readonly string[];
}

export interface Pushed extends ConnectedNode {
  readonly typeUrl: string;
  readonly version: string;
  /** How many resources the response has. */
  readonly resources: number;
  readonly bytes: number;
}

export interface Acked extends ConnectedNode {
  readonly typeUrl: string;
  readonly version: string;
  /** Between the response and its acknowledgement. */
  readonly latencyMs: number;
}

export interface Nacked extends ConnectedNode {
  readonly typeUrl: string;
  readonly version: string;
  /** The client's own words, shortened, control characters escaped. */
  readonly message: string;
  /** Names of the resources that were refused; of many, at first all that were in the response. */
  readonly resources: readonly string[];
  /** Where these came from (`Resource.source`), each once. */
  readonly sources: readonly string[];
  /** The resources themselves, in the same order. */
  readonly refused: readonly Resource[];
}

/**
 * What a program may hear. Hooks are called in the middle of things and should be quick; one that throws
 * is logged, and nothing else happens.
 */
export interface XdsHooks {
  /** A stream has told its node. What is given to `set` and `update` here is what the stream sees first. */
  onConnected?(event: ConnectedNode): void;
  /** A stream that was connected has ended, whoever ended it. */
  onGone?(event: ConnectedNode): void;
  onPush?(event: Pushed): void;
  onAck?(event: Acked): void;
  onNack?(event: Nacked): void;
  /**
   * Resources are asked for by name that the group does not have. What is given to `update` before this
   * returns is in the answer; otherwise a delta client is told at once that they do not exist.
   */
  onMissing?(event: Missing): void;
}
