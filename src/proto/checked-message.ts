import protobuf from "protobufjs";

/**
 * The same message as protobufjs encodes it: enum words as numbers, map keys in order, and nothing that
 * says what its absence says too, so that equal messages have equal bytes.
 *
 * protobufjs itself drops what it does not know and coerces what does not fit, without a word. Here
 * each of these throws, and the error names the path but never the value: it may be a secret.
 */
export function checkedMessage(type: protobuf.Type, value: unknown, path: string): Record<string, unknown> {
  if (!isPlainObject(value)) return misfit(path, `not a ${type.fullName.slice(1)}`);
  const checked: Record<string, unknown> = {};
  const oneofs = new Set<protobuf.OneOf>();
  for (const [key, element] of Object.entries(value)) {
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
    if (field === undefined) return misfit(`${path}.${key}`, `no field of ${type.fullName.slice(1)}`);
    if (element === undefined) continue;
    if (field.partOf !== null) {
      if (oneofs.has(field.partOf)) return misfit(`${path}.${key}`, `a second one of ${field.partOf.name}`);
      oneofs.add(field.partOf);
    }
    const fitting = checkedField(field, element, `${path}.${key}`);
    if (field.hasPresence || !isDefault(fitting)) checked[key] = fitting;
  }
  return checked;
}

function checkedField(field: protobuf.Field, value: unknown, path: string): unknown {
  const keyType = field instanceof protobuf.MapField ? field.keyType : undefined;
  if (keyType !== undefined) return checkedMap(keyType, field, value, path);
  if (!field.repeated) return checkedValue(field, value, path);
  if (!Array.isArray(value)) return misfit(path, "not a list");
  return Array.from(value, (element, index) => checkedValue(field, element, `${path}[${index}]`));
}

function checkedMap(keyType: string, field: protobuf.Field, value: unknown, path: string): unknown {
  if (!isPlainObject(value)) return misfit(path, "not a map");
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, element]) => {
      if (!isMapKey(keyType, key)) return misfit(`${path}[${key}]`, `its key is no ${keyType}`);
      return [key, checkedValue(field, element, `${path}[${key}]`)];
    }),
  );
}

function checkedValue(field: protobuf.Field, value: unknown, path: string): unknown {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return checkedMessage(resolvedType, value, path);
  if (resolvedType instanceof protobuf.Enum) {
    const words = resolvedType.values;
    const number = typeof value === "string" && Object.hasOwn(words, value) ? words[value] : undefined;
    return number ?? misfit(path, `none of ${Object.keys(words).join(", ")}`);
  }
  return isScalar(field.type, value) ? value : misfit(path, `not a ${field.type}`);
}

/** What the wire leaves out of a field without presence; a message is never that, it is there or not. */
function isDefault(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  return value === 0 || value === "" || value === false;
}

/** Map keys are strings to JavaScript, also where the definition says number or bool. */
function isMapKey(type: string, key: string): boolean {
  if (type === "string") return key.isWellFormed();
  if (type === "bool") return key === "true" || key === "false";
  return String(Number(key)) === key && isScalar(type, Number(key));
}

function isScalar(type: string, value: unknown): boolean {
  switch (type) {
    case "string":
      // A lone surrogate has no UTF-8, and Envoy refuses the whole response that carries one.
      return typeof value === "string" && value.isWellFormed();
    case "bool":
      return typeof value === "boolean";
    case "bytes":
      return value instanceof Uint8Array;
    case "double":
      return Number.isFinite(value);
    case "float":
      return typeof value === "number" && Number.isFinite(Math.fround(value));
    case "uint32":
    case "fixed32":
      return isWholeNumber(value, 0, 2 ** 32 - 1);
    case "int32":
    case "sint32":
    case "sfixed32":
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

/** A `Map`, a `Date` or an array has no keys of its own, and would be an empty message. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function misfit(path: string, reason: string): never {
  throw new TypeError(`${path}: ${reason}`);
}
