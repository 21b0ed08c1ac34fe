import { describe, expect, test } from "vitest";
import { encode } from "../../../src/proto/codec.ts";

const cluster = "envoy.config.cluster.v3.Cluster";
const thresholds = (...list: unknown[]) => ({ circuitBreakers: { thresholds: list } });
const bufferLimit = (value: unknown) => ({ perConnectionBufferLimitBytes: { value } });
const filterMetadata = (value: unknown) => ({ metadata: { filterMetadata: value } });

describe("a message that does not fit is refused at its place", () => {
  test.each([
    { story: "a misspelt key", message: { lbPolicyy: "ROUND_ROBIN" }, at: ".lbPolicyy" },
    { story: "a misspelt key without a value", message: { lbPolicyy: undefined }, at: ".lbPolicyy" },
    { story: "a key as the definition spells it", message: { lb_policy: "MAGLEV" }, at: ".lb_policy" },
    { story: "a name that every object has", message: { constructor: {} }, at: ".constructor" },
    { story: "a prototype", message: JSON.parse('{"__proto__": {}}'), at: ".__proto__" },
    {
      story: "a misspelt key deep inside",
      message: thresholds({}, { maxRetry: { value: 1 } }),
      at: ".circuitBreakers.thresholds[1].maxRetry",
    },
    {
      story: "the spelling of Struct that protobufjs drops",
      message: filterMetadata({ lb: { fields: { tier: { string_value: "a" } } } }),
      at: ".metadata.filterMetadata[lb].fields[tier].string_value",
    },
    {
      story: "a plain object where a Struct belongs",
      message: filterMetadata({ lb: { tier: "a" } }),
      at: ".metadata.filterMetadata[lb].tier",
    },
    { story: "an unknown word", message: { type: "EDSS" }, at: ".type" },
    { story: "a word that every object has", message: { type: "toString" }, at: ".type" },
    { story: "an enum's number", message: { type: 3 }, at: ".type" },
    { story: "two of a oneof", message: { type: "EDS", clusterType: { name: "x" } }, at: ".clusterType" },
    { story: "null", message: { name: null }, at: ".name" },
    { story: "a number for text", message: { name: 7 }, at: ".name" },
    { story: "half a surrogate pair", message: { name: "\ud83d" }, at: ".name" },
    {
      story: "text for a bool",
      message: { waitForWarmOnInit: { value: "no" } },
      at: ".waitForWarmOnInit.value",
    },
    { story: "a number for a message", message: { connectTimeout: 5 }, at: ".connectTimeout" },
    { story: "text for a message", message: { connectTimeout: "5s" }, at: ".connectTimeout" },
    { story: "a list for a message", message: { connectTimeout: [] }, at: ".connectTimeout" },
    { story: "a Date for a message", message: { connectTimeout: new Date(0) }, at: ".connectTimeout" },
    {
      story: "one for a list",
      message: { circuitBreakers: { thresholds: {} } },
      at: ".circuitBreakers.thresholds",
    },
    { story: "undefined in a list", message: thresholds(undefined), at: ".circuitBreakers.thresholds[0]" },
    {
      story: "a hole in a list",
      message: { circuitBreakers: { thresholds: new Array(1) } },
      at: ".thresholds[0]",
    },
    { story: "a list for a map", message: filterMetadata([]), at: ".metadata.filterMetadata" },
    {
      story: "a Map for a map",
      message: filterMetadata(new Map([["a", {}]])),
      at: ".metadata.filterMetadata",
    },
    {
      story: "undefined in a map",
      message: filterMetadata({ a: undefined }),
      at: ".metadata.filterMetadata[a]",
    },
    { story: "a wrapper without its wrapping", message: { perConnectionBufferLimitBytes: 3 }, at: "Bytes" },
    { story: "a number as text", message: bufferLimit("3"), at: ".perConnectionBufferLimitBytes.value" },
    { story: "a fraction", message: bufferLimit(1.5), at: ".perConnectionBufferLimitBytes.value" },
    { story: "a negative count", message: bufferLimit(-1), at: ".perConnectionBufferLimitBytes.value" },
    { story: "2^32", message: bufferLimit(2 ** 32), at: ".perConnectionBufferLimitBytes.value" },
    { story: "NaN", message: bufferLimit(Number.NaN), at: ".perConnectionBufferLimitBytes.value" },
    { story: "2^53", message: { connectTimeout: { seconds: 2 ** 53 } }, at: ".connectTimeout.seconds" },
  ])("$story", ({ message, at }) => {
    expect(() => encode(cluster, message as object)).toThrow(`${at}: `);
    expect(() => encode(cluster, message as object)).toThrow(/^envoy\.config\.cluster\.v3\.Cluster\./);
  });

  test.each([
    { story: "infinity", value: Number.POSITIVE_INFINITY },
    { story: "more than a float holds", value: 1e39 },
  ])("$story for a float", ({ value }) => {
    expect(() => encode("google.protobuf.FloatValue", { value })).toThrow("FloatValue.value: not a float");
  });

  test.each(["seven", "", "07", "1.5"])("the key %j of a map by number", (key) => {
    const message = { typeMap: { [key]: { dyn: {} } } };
    expect(() => encode("google.api.expr.v1alpha1.CheckedExpr", message)).toThrow(
      `google.api.expr.v1alpha1.CheckedExpr.typeMap[${key}]: `,
    );
  });

  test("the error never carries the value: it may be a secret", () => {
    const secret = { name: "s", genericSecret: { secret: { inlineString: { key: "hunter2" } } } };
    const attempt = () => encode("envoy.extensions.transport_sockets.tls.v3.Secret", secret as object);
    expect(attempt).toThrow(".genericSecret.secret.inlineString: not a string");
    expect(attempt).not.toThrow("hunter2");
  });
});
