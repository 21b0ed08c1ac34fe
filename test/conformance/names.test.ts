import { describe, expect, test } from "vitest";
import { encode } from "../../src/proto/codec.ts";
import { encodedResource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import type { Dialect } from "./scripted-client.ts";
import { assignment, clusterNamed, connectOver, publish, stage } from "./stage.ts";

/* Names, aliases, collections and wildcards: C7 to C9, X5, X11, X12, and xdstp names. */

stage();

const { cluster, clusterLoadAssignment: endpoints, virtualHost, lbEndpoint } = typeUrl;
const vhds = "/envoy.service.route.v3.VirtualHostDiscoveryService/DeltaVirtualHosts";
const leds = "/envoy.service.endpoint.v3.LocalityEndpointDiscoveryService/DeltaLocalityEndpoints";

describe.each<Dialect>(["sotw", "delta"])("%s", (dialect) => {
  test("xdstp names are compared in their parts, whatever the order of their parameters", async () => {
    const name = "xdstp://authority/envoy.config.endpoint.v3.ClusterLoadAssignment/a?x=1&y=2";
    publish(assignment(name));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: [name.replace("x=1&y=2", "y=2&x=1")] });
    expect((await client.next()).names).toEqual([name]);
  });

  test("C8 C9 the wildcard goes and the name stays, and the other way round", async () => {
    publish(clusterNamed("a"), clusterNamed("b"));
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster, names: ["*", "a"] });
    const first = await client.next();
    expect([...first.names].sort()).toEqual(["a", "b"]);
    if (dialect === "sotw") client.ack(first, ["a"]);
    else {
      client.ack(first);
      client.ask({ typeUrl: cluster, unsubscribe: ["*"] });
    }
    await client.silence(60);
    publish(clusterNamed("a", 2), clusterNamed("b", 2));
    expect((await client.next()).names).toEqual(["a"]);
  });
});

test("X11 a resource is found by its alias, and told by its name; asked for by both it comes once", async () => {
  publish(virtualHostNamed("routes/shop", ["routes/shop.example", "routes/shop.test"]));
  const client = connectOver("delta", vhds);
  client.ask({ typeUrl: virtualHost, names: ["routes/shop.example", "routes/shop", "routes/nobody"] });
  const first = await client.next();
  expect(first).toMatchObject({ names: ["routes/shop"], removed: ["routes/nobody"] });
  client.ack(first);
  publish();
  expect(await client.next()).toMatchObject({ names: [], removed: ["routes/shop"] });
});

test("X11 X12 an alias that appears later is sent when it does", async () => {
  publish(clusterNamed("a"));
  const client = connectOver("delta", vhds);
  client.ask({ typeUrl: virtualHost, names: ["routes/late.example"] });
  const told = await client.next();
  expect(told.removed).toEqual(["routes/late.example"]);
  client.ack(told);
  publish(clusterNamed("a"), virtualHostNamed("routes/late", ["routes/late.example"]));
  expect((await client.next()).names).toEqual(["routes/late"]);
});

test("X12 an empty first request for virtual hosts asks for none yet", async () => {
  publish(virtualHostNamed("routes/shop", []));
  const client = connectOver("delta", vhds);
  client.ask({ typeUrl: virtualHost });
  expect(await client.silence()).toEqual([]);
});

test("X12 the wildcard taken and given back in one request asks for nothing yet", async () => {
  publish(clusterNamed("a"));
  const client = connectOver("delta");
  client.ask({ typeUrl: cluster, names: ["*"], unsubscribe: ["*"] });
  expect((await client.silence()).flatMap(({ names }) => names)).toEqual([]);
  client.ask({ typeUrl: cluster, names: ["a"] });
  expect((await client.next()).names).toEqual(["a"]);
});

test("a glob collection brings its members, those that come later, and their end", async () => {
  const collection = "xdstp://authority/envoy.config.endpoint.v3.LbEndpoint/pool/";
  publish(lbEndpointNamed(`${collection}1`), lbEndpointNamed(`${collection}2`), lbEndpointNamed("other"));
  const client = connectOver("delta", leds);
  client.ask({ typeUrl: lbEndpoint, names: [`${collection}*`] });
  const first = await client.next();
  expect([...first.names].sort()).toEqual([`${collection}1`, `${collection}2`]);
  client.ack(first);
  publish(lbEndpointNamed(`${collection}2`), lbEndpointNamed(`${collection}3`), lbEndpointNamed("other"));
  expect(await client.next()).toMatchObject({ names: [`${collection}3`], removed: [`${collection}1`] });
});

function virtualHostNamed(name: string, aliases: readonly string[]) {
  const value = encode("envoy.config.route.v3.VirtualHost", { name, domains: ["*"] });
  return encodedResource({ typeUrl: virtualHost, name, value, aliases });
}

function lbEndpointNamed(name: string) {
  const value = encode("envoy.config.endpoint.v3.LbEndpoint", { loadBalancingWeight: { value: 1 } });
  return encodedResource({ typeUrl: lbEndpoint, name, value });
}
