import protobuf from "protobufjs";
import { type MessageName, pack } from "../../../src/proto/codec.ts";
import { definitions } from "../../../src/proto/definitions.ts";

/** Every message that the definitions have. */
export const everyMessage: readonly protobuf.Type[] = messagesIn(definitions);

export function nameOf(type: protobuf.Type): MessageName {
  return type.fullName.slice(1) as MessageName;
}

/**
 * Messages that together set every field of this one to something other than its default: one with all
 * that can stand together, and one for each further member of a oneof.
 */
export function samplesOf(type: protobuf.Type): object[] {
  const fields = type.fieldsArray;
  const alternatives = Math.max(1, ...type.oneofsArray.map((oneof) => oneof.fieldsArray.length));
  return Array.from({ length: alternatives }, (_, turn) =>
    filled(
      fields.filter((field) => field.partOf === null || isAt(field.partOf, field, turn)),
      2,
    ),
  );
}

function isAt(oneof: protobuf.OneOf, field: protobuf.Field, turn: number): boolean {
  return oneof.fieldsArray.indexOf(field) === turn % oneof.fieldsArray.length;
}

/** Messages inside are filled to the given depth, with the first member of a oneof, and empty below it. */
function filled(fields: readonly protobuf.Field[], depth: number): object {
  return Object.fromEntries(fields.map((field) => [field.name, sample(field, depth)]));
}

function sample(field: protobuf.Field, depth: number): unknown {
  if (field.map) {
    const keyType = field instanceof protobuf.MapField ? field.keyType : "string";
    return { [keyType === "string" ? "key" : "7"]: element(field, depth) };
  }
  return field.repeated ? [element(field, depth), element(field, depth)] : element(field, depth);
}

function element({ resolvedType, type }: protobuf.Field, depth: number): unknown {
  if (type === "google.protobuf.Any") return pack("google.protobuf.StringValue", { value: "packed" });
  if (resolvedType instanceof protobuf.Enum) {
    const words = Object.keys(resolvedType.values);
    return words.find((word) => resolvedType.values[word] !== 0) ?? words[0];
  }
  if (resolvedType instanceof protobuf.Type) {
    const together = resolvedType.fieldsArray.filter(
      (field) => field.partOf === null || isAt(field.partOf, field, 0),
    );
    return depth === 0 ? {} : filled(together, depth - 1);
  }
  if (type === "string") return "text, Größe, 文字, 🛟";
  if (type === "bool") return true;
  if (type === "bytes") return Buffer.from([0, 1, 255]);
  return numbers[type];
}

/** As large, or as negative, as the type and JavaScript allow: a lost half or a lost sign would show. */
const numbers: Readonly<Record<string, number>> = {
  double: 0.1,
  float: -0.5,
  int32: -(2 ** 31),
  uint32: 2 ** 32 - 1,
  int64: Number.MIN_SAFE_INTEGER,
  uint64: Number.MAX_SAFE_INTEGER,
};

function messagesIn(namespace: protobuf.NamespaceBase): protobuf.Type[] {
  return namespace.nestedArray.flatMap((nested) => [
    ...(nested instanceof protobuf.Type ? [nested] : []),
    ...(nested instanceof protobuf.Namespace ? messagesIn(nested) : []),
  ]);
}
