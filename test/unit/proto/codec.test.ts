import { describe, expect, test } from "vitest";
import type { Any } from "../../../src/proto/any.ts";
import { decode, encode, type MessageName, pack, unpack } from "../../../src/proto/codec.ts";
import { everyMessage, nameOf, samplesOf } from "./samples.ts";

describe("nothing is dropped silently", () => {
  test("the messages that we send are among those tried", () => {
    expect(everyMessage.map(nameOf)).toEqual(
      expect.arrayContaining([
        "envoy.config.bootstrap.v3.Bootstrap",
        "envoy.config.cluster.v3.Cluster",
        "envoy.config.endpoint.v3.ClusterLoadAssignment",
        "envoy.config.listener.v3.Listener",
        "envoy.config.route.v3.RouteConfiguration",
        "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
        "envoy.extensions.transport_sockets.tls.v3.Secret",
        "envoy.service.discovery.v3.DeltaDiscoveryResponse",
        "envoy.service.discovery.v3.DiscoveryResponse",
      ]),
    );
  });

  test.each(everyMessage.map(nameOf))("every field of %s survives encoding and decoding", (name) => {
    const type = everyMessage.find((each) => nameOf(each) === name);
    const seen = new Set<string>();
    for (const message of type === undefined ? [] : samplesOf(type)) {
      const decoded = decode(name, encode(name, message));
      expect(decoded).toEqual(message);
      for (const key of Object.keys(decoded)) seen.add(key);
    }
    expect([...seen].sort()).toEqual(Object.keys(type?.fields ?? {}).sort());
  });
});

describe("bytes", () => {
  const metadata = "envoy.config.core.v3.Metadata";
  const hex = <N extends MessageName>(name: N, message: Parameters<typeof encode<N>>[1]) =>
    Buffer.from(encode(name, message)).toString("hex");

  test("are those of the protocol buffers wire format", () => {
    const duration = { seconds: 1, nanos: 5_000_000 };
    expect(hex("google.protobuf.Duration", duration)).toBe("080110c096b102");
    expect(hex("google.protobuf.Int32Value", { value: -1 })).toBe("08ffffffffffffffffff01");
    expect(
      hex("envoy.config.cluster.v3.Cluster", { name: "a", type: "EDS", connectTimeout: { seconds: 5 } }),
    ).toBe("0a0161100322020805");
  });

  test("do not depend on the order in which a map was written", () => {
    expect(hex(metadata, { filterMetadata: { b: {}, a: {}, "10": {}, "9": {} } })).toBe(
      hex(metadata, { filterMetadata: { "9": {}, a: {}, "10": {}, b: {} } }),
    );
  });

  test.each([
    { story: "a number's default", wordy: { nanos: 0, seconds: 1 }, brief: { seconds: 1 } },
    { story: "undefined", wordy: { nanos: undefined, seconds: 1 }, brief: { seconds: 1 } },
  ])("$story says what its absence says", ({ wordy, brief }) => {
    expect(hex("google.protobuf.Duration", wordy)).toBe(hex("google.protobuf.Duration", brief));
  });

  test.each([
    { story: "an empty wrapper", message: { perConnectionBufferLimitBytes: { value: 0 } } },
    { story: "a oneof's default word", message: { type: "STATIC" as const } },
    { story: "an empty message", message: { edsClusterConfig: {} } },
  ])("$story is not the same as nothing", ({ message }) => {
    const decoded = decode(
      "envoy.config.cluster.v3.Cluster",
      encode("envoy.config.cluster.v3.Cluster", message),
    );
    expect(Object.keys(decoded)).toEqual(Object.keys(message));
  });
});

describe("what others send", () => {
  const cluster = "envoy.config.cluster.v3.Cluster";
  const bytes = encode(cluster, { name: "abcdef" });

  test.each([
    { story: "garbage", bytes: new Uint8Array([0xff, 0xff, 0xff, 0xff]) },
    { story: "a message cut short", bytes: bytes.subarray(0, 5) },
    { story: "text that is not UTF-8", bytes: new Uint8Array([0x0a, 2, 0xc3, 0x28]) },
    { story: "a length beyond the end", bytes: new Uint8Array([0x0a, 0xff, 0xff, 0xff, 0xff, 0x07]) },
  ])("$story is an error that says what it was taken for", ({ bytes }) => {
    expect(() => decode(cluster, bytes)).toThrow(`these ${bytes.length} bytes are no ${cluster}`);
  });

  test("a message nested without end is an error, not an overflow", () => {
    let nested: Uint8Array = encode("google.protobuf.Value", { stringValue: "bottom" });
    for (let level = 0; level < 2000; level += 1) nested = lengthDelimited(6, lengthDelimited(1, nested));
    expect(() => decode("google.protobuf.Value", nested)).toThrow("are no google.protobuf.Value");
  });

  test("fields and enum values newer than ours are passed over", () => {
    const field9999 = new Uint8Array([0xf8, 0xf0, 0x04, 1]);
    const lbPolicy99 = new Uint8Array([0x30, 99]);
    expect(decode(cluster, Buffer.concat([bytes, field9999, lbPolicy99]))).toEqual({
      name: "abcdef",
      lbPolicy: 99,
    });
  });

  test("a key named like something every object has is only a key", () => {
    const fields = JSON.parse('{"__proto__": {"stringValue": "a"}, "constructor": {"boolValue": true}}');
    const decoded = decode("google.protobuf.Struct", encode("google.protobuf.Struct", { fields }));
    expect(Object.entries(decoded.fields ?? {})).toEqual([
      ["__proto__", { stringValue: "a" }],
      ["constructor", { boolValue: true }],
    ]);
    expect(Object.prototype).not.toHaveProperty("stringValue");
  });
});

describe("packing", () => {
  const route = "envoy.config.route.v3.RouteConfiguration";

  test("an Any holds what its type URL says", () => {
    const any = pack(route, { name: "r" });
    expect(any.type_url).toBe(`type.googleapis.com/${route}`);
    expect(unpack(any)).toEqual({ name: route, message: { name: "r" } });
  });

  test("an empty message comes back from the wire as one", () => {
    const packed = encode("google.protobuf.Any", pack(route, {}));
    expect(unpack(decode("google.protobuf.Any", packed))).toEqual({ name: route, message: {} });
  });

  test.each([
    { story: "a type that we do not have", typeUrl: "type.googleapis.com/acme.Thing" },
    { story: "half a name", typeUrl: "type.googleapis.com/RouteConfiguration" },
    { story: "an enum", typeUrl: "type.googleapis.com/envoy.config.core.v3.HealthStatus" },
    { story: "a package", typeUrl: "type.googleapis.com/envoy.config" },
    { story: "a word that every object has", typeUrl: "type.googleapis.com/constructor" },
    { story: "nothing", typeUrl: "" },
  ])("does not take $story for a message", ({ typeUrl }) => {
    const name = typeUrl.slice(typeUrl.lastIndexOf("/") + 1);
    expect(() => unpack({ ...pack(route, {}), type_url: typeUrl } as Any)).toThrow(
      `no such message: ${name}`,
    );
  });
});

function lengthDelimited(field: number, bytes: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.concat([Uint8Array.of((field << 3) | 2, ...length, rest), bytes]);
    length.push((rest & 0x7f) | 0x80);
  }
}
