import protobuf from "protobufjs";
import { invariant } from "../base/invariant.ts";
import type { Any } from "./any.ts";
import { definitions } from "./definitions.ts";
import type { MessageTypes } from "./envoy-types.ts";

/** Full name of a message, as in `envoy.config.cluster.v3.Cluster`. */
export type MessageName = keyof MessageTypes;

const typeUrlPrefix = "type.googleapis.com/";

/**
 * Encodes a message. Strict, because protobufjs silently drops what it does not know: an unknown
 * key, a wrong enum word or a value of the wrong kind anywhere stops with its path. Map keys are
 * sorted, so equal messages have equal bytes.
 */
export function encode<N extends MessageName>(name: N, message: MessageTypes[N]): Uint8Array {
  const type = typeOf(name);
  return type.encode(checkedMessage(type, message, name) as Record<string, unknown>).finish();
}

/** Decodes a message; fields that have their default are absent. Throws on bytes that are not one. */
export function decode<N extends MessageName>(name: N, bytes: Uint8Array): MessageTypes[N] {
  const type = typeOf(name);
  return type.toObject(type.decode(bytes), { enums: String, longs: Number }) as MessageTypes[N];
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

function typeOf(name: string): protobuf.Type {
  const known = types.get(name);
  if (known !== undefined) return known;
  const type = definitions.lookupType(name);
  types.set(name, type);
  return type;
}

function checkedMessage(type: protobuf.Type, value: unknown, path: string): unknown {
  invariant(isRecord(value), `${path} is a message`);
  const checked: Record<string, unknown> = {};
  const oneofs = new Set<protobuf.OneOf>();
  for (const [key, element] of Object.entries(value)) {
    if (element === undefined) continue;
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
    invariant(field !== undefined, `${path}.${key} is a field of ${type.fullName.slice(1)}`);
    if (field.partOf !== null) {
      invariant(!oneofs.has(field.partOf), `${path} has one of ${field.partOf.name}, not several`);
      oneofs.add(field.partOf);
    }
    checked[key] = checkedField(field, element, `${path}.${key}`);
  }
  return checked;
}

function checkedField(field: protobuf.Field, value: unknown, path: string): unknown {
  if (field.map) {
    invariant(isRecord(value), `${path} is a map`);
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      entries.map(([key, element]) => [key, checkedValue(field, element, `${path}[${key}]`)]),
    );
  }
  if (field.repeated) {
    invariant(Array.isArray(value), `${path} is a list`);
    return value.map((element, index) => checkedValue(field, element, `${path}[${index}]`));
  }
  return checkedValue(field, value, path);
}

function checkedValue(field: protobuf.Field, value: unknown, path: string): unknown {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return checkedMessage(resolvedType, value, path);
  if (resolvedType instanceof protobuf.Enum) {
    const number = typeof value === "string" ? resolvedType.values[value] : undefined;
    invariant(number !== undefined, `${path} is one of ${Object.keys(resolvedType.values).join(", ")}`);
    return number;
  }
  invariant(isScalar(field.type, value), `${path} is a ${field.type}`);
  return value;
}

function isScalar(type: string, value: unknown): boolean {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "bytes":
      return value instanceof Uint8Array;
    case "float":
    case "double":
      return typeof value === "number";
    case "uint32":
      return isWholeNumber(value, 0, 2 ** 32 - 1);
    case "int32":
    case "sint32":
      return isWholeNumber(value, -(2 ** 31), 2 ** 31 - 1);
    case "uint64":
    case "fixed64":
      return isWholeNumber(value, 0, Number.MAX_SAFE_INTEGER);
    default:
      return isWholeNumber(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  }
}

function isWholeNumber(value: unknown, min: number, max: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}
