import type { MessageTypes } from "./envoy-types.ts";

type Struct = MessageTypes["google.protobuf.Struct"];
type Value = MessageTypes["google.protobuf.Value"];

/** `google.protobuf.Duration` of so many milliseconds, not negative. */
export function duration(ms: number): MessageTypes["google.protobuf.Duration"] {
  const seconds = Math.floor(ms / 1000);
  return { seconds, nanos: Math.round((ms - seconds * 1000) * 1_000_000) };
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * `google.protobuf.Struct` of a plain object. By hand, because protobufjs knows its fields only as
 * `stringValue` and so on, and drops any other spelling without a word.
 */
export function struct(plain: { readonly [key: string]: Plain }): Struct {
  return { fields: Object.fromEntries(Object.entries(plain).map(([key, element]) => [key, value(element)])) };
}

function value(plain: Plain): Value {
  if (plain === null) return { nullValue: "NULL_VALUE" };
  if (typeof plain === "string") return { stringValue: plain };
  if (typeof plain === "number") return { numberValue: plain };
  if (typeof plain === "boolean") return { boolValue: plain };
  if (isList(plain)) return { listValue: { values: plain.map(value) } };
  return { structValue: struct(plain) };
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}
