import { encode } from "../proto/codec.ts";
import type { Resource } from "../proto/resource.ts";
import { duration } from "../proto/well-known.ts";
import type { Saying } from "./say.ts";
import { fieldSize, textSize, WireWriter } from "./wire-writer.ts";

/** The resources of a response, field 2 of either dialect, measured and ready to be written. */
interface Entries {
  readonly size: number;
  readonly write: (writer: WireWriter) => void;
}

/** State of the world: the `Any` itself, or wrapped in a `Resource` that tells its time to live. */
export function sotwEntries({ resources, heartbeats, ttl }: Saying): Entries {
  const anys = [
    ...resources.map((one) => (ttl && one.ttlMs !== undefined ? wrapped(one, true) : one.any)),
    ...heartbeats.map((one) => wrapped(one, false)),
  ];
  return {
    size: anys.reduce((sum, any) => sum + fieldSize(any.length), 0),
    write: (writer) => {
      for (const any of anys) writer.raw(2, any);
    },
  };
}

/** Delta: a `Resource` each. */
export function deltaEntries({ resources, heartbeats, ttl }: Saying): Entries {
  const entries = [
    ...resources.map((one) => entryOf(one, true, ttl && one.ttlMs !== undefined)),
    ...heartbeats.map((one) => entryOf(one, false, true)),
  ];
  return {
    size: entries.reduce((sum, { size }) => sum + fieldSize(size), 0),
    write: (writer) => {
      for (const { size, write } of entries) {
        writer.begin(2, size);
        write(writer);
      }
    },
  };
}

/** `ControlPlane { identifier = 1 }`. */
export function controlPlane(identifier: string): Uint8Array {
  const writer = new WireWriter(textSize(identifier));
  writer.text(1, identifier);
  return writer.bytes;
}

/** A `Resource` in an `Any`, as state of the world needs it for times to live (xds_protocol.rst "SotW TTL"). */
function wrapped(resource: Resource, withBody: boolean): Uint8Array {
  const { size, write } = entryOf(resource, withBody, true);
  const writer = new WireWriter(textSize(wrapperUrl) + fieldSize(size));
  writer.text(1, wrapperUrl);
  writer.begin(2, size);
  write(writer);
  return writer.bytes;
}

const wrapperUrl = "type.googleapis.com/envoy.service.discovery.v3.Resource";

/** `Resource { version = 1; resource = 2; name = 3; aliases = 4; ttl = 6 }`. */
function entryOf(resource: Resource, withBody: boolean, withTtl: boolean): Entries {
  const { version, any, name, aliases = [], ttlMs } = resource;
  const ttl =
    withTtl && ttlMs !== undefined ? encode("google.protobuf.Duration", duration(ttlMs)) : undefined;
  return {
    size:
      textSize(version) +
      (withBody ? fieldSize(any.length) : 0) +
      textSize(name) +
      aliases.reduce((sum, alias) => sum + textSize(alias), 0) +
      (ttl === undefined ? 0 : fieldSize(ttl.length)),
    write: (writer) => {
      writer.text(1, version);
      if (withBody) writer.raw(2, any);
      writer.text(3, name);
      for (const alias of aliases) writer.text(4, alias);
      if (ttl !== undefined) writer.raw(6, ttl);
    },
  };
}
