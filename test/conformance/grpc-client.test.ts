import { expect, test } from "vitest";
import { typeUrl } from "../../src/proto/type-url.ts";
import {
  assignment,
  clusterNamed,
  connectOver,
  listenerNamed,
  nacks,
  publish,
  server,
  stage,
} from "./stage.ts";

/*
 * What gRPC's own clients do otherwise than Envoy (§1.4): state of the world on ADS only, names and never a
 * wildcard, also for listeners and clusters. `test/e2e/grpc-client.test.ts` has one of them.
 */

stage();

const { cluster, clusterLoadAssignment: endpoints, listener } = typeUrl;
const connect = () => connectOver("sotw");

test("listeners and clusters are asked for by name, and nothing else comes", async () => {
  publish(listenerNamed("mine"), listenerNamed("other"), clusterNamed("a"), clusterNamed("b"));
  const client = connect();
  client.ask({ typeUrl: listener, names: ["mine"] });
  const listeners = await client.next();
  expect(listeners.names).toEqual(["mine"]);
  client.ack(listeners, ["mine"]);
  client.ask({ typeUrl: cluster, names: ["a"] });
  const clusters = await client.next();
  expect(clusters.names).toEqual(["a"]);
  client.ack(clusters, ["a"]);
  publish(listenerNamed("mine"), listenerNamed("other", 2), clusterNamed("a"), clusterNamed("b", 2));
  expect(await client.silence()).toEqual([]);
});

test("a second channel's listener is one more name: both come, for a response is everything", async () => {
  publish(listenerNamed("one"), listenerNamed("two"));
  const client = connect();
  client.ask({ typeUrl: listener, names: ["one"] });
  const first = await client.next();
  client.ack(first, ["one"]);
  await client.silence(30);
  client.ack(first, ["one", "two"]);
  expect([...(await client.next()).names].sort()).toEqual(["one", "two"]);
});

test("a listener that is not there is told by its absence, and sent when it is made", async () => {
  publish(clusterNamed("a"));
  const client = connect();
  client.ask({ typeUrl: listener, names: ["mine"] });
  const absent = await client.next();
  expect(absent).toMatchObject({ typeUrl: listener, names: [] });
  client.ack(absent, ["mine"]);
  await client.silence(30);
  publish(clusterNamed("a"), listenerNamed("mine"));
  expect((await client.next()).names).toEqual(["mine"]);
});

test("deleted clusters are left out; the others are in the response, or they would be deleted too", async () => {
  publish(clusterNamed("a"), clusterNamed("b"));
  const client = connect();
  client.ask({ typeUrl: cluster, names: ["a", "b"] });
  client.ack(await client.next(), ["a", "b"]);
  await client.silence(30);
  publish(clusterNamed("b"));
  expect((await client.next()).names).toEqual(["b"]);
});

test("a shorter list unsubscribes: what left it is not sent again, the rest goes on", async () => {
  publish(clusterNamed("a"), clusterNamed("b"), assignment("a"), assignment("b"));
  const client = connect();
  client.ask({ typeUrl: cluster, names: ["a", "b"] });
  const clusters = await client.next();
  client.ack(clusters, ["b"]);
  client.ask({ typeUrl: endpoints, names: ["a", "b"] });
  client.ack(await client.next(), ["b"]);
  await client.silence(50);
  publish(clusterNamed("a", 2), clusterNamed("b"), assignment("a", 2), assignment("b"));
  expect(await client.silence()).toEqual([]);
  publish(clusterNamed("a", 2), clusterNamed("b", 2), assignment("a", 2), assignment("b"));
  expect((await client.next()).names).toEqual(["b"]);
});

test("the last name goes: nothing is sent from then on, and it is no wildcard", async () => {
  publish(clusterNamed("a"));
  const client = connect();
  client.ask({ typeUrl: cluster, names: ["a"] });
  client.ack(await client.next(), []);
  for (const { names } of await client.silence()) expect(names).toEqual([]);
  publish(clusterNamed("a", 2), clusterNamed("b"));
  expect((await client.silence()).flatMap(({ names }) => names)).toEqual([]);
});

test.each([
  'xDS response validation errors: [resource index 1: cluster "bad-1": EDS ConfigSource is not ADS]',
  "CDS response validation errors: [resource index 1: bad-1: validation error: [field:type error:unknown]]",
  "invalid cluster(s): bad-1: DNS_CLUSTER",
])("a refusal that names one of many (A46) withholds that one: %s", async (words) => {
  const names = ["good-1", "bad-1", "good-2"];
  publish(...names.map((name) => clusterNamed(name)));
  const client = connect();
  client.ask({ typeUrl: cluster, names });
  client.ack(await client.next(), names);
  await client.silence(30);
  publish(...names.map((name) => clusterNamed(name, 2)));
  client.nack(await client.next(), words, names);
  const rest = await client.next();
  // Absence would delete the bad one, so what it accepted last stands for it.
  expect([...rest.names].sort()).toEqual([...names].sort());
  client.ack(rest, names);
  expect(await client.silence()).toEqual([]);
  expect(nacks()[0]?.message).toBe(words);
  expect(server().nodes()[0]?.types[0]?.nack?.message).toBe(words);
  publish(...names.map((name) => clusterNamed(name, 3)));
  client.ack(await client.next(), names);
  await client.silence(30);
  expect(server().nodes()[0]?.types[0]?.nack).toBeUndefined();
});
