import { describe, expect, test } from "vitest";
import { decode, encode } from "../../../src/proto/codec.ts";
import { duration, struct } from "../../../src/proto/well-known.ts";

describe("duration", () => {
  test.each([
    { ms: 0, is: { seconds: 0, nanos: 0 } },
    { ms: 0.5, is: { seconds: 0, nanos: 500_000 } },
    { ms: 1500, is: { seconds: 1, nanos: 500_000_000 } },
    { ms: 1999.999_999_9, is: { seconds: 2, nanos: 0 } },
    { ms: 86_400_000, is: { seconds: 86_400, nanos: 0 } },
  ])("$ms ms", ({ ms, is }) => {
    expect(duration(ms)).toEqual(is);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("%d ms is a mistake of ours", (ms) => {
    expect(() => duration(ms)).toThrow("not negative");
  });
});

describe("struct", () => {
  test("keeps every kind of value", () => {
    const message = struct({
      text: "",
      number: 1.5,
      no: false,
      none: null,
      list: [0, "b", [null]],
      deep: { a: { b: "c" } },
    });
    expect(message.fields).toEqual({
      text: { stringValue: "" },
      number: { numberValue: 1.5 },
      no: { boolValue: false },
      none: { nullValue: "NULL_VALUE" },
      list: {
        listValue: {
          values: [
            { numberValue: 0 },
            { stringValue: "b" },
            { listValue: { values: [{ nullValue: "NULL_VALUE" }] } },
          ],
        },
      },
      deep: { structValue: { fields: { a: { structValue: { fields: { b: { stringValue: "c" } } } } } } },
    });
    expect(decode("google.protobuf.Struct", encode("google.protobuf.Struct", message))).toEqual(message);
  });
});
