import { describe, expect, test } from "vitest";
import { typeUrl } from "../../src/proto/type-url.ts";
import { MovableClock } from "./movable-clock.ts";
import type { Dialect, Received, ScriptedClient } from "./scripted-client.ts";
import { assignment, clusterNamed, connectOver, nacks, publish, server, stage } from "./stage.ts";

/* A response is refused as a whole, mostly for one resource: the others must not wait for it (C5). */

const clock = new MovableClock();
stage({ clock });

const { cluster, clusterLoadAssignment: endpoints } = typeUrl;

describe.each<Dialect>(["sotw", "delta"])("%s", (dialect) => {
  const list = dialect === "sotw" ? ["a1", "b1", "c1"] : [];

  test("C5 one bad of many: the others come at once, and the bad one when it is another", async () => {
    const client = await withEndpoints();
    publish(assignment("a1", 2), assignment("b1", 2), assignment("c1", 2));
    client.nack(await client.next(), 'endpoint of "b1" is bad', list);
    const good = await client.next();
    expect([...good.names].sort()).toEqual(["a1", "c1"]);
    client.ack(good, list);
    expect(await client.silence()).toEqual([]);
    expect(nacks()[0]).toMatchObject({ typeUrl: endpoints, message: 'endpoint of "b1" is bad' });
    expect([...(nacks()[0]?.sources ?? [])].sort()).toEqual(["pools.a1", "pools.b1", "pools.c1"]);
    expect(server().nodes()[0]?.types[0]?.nack?.message).toContain("b1");
    publish(assignment("a1", 2), assignment("b1", 3), assignment("c1", 2));
    const mended = await client.next();
    expect(mended.names).toEqual(["b1"]);
    client.ack(mended, list);
    await client.silence(50);
    expect(server().nodes()[0]?.types[0]?.nack).toBeUndefined();
  });

  test("C5 clusters: the bad one stays as it was accepted last, and the others are not withheld", async () => {
    publish(clusterNamed("a1"), clusterNamed("b1"));
    const client = connectOver(dialect);
    client.ask({ typeUrl: cluster });
    client.ack(await client.next());
    publish(clusterNamed("a1", 2), clusterNamed("b1", 2));
    client.nack(await client.next(), "Error adding/updating cluster(s) b1: no");
    const good = await client.next();
    // In state of the world absence would take b1 away: the version that was accepted stands for it.
    expect([...good.names].sort()).toEqual(dialect === "sotw" ? ["a1", "b1"] : ["a1"]);
    expect(good.removed).toEqual([]);
    client.ack(good);
    expect(await client.silence()).toEqual([]);
  });

  test("C5 words that name nothing: silence, and after a pause halves until the bad one is found", async () => {
    const client = await withEndpoints();
    publish(assignment("a1", 2), assignment("b1", 2), assignment("c1", 2));
    client.nack(await client.next(), "no", list);
    expect(await client.silence()).toEqual([]);
    clock.forward(6_000);
    const delivered = await answerAll(client, list, ({ names }) => names.includes("b1"));
    expect([...delivered].sort()).toEqual(["a1", "c1"]);
    clock.forward(60_000);
    expect(await client.silence()).toEqual([]);
  });

  test.each([
    { type: cluster, made: clusterNamed, asks: false },
    { type: endpoints, made: assignment, asks: true },
  ])("C5 words that name nothing: the next change brings all that was refused, of $type", async (one) => {
    const { type, made, asks } = one;
    const names = ["a1", "b1", "c1"];
    publish(...names.map((name) => made(name)));
    const client = connectOver(dialect);
    client.ask({ typeUrl: type, names: asks ? names : [] });
    client.nack(await client.next(), "no", asks ? list : []);
    expect(await client.silence()).toEqual([]);
    publish(made("a1", 2), made("b1"), made("c1"));
    const again = await client.next();
    expect([...again.names].sort()).toEqual(names);
    client.ack(again, asks ? list : []);
    expect(await client.silence()).toEqual([]);
    clock.forward(60_000);
    expect(await client.silence()).toEqual([]);
    expect(server().nodes()[0]?.types[0]?.nack).toBeUndefined();
  });

  test("C5 a client that refuses everything hears a bounded number of responses, none of them twice", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `pool-${index}`);
    const all = dialect === "sotw" ? names : [];
    publish(...names.map((name) => assignment(name)));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names });
    const contents = new Set<string>();
    let heard = 0;
    for (let quiet = 0; quiet < 2; ) {
      const responses = await client.silence(60);
      quiet = responses.length === 0 ? quiet + 1 : 0;
      for (const response of responses) {
        heard += 1;
        contents.add(JSON.stringify(response.names));
        client.nack(response, "never", all);
      }
      clock.forward(6_000);
    }
    expect(heard).toBeGreaterThan(1);
    expect(heard).toBeLessThan(80);
    expect(contents.size).toBe(heard);
  });

  test("C5 what changed while a refused response was under way is sent, and not taken for refused", async () => {
    const client = await withEndpoints();
    publish(assignment("a1", 2), assignment("b1"), assignment("c1"));
    const first = await client.next();
    publish(assignment("a1", 3), assignment("b1"), assignment("c1"));
    client.nack(first, "no", list);
    const second = await client.next();
    expect(second.names).toEqual(["a1"]);
    client.ack(second, list);
    await client.silence(50);
    expect(server().nodes()[0]?.types[0]?.nack).toBeUndefined();
  });

  test("C5 one letter is a name only in quotes", async () => {
    publish(assignment("a"), assignment("b"));
    const client = connectOver(dialect);
    const both = dialect === "sotw" ? ["a", "b"] : [];
    client.ask({ typeUrl: endpoints, names: ["a", "b"] });
    client.nack(await client.next(), "not a thing I like", both);
    expect(await client.silence()).toEqual([]);
  });

  async function withEndpoints(): Promise<ScriptedClient> {
    publish(assignment("a1"), assignment("b1"), assignment("c1"));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names: ["a1", "b1", "c1"] });
    client.ack(await client.next(), list);
    await client.silence(50);
    return client;
  }
});

/** Answers until nothing comes, refusing what is bad; gives the names that were accepted. */
async function answerAll(
  client: ScriptedClient,
  list: readonly string[],
  bad: (response: Received) => boolean,
): Promise<ReadonlySet<string>> {
  const accepted = new Set<string>();
  for (;;) {
    const responses = await client.silence(80);
    if (responses.length === 0) return accepted;
    for (const response of responses) {
      if (bad(response)) client.nack(response, "no", list);
      else {
        for (const name of response.names) accepted.add(name);
        client.ack(response, list);
      }
    }
  }
}
