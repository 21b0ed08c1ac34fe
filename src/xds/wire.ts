import type { Resource } from "../proto/resource.ts";

/**
 * Responses put together from bytes that were encoded once. A resource's own part is the same on every
 * stream and is kept beside the resource; only the few bytes around it are made per response.
 * Field numbers: `DiscoveryResponse` and `DeltaDiscoveryResponse` in discovery.proto.
 */

/** `DiscoveryResponse` (state of the world). */
export function sotwResponse(parts: {
  readonly version: string;
  readonly resources: Iterable<Resource>;
  readonly typeUrl: string;
  readonly nonce: string;
  readonly identifier: string;
}): Buffer {
  return Buffer.concat([
    text(1, parts.version),
    ...map(parts.resources, sotwEntry),
    text(4, parts.typeUrl),
    text(5, parts.nonce),
    bytes(6, text(1, parts.identifier)),
  ]);
}

/** `DeltaDiscoveryResponse` (incremental). */
export function deltaResponse(parts: {
  readonly version: string;
  readonly resources: Iterable<Resource>;
  readonly removed: readonly string[];
  readonly typeUrl: string;
  readonly nonce: string;
  readonly identifier: string;
}): Buffer {
  return Buffer.concat([
    text(1, parts.version),
    ...map(parts.resources, deltaEntry),
    text(4, parts.typeUrl),
    text(5, parts.nonce),
    ...parts.removed.map((name) => text(6, name)),
    bytes(7, text(1, parts.identifier)),
  ]);
}

const sotwEntries = new WeakMap<Resource, Buffer>();
const deltaEntries = new WeakMap<Resource, Buffer>();

/** Field 2 of `DiscoveryResponse`: the `Any` itself. */
function sotwEntry(resource: Resource): Buffer {
  return kept(sotwEntries, resource, () => bytes(2, resource.any));
}

/** Field 2 of `DeltaDiscoveryResponse`: `Resource { version = 1; resource = 2; name = 3 }`. */
function deltaEntry(resource: Resource): Buffer {
  return kept(deltaEntries, resource, () =>
    bytes(2, Buffer.concat([text(1, resource.version), bytes(2, resource.any), text(3, resource.name)])),
  );
}

function kept(cache: WeakMap<Resource, Buffer>, resource: Resource, make: () => Buffer): Buffer {
  const known = cache.get(resource);
  if (known !== undefined) return known;
  const made = make();
  cache.set(resource, made);
  return made;
}

function map<T, U>(values: Iterable<T>, make: (value: T) => U): U[] {
  return Array.from(values, make);
}

const empty = Buffer.alloc(0);

/** A string field; an empty one is not written, as proto3 has it, except in a list of names. */
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
