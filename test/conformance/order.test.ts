import { describe, expect, test } from "vitest";
import { typeUrl } from "../../src/proto/type-url.ts";
import type { Dialect } from "./scripted-client.ts";
import {
  assignment,
  clusterNamed,
  connectEverything,
  connectOver,
  listenerNamed,
  nacks,
  namesFor,
  publish,
  routesNamed,
  server,
  stage,
} from "./stage.ts";

/* What waits for what on one stream, and what never does. The limit of patience is long here: a test that runs into it fails. */

stage({ holdMs: 10_000 });

const { cluster, clusterLoadAssignment: endpoints, listener, routeConfiguration: routes } = typeUrl;

describe.each<Dialect>(["sotw", "delta"])("%s", (dialect) => {
  /** Envoy acknowledges no cluster while one warms, and it warms until its endpoints are there. */
  test("C14 endpoints of a changed cluster do not wait for the cluster's acknowledgement, also while another is to leave", async () => {
    const client = connectOver(dialect);
    for (const response of await connectEverything(client, dialect))
      client.ack(response, namesFor(response.typeUrl));
    const both = [clusterNamed("a"), assignment("a"), clusterNamed("b"), assignment("b")];
    publish(...both, listenerNamed("l"), routesNamed("r"));
    client.ack(await client.next());
    client.ask({
      typeUrl: endpoints,
      names: dialect === "sotw" ? ["a", "b"] : ["b"],
      ...(dialect === "sotw" ? { nonce: client.lastNonce(endpoints) } : {}),
    });
    client.ack(await client.next(), ["a", "b"]);
    await client.silence(50);

    // The endpoints are under way already when the cluster changes, as after a verdict about health.
    publish(clusterNamed("a"), assignment("a", 2), ...both.slice(2), listenerNamed("l"), routesNamed("r"));
    const underWay = await client.next();
    publish(clusterNamed("a", 2), assignment("a", 2), listenerNamed("l"), routesNamed("r", 2));
    const clusters = await client.next();
    expect([underWay.typeUrl, clusters.typeUrl]).toEqual([endpoints, cluster]);
    client.ack(underWay, ["a", "b"]);
    const following = await client.next();
    expect(following).toMatchObject({ typeUrl: endpoints, names: ["a"] });
    client.ack(clusters);
    client.ack(following, ["a", "b"]);
    const replaced = await client.next();
    expect(replaced.typeUrl).toBe(routes);
    client.ack(replaced, ["r"]);
    expect((await client.next()).typeUrl).toBe(cluster);
  });

  test("C11 who asks for the first time is answered at once, whatever it has not acknowledged", async () => {
    publish(clusterNamed("a"), assignment("a"), listenerNamed("l"), routesNamed("r"));
    const client = connectOver(dialect);
    for (const type of [cluster, endpoints, listener, routes]) {
      client.ask({ typeUrl: type, names: namesFor(type) });
      expect((await client.next()).typeUrl).toBe(type);
    }
  });

  test("C12 who comes back and has routes gets new ones after the clusters that they need", async () => {
    publish(clusterNamed("a"), assignment("a"), listenerNamed("l"), routesNamed("r"));
    const client = connectOver(dialect);
    const had = dialect === "sotw" ? { version: "old" } : {};
    client.ask({ typeUrl: cluster, ...had, initial: { b: "old" } });
    const clusters = await client.next();
    client.ask({ typeUrl: endpoints, names: ["a"] });
    const load = await client.next();
    client.ask({ typeUrl: routes, names: ["r"], ...had, initial: { r: "old" } });
    client.ack(load, ["a"]);
    expect(await client.silence(100)).toEqual([]);
    client.ack(clusters);
    expect((await client.next()).typeUrl).toBe(routes);
  });
});

describe("delta", () => {
  test("X4 X12 what is asked for is answered at once, although a response before is not; each is answered on its own", async () => {
    publish(assignment("a1"), assignment("b1"));
    const client = connectOver("delta");
    client.ask({ typeUrl: endpoints, names: ["a1"] });
    const first = await client.next();
    client.ask({ typeUrl: endpoints, names: ["b1"] });
    const second = await client.next();
    client.ask({ typeUrl: endpoints, names: ["none"] });
    const third = await client.next();
    expect([first.names, second.names, third.removed]).toEqual([["a1"], ["b1"], ["none"]]);
    client.nack(first, "a1 is bad");
    client.ack(second);
    client.ack(third);
    await client.silence(50);
    expect(nacks().map(({ resources }) => resources)).toEqual([["a1"]]);
    const [status] = server().nodes()[0]?.types ?? [];
    expect(status?.nack?.message).toBe("a1 is bad");
    publish(assignment("a1"), assignment("b1", 2));
    expect((await client.next()).names).toEqual(["b1"]);
  });

  test("C5 the later of two unanswered responses is refused: it is not sent again, nor is the earlier", async () => {
    publish(assignment("a1"), assignment("b1"));
    const client = connectOver("delta");
    client.ask({ typeUrl: endpoints, names: ["a1"] });
    const first = await client.next();
    client.ask({ typeUrl: endpoints, names: ["b1"] });
    client.nack(await client.next(), "b1 is bad");
    client.ack(first);
    expect(await client.silence()).toEqual([]);
    expect(nacks().map(({ resources }) => resources)).toEqual([["b1"]]);
    publish(assignment("a1", 2), assignment("b1"));
    expect((await client.next()).names).toEqual(["a1"]);
  });

  test("X12 who asks for more and more and answers nothing is answered so many times, and goes on with its answers", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `pool-${index}`);
    publish(...names.map((name) => assignment(name)));
    const client = connectOver("delta");
    for (const name of names) client.ask({ typeUrl: endpoints, names: [name] });
    const heard = [...(await client.silence(150))];
    expect(heard.length).toBeGreaterThan(10);
    expect(heard.length).toBeLessThan(25);
    for (const response of heard) client.ack(response);
    const rest = await client.silence(150);
    expect([...heard, ...rest].flatMap((response) => response.names).sort()).toEqual(names.sort());
  });
});
