import protobuf from "protobufjs";
import type { Any } from "./any.ts";
import { checkedMessage } from "./checked-message.ts";
import { definitions } from "./definitions.ts";
import type { MessageTypes } from "./envoy-types.ts";

/** Full name of a message, as in `envoy.config.cluster.v3.Cluster`. */
export type MessageName = keyof MessageTypes;

const typeUrlPrefix = "type.googleapis.com/";

/**
 * Encodes a message. Strict: an unknown key, a wrong enum word, two members of a oneof or a value of
 * the wrong kind, anywhere, throws with its path. Equal messages have equal bytes.
 */
export function encode<N extends MessageName>(name: N, message: MessageTypes[N]): Uint8Array {
  const type = typeOf(name);
  return type.encode(checkedMessage(type, message, name)).finish();
}

/**
 * Decodes a message; fields that have their default are absent. Throws on bytes that are not one.
 * A newer peer may send what our definitions do not have: its fields are passed over, and an enum's
 * value without a word for it stays a number.
 */
export function decode<N extends MessageName>(name: N, bytes: Uint8Array): MessageTypes[N] {
  const type = typeOf(name);
  try {
    return type.toObject(type.decode(bytes), { enums: String, longs: Number }) as MessageTypes[N];
  } catch (error) {
    throw new Error(`these ${bytes.length} bytes are no ${name}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The one place where an `Any` is made: a type URL always fits the bytes beside it. */
export function pack<N extends MessageName>(name: N, message: MessageTypes[N]): Any {
  return { type_url: `${typeUrlPrefix}${name}`, value: encode(name, message) } as Any;
}

/** What an `Any` holds. Throws when its type is not one of ours, or its bytes are not of its type. */
export function unpack(any: Any): { readonly name: MessageName; readonly message: object } {
  const name = any.type_url.slice(any.type_url.lastIndexOf("/") + 1) as MessageName;
  return { name, message: decode(name, any.value) };
}

const types = new Map<string, protobuf.Type>();

/** Only the full name counts: protobufjs would also take `Cluster` for the first message called so. */
function typeOf(name: string): protobuf.Type {
  const known = types.get(name);
  if (known !== undefined) return known;
  const type = definitions.lookup(name, protobuf.Type);
  if (!(type instanceof protobuf.Type) || type.fullName !== `.${name}`) {
    throw new Error(`no such message: ${name}`);
  }
  types.set(name, type);
  return type;
}
