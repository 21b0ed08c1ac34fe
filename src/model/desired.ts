import type { ListenAddress } from "../base/listen-address.ts";
import type { Secret } from "../base/secret.ts";
import type { ClientKeySettings } from "./client-keys.ts";
import type { LlmModel } from "./llm-model.ts";
import type { NodeGroup } from "./node-group.ts";
import type { Pool, Source } from "./pool.ts";
import type { Provider } from "./provider.ts";

/** Everything the operator asked for, parsed and checked. Immutable; a new file makes a new one. */
export interface Desired {
  readonly gateway: Gateway;
  readonly clientKeys: ClientKeySettings;
  readonly xds: XdsSettings;
  readonly admin: AdminSettings;
  readonly providers: ReadonlyMap<string, Provider>;
  /** By name, in the order of the file. */
  readonly pools: ReadonlyMap<string, Pool>;
  /** By the name a client sends in the body's `model`, in the order of the file. */
  readonly models: ReadonlyMap<string, LlmModel>;
  /** By name, in the order of the file, which decides; empty when every Envoy is given everything. */
  readonly groups: ReadonlyMap<string, NodeGroup>;
  readonly places: Places;
}

/** Where in the file the parts that have no name are; what is left out is where it would be. */
interface Places {
  readonly gateway: Source;
  readonly listen: Source;
  readonly clientKeys: Source;
  readonly trustedCa: Source;
  /** The pools, when these are the models. */
  readonly models: Source;
}

/** What the Envoy listener in front of the pools does. */
export interface Gateway {
  readonly listen: ListenAddress;
  /** Largest request body in bytes; a larger one is answered with 413. */
  readonly maxRequestBytes: number;
  readonly timeouts: Timeouts;
  /** PEM of further certificate authorities that backends may use, beside the public ones; "" for none. */
  readonly trustedCa: string;
}

/** All in milliseconds. */
export interface Timeouts {
  /** TCP and TLS connection to a backend. */
  readonly connectMs: number;
  /** Streaming requests: from request to the head of the response, per attempt. */
  readonly firstTokenMs: number;
  /** Other requests: a backend's silence, before the head of the response and within it, per attempt. */
  readonly perTryMs: number;
  /** Streaming requests: silence towards the client, before the head over all attempts, and before each chunk. */
  readonly streamIdleMs: number;
  /** The whole request, all attempts together. */
  readonly totalMs: number;
}

export interface XdsSettings {
  readonly listen: ListenAddress;
  /** Unencrypted although others can reach the address: said by the operator. */
  readonly allowPlaintext: boolean;
  /** Files, relative to the configuration file; undefined serves plaintext. */
  readonly tls:
    | { readonly certificate: string; readonly key: string; readonly clientCa: string | undefined }
    | undefined;
  /** Who may be which node, by the names in its certificate; undefined admits every client and node. */
  readonly clients: readonly XdsClient[] | undefined;
  /** New streams a second; further ones are told to come again. */
  readonly newStreamsPerSecond: number;
  /** After this time a connection is asked to go elsewhere; undefined for never. */
  readonly maxConnectionAgeMs: number | undefined;
}

/** `*` stands for any run of characters, `{san}` for the name that matched. */
interface XdsClient {
  readonly san: string;
  readonly node: string | undefined;
  readonly cluster: string | undefined;
}

interface AdminSettings {
  readonly listen: ListenAddress;
  /** Needed for any address that is not loopback. */
  readonly token: Secret | undefined;
}
