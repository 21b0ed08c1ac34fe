import { createHash } from "node:crypto";
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
    version: createHash("sha256").update(packed.value).digest("hex").slice(0, 16),
    any: encode("google.protobuf.Any", packed),
    source,
  };
}
