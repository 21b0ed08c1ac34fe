import { frame } from "../grpc/frames.ts";
import { encode } from "../proto/codec.ts";
import type { Resource } from "../proto/resource.ts";
import { duration } from "../proto/well-known.ts";
import type { Dialect } from "./stream-request.ts";

/** What is to be said about one type. */
export interface Saying {
  readonly dialect: Dialect;
  readonly typeUrl: string;
  readonly version: string;
  readonly resources: readonly Resource[];
  /** Delta only: names that are not there (any more). */
  readonly removed: readonly string[];
  /** Resources whose time to live is renewed, without their content. */
  readonly heartbeats: readonly Resource[];
  /** The client understands times to live; the others are not told of them (C16). */
  readonly ttl: boolean;
}

/** A response, ready for the wire. */
export interface Response {
  readonly nonce: string;
  /** With gRPC's prefix. */
  readonly frame: Buffer;
}

const remembered = 256;
const rememberedBytes = 64 * 1024 * 1024;

/**
 * Encodes responses, each once: streams that are owed the same are given the same bytes, nonce and all.
 * A nonce only has to be new to its stream (C1), so they count up for the whole server, and a stream
 * takes a response that exists already only when its nonce is higher than the last it had.
 */
export class Responses {
  readonly #identifier: Buffer;
  readonly #made = new Map<string, Response & { readonly number: number }>();
  #bytes = 0;
  #nonces = 0;

  constructor(identifier: string) {
    this.#identifier = text(1, identifier);
  }

  /**
   * @param key what the saying is known by: equal keys are equal sayings
   * @param after nonce that the stream had last; "" for none
   */
  of(key: string, after: string, saying: Saying): Response {
    const known = this.#made.get(key);
    if (known !== undefined && known.number > numberOf(after)) return known;
    this.#nonces += 1;
    const nonce = this.#nonces.toString(36);
    const message = saying.dialect === "sotw" ? this.#sotw(saying, nonce) : this.#delta(saying, nonce);
    const made = { nonce, number: this.#nonces, frame: frame(message) };
    this.#remember(key, made);
    return made;
  }

  #remember(key: string, made: Response & { readonly number: number }): void {
    const replaced = this.#made.get(key);
    if (replaced !== undefined) {
      this.#made.delete(key);
      this.#bytes -= replaced.frame.length;
    }
    this.#made.set(key, made);
    this.#bytes += made.frame.length;
    for (const [oldest, { frame }] of this.#made) {
      if (this.#made.size <= remembered && this.#bytes <= rememberedBytes) return;
      this.#made.delete(oldest);
      this.#bytes -= frame.length;
    }
  }

  /** `DiscoveryResponse` (discovery.proto). */
  #sotw({ version, resources, heartbeats, ttl, typeUrl }: Saying, nonce: string): Buffer {
    return Buffer.concat([
      text(1, version),
      ...resources.map((resource) => sotwEntry(resource, ttl)),
      ...heartbeats.map((resource) => bytes(2, wrapped(resource, false))),
      text(4, typeUrl),
      text(5, nonce),
      bytes(6, this.#identifier),
    ]);
  }

  /** `DeltaDiscoveryResponse` (discovery.proto). */
  #delta({ version, resources, removed, heartbeats, ttl, typeUrl }: Saying, nonce: string): Buffer {
    return Buffer.concat([
      text(1, version),
      ...resources.map((resource) => deltaEntry(resource, ttl)),
      ...heartbeats.map((resource) => bytes(2, entry(resource, false, true))),
      text(4, typeUrl),
      text(5, nonce),
      ...removed.map((name) => bytes(6, Buffer.from(name, "utf8"))),
      bytes(7, this.#identifier),
    ]);
  }
}

function numberOf(nonce: string): number {
  return nonce === "" ? 0 : Number.parseInt(nonce, 36);
}

const sotwEntries = new WeakMap<Resource, Buffer>();
const deltaEntries = new WeakMap<Resource, Buffer>();

/** Field 2 of `DiscoveryResponse`: the `Any` itself, or wrapped in a `Resource` that tells its time to live. */
function sotwEntry(resource: Resource, ttl: boolean): Buffer {
  if (ttl && resource.ttlMs !== undefined) return bytes(2, wrapped(resource, true));
  return kept(sotwEntries, resource, () => bytes(2, resource.any));
}

function deltaEntry(resource: Resource, ttl: boolean): Buffer {
  if (ttl && resource.ttlMs !== undefined) return bytes(2, entry(resource, true, true));
  return kept(deltaEntries, resource, () => bytes(2, entry(resource, true, false)));
}

/** A `Resource` in an `Any`, as state of the world needs it for times to live (xds_protocol.rst "SotW TTL"). */
function wrapped(resource: Resource, withBody: boolean): Uint8Array {
  return Buffer.concat([
    text(1, "type.googleapis.com/envoy.service.discovery.v3.Resource"),
    bytes(2, entry(resource, withBody, true)),
  ]);
}

/** `Resource { version = 1; resource = 2; name = 3; aliases = 4; ttl = 6 }`. */
function entry(
  { version, any, name, aliases = [], ttlMs }: Resource,
  withBody: boolean,
  ttl: boolean,
): Buffer {
  return Buffer.concat([
    text(1, version),
    withBody ? bytes(2, any) : empty,
    text(3, name),
    ...aliases.map((alias) => text(4, alias)),
    ttl && ttlMs !== undefined ? bytes(6, encode("google.protobuf.Duration", duration(ttlMs))) : empty,
  ]);
}

function kept(cache: WeakMap<Resource, Buffer>, resource: Resource, make: () => Buffer): Buffer {
  const known = cache.get(resource);
  if (known !== undefined) return known;
  const made = make();
  cache.set(resource, made);
  return made;
}

const empty = Buffer.alloc(0);

/** A string field; an empty one is not written, as proto3 has it. */
function text(field: number, value: string): Buffer {
  return value === "" ? empty : bytes(field, Buffer.from(value, "utf8"));
}

/** A length-delimited field (wire type 2). */
function bytes(field: number, value: Uint8Array): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

function varint(value: number): Buffer {
  const out: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      out.push(rest);
      return Buffer.from(out);
    }
    out.push((rest % 128) | 128);
  }
}
