import { expect, test } from "vitest";
import { encodedResource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { discoveryMethods } from "../../src/xds/services.ts";
import { connectOver, publish, stage } from "./stage.ts";

/* Every method of every service, with something on it (xds_protocol.rst "RPC services and methods"). */

stage();

/** A message whose first field is the name, which is all that these tests look at. */
const named = (type: string, name: string, more = "") =>
  encodedResource({
    typeUrl: type,
    name,
    value: Buffer.concat([Buffer.from([10, name.length]), Buffer.from(`${name}${more}`)]),
  });

const perType = discoveryMethods.flatMap(({ path, dialect, typeUrl: type }) =>
  type === undefined ? [] : [{ path, dialect, type }],
);

test.each(perType)("C3 $path serves its type, and follows a change", async ({ path, dialect, type }) => {
  publish(named(type, "a"), named(type, "b"));
  const client = connectOver(dialect, path);
  client.ask({ names: ["a"] });
  const first = await client.next();
  expect(first).toMatchObject({ typeUrl: type, names: ["a"] });
  client.ack(first, dialect === "sotw" ? ["a"] : []);
  await client.silence(30);
  const changed = encodedResource({ typeUrl: type, name: "a", value: Buffer.from([10, 1, 97, 16, 1]) });
  publish(changed, named(type, "b"));
  expect(await client.next()).toMatchObject({ typeUrl: type, names: ["a"] });
});

test("X10 an extension that has left is not taken away from the client, and is told missing when asked for", async () => {
  const type = typeUrl.extensionConfig;
  publish(named(type, "a"));
  const client = connectOver("delta");
  client.ask({ typeUrl: type, names: ["a", "never"] });
  const first = await client.next();
  expect(first).toMatchObject({ names: ["a"], removed: ["never"] });
  client.ack(first);
  publish();
  expect(await client.silence()).toEqual([]);
});

test("X13 fields that nobody serves yet are borne with", async () => {
  publish(named(typeUrl.cluster, "a"));
  const client = connectOver("delta");
  const node = Buffer.from([10, 3, 10, 1, 110]);
  const type = Buffer.from(typeUrl.cluster);
  // resource_locators_subscribe (8) and a field of a protocol yet to come (15).
  const unknown = Buffer.from([66, 3, 10, 1, 120, 122, 1, 0]);
  client.sendBytes(Buffer.concat([node, Buffer.from([18, type.length]), type, unknown]));
  expect((await client.next()).names).toEqual(["a"]);
});
