import { createHash } from "node:crypto";
import type { Any } from "./any.ts";
import { encode, type MessageName, pack } from "./codec.ts";
import type { MessageTypes } from "./envoy-types.ts";

/** One xDS resource, encoded once and shared by every stream. */
export interface Resource {
  readonly typeUrl: string;
  readonly name: string;
  /** 16 hex characters of the content's hash: equal content has equal versions on any replica. */
  readonly version: string;
  /** The encoded `google.protobuf.Any` (type URL and body), as it stands in a response. */
  readonly any: Uint8Array;
  /** Place in the operator's file that made it, e.g. `pools.gpt-4.1`; undefined for what we add ourselves. */
  readonly source: string | undefined;
  /**
   * Time after which a client forgets it when it hears nothing more of it; undefined for never. Only
   * for clients that say `xds.config.supports-resource-ttl`, for the others it lasts.
   */
  readonly ttlMs?: number | undefined;
  /** Further names that it may be asked for by, as in VHDS. Only delta tells them. */
  readonly aliases?: readonly string[] | undefined;
}

/** Whether a client that has the one need not be sent the other. */
export function sameResource(one: Resource, other: Resource): boolean {
  return (
    one.version === other.version &&
    one.ttlMs === other.ttlMs &&
    (one.aliases ?? []).join("\0") === (other.aliases ?? []).join("\0")
  );
}

export function resource<N extends MessageName>(
  type: N,
  name: string,
  message: MessageTypes[N],
  source?: string,
): Resource {
  const packed = pack(type, message);
  return {
    typeUrl: packed.type_url,
    name,
    version: contentVersion(packed.value),
    any: encode("google.protobuf.Any", packed),
    source,
  };
}

/** A resource of any type, already encoded. Without a version its content's hash is the version. */
export function encodedResource(parts: {
  readonly typeUrl: string;
  readonly name: string;
  /** The encoded message. */
  readonly value: Uint8Array;
  readonly version?: string | undefined;
  readonly ttlMs?: number | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly source?: string | undefined;
}): Resource {
  const { typeUrl, name, value, version, ttlMs, aliases, source } = parts;
  return {
    typeUrl,
    name,
    version: version ?? contentVersion(value),
    any: encode("google.protobuf.Any", { type_url: typeUrl, value } as Any),
    source,
    ttlMs,
    aliases,
  };
}

/** The first 16 hex characters of the content's SHA-256. */
function contentVersion(value: Uint8Array): string {
  return createHash("sha256").update(value).digest("hex").slice(0, 16);
}
