import { describe, expect, test } from "vitest";
import { encodedResource, type Resource } from "../../src/proto/resource.ts";
import { discoveryMethods } from "../../src/xds/services.ts";
import type { ScriptedClient } from "./scripted-client.ts";
import { connectOver, nacks, publish, stage } from "./stage.ts";

/* The basic rules once more on the services for one type each; `rules.test.ts` has them on ADS. */

stage();

const services = discoveryMethods.flatMap(({ path, dialect, typeUrl }) =>
  typeUrl === undefined ? [] : [{ path, dialect, typeUrl }],
);

describe.each(services)("$path", ({ path, dialect, typeUrl }) => {
  /** Its first field is the name, as most messages have it; the second is what changes. */
  const named = (name: string, content = 1): Resource =>
    encodedResource({
      typeUrl,
      name,
      value: Buffer.concat([Buffer.from([10, name.length]), Buffer.from(name), Buffer.from([16, content])]),
    });
  const connect = () => connectOver(dialect, path);
  /** State of the world repeats its list in every request; `names` is what it is from now on. */
  const listed = (names: readonly string[]) => (dialect === "sotw" ? names : []);
  const asksAlso = (client: ScriptedClient, names: readonly string[], added: string, nonce: string) =>
    client.ask(dialect === "sotw" ? { names: [...names, added], nonce } : { names: [added] });

  test("C1 C6 nonces are new, a change is sent, and the same again is not", async () => {
    publish(named("a"));
    const client = connect();
    client.ask({ names: ["a"] });
    const first = await client.next();
    client.ack(first, listed(["a"]));
    publish(named("a"));
    expect(await client.silence(80)).toEqual([]);
    publish(named("a", 2));
    const second = await client.next();
    expect(second).toMatchObject({ typeUrl, names: ["a"] });
    expect(first.nonce).not.toBe("");
    expect(second.nonce).not.toBe(first.nonce);
  });

  test("C5 what was refused is not sent again until it changes", async () => {
    publish(named("a"));
    const client = connect();
    client.ask({ names: ["a"] });
    client.nack(await client.next(), "no", listed(["a"]));
    expect(await client.silence(80)).toEqual([]);
    expect(nacks()).toMatchObject([{ typeUrl, message: "no", resources: ["a"] }]);
    publish(named("a", 2));
    expect((await client.next()).names).toEqual(["a"]);
  });

  test("C10 X3 a name that is not there is told missing where that can be said, and sent once it is", async () => {
    publish(named("other"));
    const client = connect();
    client.ask({ names: ["late"] });
    const told = await client.silence(80);
    expect(told.flatMap(({ names }) => names)).toEqual([]);
    expect(told.flatMap(({ removed }) => removed)).toEqual(dialect === "delta" ? ["late"] : []);
    for (const response of told) client.ack(response, listed(["late"]));
    await client.silence(30);
    publish(named("other"), named("late"));
    expect((await client.next()).names).toEqual(["late"]);
  });

  test("W3 X4 a name that is added is answered although nothing changed", async () => {
    publish(named("a"), named("b"));
    const client = connect();
    client.ask({ names: ["a"] });
    const first = await client.next();
    client.ack(first, listed(["a"]));
    await client.silence(30);
    asksAlso(client, ["a"], "b", first.nonce);
    expect((await client.next()).names).toContain("b");
  });
});
