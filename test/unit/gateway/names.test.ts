import { expect, test } from "vitest";
import { controlPlaneCluster } from "../../../src/gateway/names.ts";
import { bootstrap } from "../../../src/launch/bootstrap.ts";

test("the cluster that the access logs go through is the one of the bootstrap", () => {
  const { static_resources } = bootstrap({
    nodeId: "n",
    cluster: "c",
    xds: { host: "127.0.0.1", port: 18000 },
  }) as { readonly static_resources: { readonly clusters: readonly { readonly name: string }[] } };
  expect(static_resources.clusters.map(({ name }) => name)).toEqual([controlPlaneCluster]);
});
