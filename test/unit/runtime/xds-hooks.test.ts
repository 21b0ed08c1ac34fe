import { expect, test } from "vitest";
import { resource } from "../../../src/proto/resource.ts";
import { typeUrl } from "../../../src/proto/type-url.ts";
import { KeptRefusals } from "../../../src/runtime/kept-refusals.ts";
import { createMetrics } from "../../../src/runtime/metrics.ts";
import { xdsHooks } from "../../../src/runtime/xds-hooks.ts";
import { contextOf, pool, viewOf } from "../admin/fixture.ts";

const names = Array.from({ length: 5_000 }, (_, index) => `p${index}`);
const view = viewOf(
  names.map((name) => pool(name, [])),
  {},
);

test.each([
  { story: "one", count: 1, says: "an Envoy refused fairlead.yaml:7:3 pools.p0: no" },
  {
    story: "two",
    count: 2,
    says: "an Envoy refused one or more of fairlead.yaml:7:3 pools.p0, fairlead.yaml:7:3 pools.p1: no",
  },
  {
    story: "thousands",
    count: 5_000,
    says: "an Envoy refused one or more of fairlead.yaml:7:3 pools.p0, fairlead.yaml:7:3 pools.p1, fairlead.yaml:7:3 pools.p2, … (5000 in all): no",
  },
])("a refusal is one line with its places: $story", ({ count, says }) => {
  const { lines } = refuse(names.slice(0, count));
  expect(lines.map(({ message }) => message)).toEqual([says]);
  expect(lines[0]?.fields.places).toHaveLength(Math.min(count, 10));
});

test("of what has left the file meanwhile only the name is told", () => {
  expect(refuse(["gone"]).lines[0]?.message).toBe("an Envoy refused pools.gone: no");
});

function refuse(clusters: readonly string[]) {
  const lines: { readonly fields: { readonly places?: readonly string[] }; readonly message: string }[] = [];
  const add = (fields: object, message: string) => void lines.push({ fields, message });
  const hooks = xdsHooks({
    metrics: createMetrics(contextOf(view)),
    log: { debug: add, info: add, warn: add, error: add },
    refusals: new KeptRefusals(),
    desired: () => view.desired,
    file: "fairlead.yaml",
  });
  const refused = clusters.map((name) =>
    resource("envoy.config.cluster.v3.Cluster", name, { name }, `pools.${name}`),
  );
  hooks.onNack?.({
    node: { id: "e1", cluster: "", userAgentName: "", userAgentVersion: "", features: new Set() },
    group: "",
    dialect: "delta",
    connection: {} as Parameters<NonNullable<typeof hooks.onNack>>[0]["connection"],
    typeUrl: typeUrl.cluster,
    version: "v",
    message: "no",
    resources: clusters,
    sources: clusters.map((name) => `pools.${name}`),
    refused,
  });
  return { lines };
}
