import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type BootstrapOptions, bootstrap } from "../../../src/launch/bootstrap.ts";
import { bootstrapText } from "../../../src/launch/bootstrap-text.ts";

const options: BootstrapOptions = {
  nodeId: "edge-1",
  cluster: "edge",
  xds: { host: "127.0.0.1", port: 18000 },
};

test.each([
  { dialect: "delta", apiType: "DELTA_GRPC" },
  { dialect: "sotw", apiType: "GRPC" },
  { dialect: undefined, apiType: "DELTA_GRPC" },
] as const)("$dialect speaks $apiType", ({ dialect, apiType }) => {
  expect(bootstrap({ ...options, dialect })).toMatchObject({
    node: { id: "edge-1", cluster: "edge" },
    dynamic_resources: { ads_config: { api_type: apiType, set_node_on_first_message_only: true } },
  });
});

test.each([
  { host: "10.0.0.7", type: "STATIC" },
  { host: "::1", type: "STATIC" },
  { host: "fairlead.internal", type: "STRICT_DNS" },
])("the control plane at $host is found by $type", ({ host, type }) => {
  const { static_resources } = bootstrap({ ...options, xds: { host, port: 18000 } }) as {
    readonly static_resources: { readonly clusters: readonly { readonly type: string }[] };
  };
  expect(static_resources.clusters.map((cluster) => cluster.type)).toEqual([type]);
});

test("Envoy's admin interface is on loopback unless it is put elsewhere", () => {
  const at = (host: string, port: number) => ({
    admin: { address: { socket_address: { address: host, port_value: port } } },
  });
  expect(bootstrap(options)).toMatchObject(at("127.0.0.1", 9901));
  expect(bootstrap({ ...options, admin: { host: "::1", port: 7 } })).toMatchObject(at("::1", 7));
});

test.each(["n", "on", "NO", "1e3", "0x1", "null", "~", "a: b", "'\"\n"])(
  "a node may be called %j",
  (nodeId) => {
    const text = bootstrapText({ ...options, nodeId });
    for (const version of ["1.1", "1.2"] as const) expect(parse(text, { version }).node.id).toBe(nodeId);
  },
);

test.each([
  { file: "bootstrap.yaml", of: { nodeId: "envoy-1", cluster: "fairlead", xds: options.xds } },
  {
    file: "compose.yaml",
    of: {
      nodeId: "compose-1",
      cluster: "compose",
      xds: { host: "fairlead", port: 18000 },
      admin: { host: "0.0.0.0", port: 9901 },
    },
  },
])("envoy/$file is what the command prints", ({ file, of }) => {
  const shipped = readFileSync(join(import.meta.dirname, "../../../envoy", file), "utf8");
  const settings = shipped.replace(/^#.*\n/gm, "");
  expect(settings).toBe(bootstrapText(of));
});
