import { invariant } from "../base/invariant.ts";
import type { MessageTypes } from "./envoy-types.ts";

type Struct = MessageTypes["google.protobuf.Struct"];
type Value = MessageTypes["google.protobuf.Value"];

/** `google.protobuf.Duration` of so many milliseconds, to the nanosecond; not negative. */
export function duration(ms: number): MessageTypes["google.protobuf.Duration"] {
  invariant(ms >= 0 && ms <= durationMaxMs, "a duration is a number of milliseconds, not negative");
  const seconds = Math.floor(ms / 1000);
  const nanos = Math.round((ms - seconds * 1000) * 1_000_000);
  // Envoy refuses a whole second of nanoseconds.
  return nanos < 1_000_000_000 ? { seconds, nanos } : { seconds: seconds + 1, nanos: 0 };
}

/** 10,000 years, the most that a Duration may say. */
const durationMaxMs = 315_576_000_000_000;

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
