import { describe, expect, test } from "vitest";
import { decode, unpack } from "../../../src/proto/codec.ts";
import { resource } from "../../../src/proto/resource.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { struct } from "../../../src/proto/well-known.ts";

const cluster = "envoy.config.cluster.v3.Cluster";

describe("a resource", () => {
  test("carries its message, encoded as it stands in a response", () => {
    const made = resource(cluster, "chat", { name: "chat" }, "pools.chat");
    expect(made).toMatchObject({ typeUrl: typeUrl.cluster, name: "chat", source: "pools.chat" });
    expect(unpack(decode("google.protobuf.Any", made.any))).toEqual({
      name: cluster,
      message: { name: "chat" },
    });
  });
});

describe("its version", () => {
  const versionOf = (a: string, b: string) =>
    resource(cluster, "chat", {
      metadata: { filterMetadata: { [a]: struct({ x: 1 }), [b]: struct({ x: 1 }) } },
    }).version;

  /** `printf '\x0a\x04chat' | sha256sum | cut -c1-16` */
  test("is the content's, the same on every replica and after every restart", () => {
    expect(resource(cluster, "chat", { name: "chat" }).version).toBe("be7307a3d5e32e3f");
  });

  test("does not depend on the order of a map", () => {
    expect(versionOf("a", "b")).toBe(versionOf("b", "a"));
  });

  test("differs when the content does", () => {
    expect(versionOf("a", "b")).not.toBe(versionOf("a", "c"));
  });

  test("does not depend on where in the file it came from", () => {
    expect(resource(cluster, "chat", {}, "pools.a").version).toBe(resource(cluster, "chat", {}).version);
  });
});
