import { describe, expect, test } from "vitest";
import { encode } from "../../src/proto/codec.ts";
import { encodedResource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import type { Dialect } from "./scripted-client.ts";
import { assignment, connectOver, publish, stage } from "./stage.ts";

/* Names of the form xdstp://{authority}/{type}/{id}?{context}#{directives} (xRFC TP1), and collections (§1.4). */

stage();

const { clusterLoadAssignment: endpoints, lbEndpoint } = typeUrl;
const type = "envoy.config.endpoint.v3.ClusterLoadAssignment";

describe.each<Dialect>(["sotw", "delta"])("xdstp over %s", (dialect) => {
  test.each([
    { story: "context parameters in another order", is: "one/%?x=1&y=2", asked: "one/%?y=2&x=1" },
    { story: "percent signs that nobody needs", is: "one/%/a-b", asked: "one/%/%61%2Db" },
    { story: "percent signs in small letters", is: "one/%/a%2Fb", asked: "one/%/a%2fb" },
    { story: "percent signs in a parameter", is: "one/%/a?k=v%20w", asked: "one/%/a?%6B=v%20w" },
    { story: "no authority", is: "/%/a", asked: "/%/a" },
    { story: "a directive, which is the client's business", is: "one/%/a", asked: "one/%/a#alt=other" },
    { story: "two directives", is: "one/%/a?x=1", asked: "one/%/a?x=1#entry=b,alt=other" },
  ])("$story: $asked is $is", async ({ is, asked }) => {
    publish(assignment(nameOf(is)));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: [nameOf(asked)] });
    const first = await client.next();
    expect(first).toMatchObject({ names: [nameOf(is)], removed: [] });
    client.ack(first, dialect === "sotw" ? [nameOf(asked)] : []);
    await client.silence(30);
    publish(assignment(nameOf(is), 2));
    expect((await client.next()).names).toEqual([nameOf(is)]);
  });

  test.each([
    { story: "another authority", is: "one/%/a", asked: "two/%/a" },
    { story: "another type", is: "one/%/a", asked: "one/envoy.config.cluster.v3.Cluster/a" },
    { story: "fewer parameters", is: "one/%/a?x=1&y=2", asked: "one/%/a?x=1" },
    { story: "more parameters", is: "one/%/a", asked: "one/%/a?x=1" },
    { story: "another value", is: "one/%/a?x=1", asked: "one/%/a?x=2" },
    { story: "a slash that is part of a segment", is: "one/%/a/b", asked: "one/%/a%2Fb" },
    { story: "capital letters", is: "one/%/a", asked: "one/%/A" },
  ])("$story: $asked is not $is", async ({ is, asked }) => {
    publish(assignment(nameOf(is)));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: [nameOf(asked)] });
    const heard = await client.silence(80);
    expect(heard.flatMap(({ names }) => names)).toEqual([]);
    expect(heard.flatMap(({ removed }) => removed)).toHaveLength(dialect === "delta" ? 1 : 0);
  });

  test.each(["xdstp://", "xdstp:///", "xdstp://a", "xdstp://a/b?c&&=#", "xdstp://a/%zz/%", "xdstp:/a/b/c"])(
    "a name that is hardly one harms nobody: %s",
    async (name) => {
      publish(assignment("a"));
      const client = connectOver(dialect);
      client.ask({ typeUrl: endpoints, names: [name, "a"] });
      expect((await client.next()).names).toEqual(["a"]);
    },
  );
});

describe("LEDS: a locality's endpoints as a collection, over ADS", () => {
  const pool = "xdstp://one/envoy.config.endpoint.v3.LbEndpoint/pool";

  test("an empty collection is subscribed to: what comes later is sent, what leaves is told", async () => {
    publish(assignment("a"));
    const client = connectOver("delta");
    client.ask({ typeUrl: lbEndpoint, names: [`${pool}/*`] });
    for (const response of await client.silence(80)) {
      expect(response.names).toEqual([]);
      client.ack(response);
    }
    publish(assignment("a"), member(`${pool}/1`));
    const first = await client.next();
    expect(first.names).toEqual([`${pool}/1`]);
    client.ack(first);
    await client.silence(30);
    publish(assignment("a"), member(`${pool}/1`, 2), member(`${pool}/2`));
    const second = await client.next();
    expect([...second.names].sort()).toEqual([`${pool}/1`, `${pool}/2`]);
    client.ack(second);
    await client.silence(30);
    publish(assignment("a"), member(`${pool}/2`));
    expect(await client.next()).toMatchObject({ names: [], removed: [`${pool}/1`] });
  });

  test("a collection has the members with its own parameters, and none below it or beside it", async () => {
    publish(
      member(`${pool}/1?zone=a`),
      member(`${pool}/2?zone=b`),
      member(`${pool}/3`),
      member(`${pool}/deep/4?zone=a`),
      member(`${pool}-other/5?zone=a`),
    );
    const client = connectOver("delta");
    client.ask({ typeUrl: lbEndpoint, names: [`${pool}/*?zone=a`] });
    expect((await client.next()).names).toEqual([`${pool}/1?zone=a`]);
  });

  test("unsubscribing from a collection ends it; a member asked for by name stays", async () => {
    publish(member(`${pool}/1`), member(`${pool}/2`));
    const client = connectOver("delta");
    client.ask({ typeUrl: lbEndpoint, names: [`${pool}/*`, `${pool}/1`] });
    const first = await client.next();
    expect([...first.names].sort()).toEqual([`${pool}/1`, `${pool}/2`]);
    client.ack(first);
    client.ask({ typeUrl: lbEndpoint, unsubscribe: [`${pool}/*`] });
    await client.silence(50);
    publish(member(`${pool}/1`, 2), member(`${pool}/2`, 2));
    expect((await client.next()).names).toEqual([`${pool}/1`]);
  });
});

/** `%` stands for the type. */
function nameOf(rest: string): string {
  return `xdstp://${rest.replace("/%", `/${type}`)}`;
}

function member(name: string, weight = 1) {
  const value = encode("envoy.config.endpoint.v3.LbEndpoint", { loadBalancingWeight: { value: weight } });
  return encodedResource({ typeUrl: lbEndpoint, name, value });
}
