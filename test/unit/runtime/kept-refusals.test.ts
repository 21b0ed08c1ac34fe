import { expect, test } from "vitest";
import { typeUrl } from "../../../src/proto/type-url.ts";
import type { Blamed } from "../../../src/runtime/blamed.ts";
import { KeptRefusals } from "../../../src/runtime/kept-refusals.ts";
import type { Nacked } from "../../../src/xds/hooks.ts";

const pool = (name: string): Blamed => ({ kind: "pool", pool: name });

test("a refusal is known by what the stream tells of it, and the latest one counts", () => {
  const kept = new KeptRefusals();
  const envoy = nodeNamed("e1");
  kept.keep(refusal(envoy, "no"), [pool("a")]);
  expect(kept.of("e1", typeUrl.cluster, nack("no"))).toEqual([pool("a")]);
  expect(kept.of("e1", typeUrl.listener, nack("no"))).toEqual([]);
  expect(kept.of("e2", typeUrl.cluster, nack("no"))).toEqual([]);
  kept.keep(refusal(envoy, "again no"), [pool("b")]);
  expect(kept.of("e1", typeUrl.cluster, nack("no"))).toEqual([]);
  expect(kept.of("e1", typeUrl.cluster, nack("again no"))).toEqual([pool("b")]);
});

test("it lasts as long as its stream, and not as long as others of the same node", () => {
  const kept = new KeptRefusals();
  const [older, younger] = [nodeNamed("e1"), nodeNamed("e1")];
  kept.keep(refusal(older, "no"), [pool("a")]);
  kept.keep(refusal(younger, "neither"), [pool("b")]);
  kept.forget(older);
  expect(kept.of("e1", typeUrl.cluster, nack("no"))).toEqual([]);
  expect(kept.of("e1", typeUrl.cluster, nack("neither"))).toEqual([pool("b")]);
  kept.forget(younger);
  kept.forget(nodeNamed("never seen"));
  expect(kept.of("e1", typeUrl.cluster, nack("neither"))).toEqual([]);
});

test("of thousands of suspects ten are kept", () => {
  const kept = new KeptRefusals();
  const all = Array.from({ length: 5_000 }, (_, index) => pool(`p${index}`));
  kept.keep(refusal(nodeNamed("e1"), "no"), all);
  expect(kept.of("e1", typeUrl.cluster, nack("no"))).toHaveLength(10);
});

const nodeNamed = (id: string) => ({
  id,
  cluster: "",
  userAgentName: "",
  userAgentVersion: "",
  features: new Set<string>(),
});

const nack = (message: string) => ({ version: "v", atMs: 0, message });

function refusal(node: Nacked["node"], message: string): Nacked {
  return {
    node,
    group: "",
    dialect: "delta",
    connection: { peer: "127.0.0.1:1" } as Nacked["connection"],
    typeUrl: typeUrl.cluster,
    version: "v",
    message,
    resources: [],
    sources: [],
    refused: [],
  };
}
