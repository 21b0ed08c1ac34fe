import protobuf from "protobufjs";
import { describe, expect, test } from "vitest";
import { decode, encode, type MessageName, pack, unpack } from "../../../src/proto/codec.ts";
import { definitions } from "../../../src/proto/definitions.ts";
import type { MessageTypes } from "../../../src/proto/envoy-types.ts";
import { resource } from "../../../src/proto/resource.ts";
import { duration, struct } from "../../../src/proto/well-known.ts";

const everyMessage = messagesIn(definitions).map((type) => type.fullName.slice(1) as MessageName);

describe("nothing is dropped silently", () => {
  test("there are messages to try", () => {
    expect(everyMessage.length).toBeGreaterThan(400);
  });

  test.each(everyMessage)("every field of %s survives encoding and decoding", (name) => {
    const type = definitions.lookupType(name);
    for (const field of type.fieldsArray) {
      const message = { [field.name]: sampleOf(field, 2) } as MessageTypes[typeof name];
      expect(decode(name, encode(name, message)), `${name}.${field.name}`).toEqual(message);
    }
  });

  test.each([
    {
      story: "a key that the message does not have",
      message: { name: "a", lbPolicyy: "ROUND_ROBIN" },
      path: "envoy.config.cluster.v3.Cluster.lbPolicyy",
    },
    {
      story: "a key that is deep inside",
      message: { circuitBreakers: { thresholds: [{ maxRetry: { value: 1 } }] } },
      path: "envoy.config.cluster.v3.Cluster.circuitBreakers.thresholds[0].maxRetry",
    },
    {
      story: "a word that the enum does not have",
      message: { type: "EDSS" },
      path: "envoy.config.cluster.v3.Cluster.type",
    },
    {
      story: "the spelling of Struct that protobufjs drops",
      message: { metadata: { filterMetadata: { a: { fields: { b: { string_value: "c" } } } } } },
      path: "envoy.config.cluster.v3.Cluster.metadata.filterMetadata[a].fields[b].string_value",
    },
    {
      story: "a number where a wrapper belongs",
      message: { perConnectionBufferLimitBytes: 3 },
      path: "envoy.config.cluster.v3.Cluster.perConnectionBufferLimitBytes",
    },
    {
      story: "a fraction where a whole number belongs",
      message: { perConnectionBufferLimitBytes: { value: 1.5 } },
      path: "perConnectionBufferLimitBytes.value is a uint32",
    },
    {
      story: "a negative number where none can be",
      message: { perConnectionBufferLimitBytes: { value: -1 } },
      path: "perConnectionBufferLimitBytes.value is a uint32",
    },
    {
      story: "two members of a oneof",
      message: { type: "EDS", clusterType: { name: "x" } },
      path: "cluster_discovery_type|clusterDiscoveryType",
    },
    { story: "a name inherited from Object", message: JSON.parse('{"__proto__": 1}'), path: "__proto__" },
  ])("refuses $story", ({ message, path }) => {
    const pattern = new RegExp(path.includes("|") ? path : path.replace(/[.[\]]/g, "\\$&"));
    expect(() => encode("envoy.config.cluster.v3.Cluster", message)).toThrow(pattern);
  });
});

describe("packing", () => {
  test("an Any holds what its type URL says", () => {
    const any = pack("envoy.config.route.v3.RouteConfiguration", { name: "r" });
    expect(any.type_url).toBe("type.googleapis.com/envoy.config.route.v3.RouteConfiguration");
    expect(unpack(any)).toEqual({ name: "envoy.config.route.v3.RouteConfiguration", message: { name: "r" } });
  });

  test("garbage is an error and not a message", () => {
    const garbage = new Uint8Array([0xff, 0xff, 0xff, 0xff]);
    expect(() => decode("envoy.service.discovery.v3.DiscoveryRequest", garbage)).toThrow();
  });
});

describe("versions", () => {
  const named = (value: object) => resource("envoy.config.core.v3.Metadata", "m", value).version;

  test("are 16 hex characters of the content, whatever the order of a map", () => {
    const one = named({ filterMetadata: { a: struct({ x: 1 }), b: struct({ y: 2 }) } });
    const other = named({ filterMetadata: { b: struct({ y: 2 }), a: struct({ x: 1 }) } });
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(other).toBe(one);
  });

  test("differ when the content does", () => {
    expect(named({ filterMetadata: { a: struct({ x: 1 }) } })).not.toBe(named({}));
  });
});

describe("well-known types", () => {
  test.each([
    { ms: 0, is: { seconds: 0, nanos: 0 } },
    { ms: 1500, is: { seconds: 1, nanos: 500_000_000 } },
    { ms: 0.5, is: { seconds: 0, nanos: 500_000 } },
  ])("$ms ms", ({ ms, is }) => {
    expect(duration(ms)).toEqual(is);
  });

  test("a Struct keeps every kind of value", () => {
    const message = struct({
      text: "a",
      number: 1.5,
      yes: true,
      none: null,
      list: [1, "b"],
      deep: { a: "b" },
    });
    expect(decode("google.protobuf.Struct", encode("google.protobuf.Struct", message))).toEqual(message);
  });
});

/** A value other than the default; messages are filled to the given depth, and empty below it. */
function sampleOf(field: protobuf.Field, depth: number): unknown {
  const one = elementOf(field, depth);
  if (field.map)
    return { [field instanceof protobuf.MapField && field.keyType !== "string" ? "7" : "key"]: one };
  return field.repeated ? [one] : one;
}

function elementOf({ resolvedType, type }: protobuf.Field, depth: number): unknown {
  if (resolvedType instanceof protobuf.Enum) {
    return Object.keys(resolvedType.values).find((word) => resolvedType.values[word] !== 0);
  }
  if (resolvedType instanceof protobuf.Type) {
    const first = resolvedType.fieldsArray[0];
    return depth === 0 || first === undefined ? {} : { [first.name]: sampleOf(first, depth - 1) };
  }
  if (type === "string") return "text";
  if (type === "bool") return true;
  if (type === "bytes") return Buffer.from([1, 2, 3]);
  return type === "double" || type === "float" ? 0.5 : 7;
}

function messagesIn(namespace: protobuf.NamespaceBase): protobuf.Type[] {
  return namespace.nestedArray.flatMap((nested) => [
    ...(nested instanceof protobuf.Type ? [nested] : []),
    ...(nested instanceof protobuf.Namespace ? messagesIn(nested) : []),
  ]);
}
