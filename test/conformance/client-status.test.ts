import { Client, credentials } from "@grpc/grpc-js";
import { afterEach, expect, test } from "vitest";
import { formatAddress } from "../../src/base/listen-address.ts";
import { decode, encode } from "../../src/proto/codec.ts";
import type { MessageTypes } from "../../src/proto/envoy-types.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { assignment, clusterNamed, connectOver, publish, server, stage } from "./stage.ts";

/* CSDS (csds.proto): what each node has of what it asked for. */

stage();

type Request = MessageTypes["envoy.service.status.v3.ClientStatusRequest"];
type Response = MessageTypes["envoy.service.status.v3.ClientStatusResponse"];

const service = "/envoy.service.status.v3.ClientStatusDiscoveryService";
const { clusterLoadAssignment: endpoints, cluster } = typeUrl;
const opened: Client[] = [];

afterEach(() => {
  for (const client of opened.splice(0)) client.close();
});

test("FetchClientStatus tells what is acknowledged, refused, under way and missing", async () => {
  publish(assignment("good"), assignment("bad"));
  const client = connectOver("delta");
  client.ask({
    typeUrl: endpoints,
    names: ["good", "bad", "nowhere"],
    node: { id: "edge-1", cluster: "edge" },
  });
  client.nack(await client.next(), '"bad" is bad');
  client.ack(await client.next());
  await client.silence(50);
  publish(assignment("good", 2), assignment("bad"));
  await client.next();
  const { config = [] } = await fetchStatus({});
  expect(config).toHaveLength(1);
  expect(config[0]?.node).toMatchObject({ id: "edge-1", cluster: "edge" });
  const states = Object.fromEntries(
    (config[0]?.genericXdsConfigs ?? []).map(({ name, configStatus, clientStatus }) => [
      name,
      [configStatus, clientStatus],
    ]),
  );
  expect(states).toEqual({
    good: ["STALE", "REQUESTED"],
    bad: ["ERROR", "NACKED"],
    nowhere: ["SYNCED", "DOES_NOT_EXIST"],
  });
  const bad = config[0]?.genericXdsConfigs?.find(({ name }) => name === "bad");
  expect(bad?.errorState?.details).toContain("is bad");
  expect(bad?.xdsConfig?.type_url).toBe(endpoints);
});

test.each(["sotw", "delta"] as const)(
  "over %s each resource is in one of the four states",
  async (dialect) => {
    const names = ["steady", "broken", "moving", "waiting"];
    const list = dialect === "sotw" ? names : [];
    const steady = assignment("steady");
    publish(steady, assignment("broken"), assignment("moving"), assignment("waiting"));
    const client = connectOver(dialect);
    client.ask({ typeUrl: endpoints, names });
    client.ack(await client.next(), list);
    await client.silence(30);
    expect(await states()).toEqual({
      steady: "SYNCED",
      broken: "SYNCED",
      moving: "SYNCED",
      waiting: "SYNCED",
    });
    publish(steady, assignment("broken", 2), assignment("moving"), assignment("waiting"));
    client.nack(await client.next(), "no", list);
    await client.silence(30);
    publish(steady, assignment("broken", 2), assignment("moving", 2), assignment("waiting"));
    await client.next();
    publish(steady, assignment("broken", 2), assignment("moving", 2), assignment("waiting", 2));
    await client.silence(30);
    expect(await states()).toEqual({
      steady: "SYNCED",
      broken: "ERROR",
      moving: "STALE",
      waiting: "NOT_SENT",
    });
  },
);

async function states(): Promise<Record<string, unknown>> {
  const { config = [] } = await fetchStatus({});
  const all = config.flatMap(({ genericXdsConfigs = [] }) => genericXdsConfigs);
  return Object.fromEntries(all.map(({ name = "", configStatus }) => [name, configStatus]));
}

test("contents can be left out, and nodes chosen; what cannot be honoured is refused", async () => {
  publish(clusterNamed("a"));
  for (const id of ["edge-1", "edge-2", "core-1"]) {
    const client = connectOver("sotw");
    client.ask({ typeUrl: cluster, node: { id } });
    client.ack(await client.next());
    await client.silence(30);
  }
  const edges = await fetchStatus({
    nodeMatchers: [{ nodeId: { prefix: "edge-" } }],
    excludeResourceContents: true,
  });
  expect(edges.config?.map(({ node }) => node?.id)).toEqual(["edge-1", "edge-2"]);
  expect(edges.config?.[0]?.genericXdsConfigs).toMatchObject([{ name: "a", configStatus: "SYNCED" }]);
  expect(edges.config?.[0]?.genericXdsConfigs?.[0]?.xdsConfig).toBeUndefined();
  await expect(fetchStatus({ nodeMatchers: [{ nodeMetadatas: [{}] }] })).rejects.toMatchObject({ code: 3 });
});

test("StreamClientStatus answers each request of a stream", async () => {
  publish(clusterNamed("a"));
  const call = connect().makeBidiStreamRequest(`${service}/StreamClientStatus`, asIs, asIs);
  const heard: Response[] = [];
  call.on("data", (bytes: Buffer) =>
    heard.push(decode("envoy.service.status.v3.ClientStatusResponse", bytes)),
  );
  const request = Buffer.from(encode("envoy.service.status.v3.ClientStatusRequest", {}));
  call.write(request);
  call.write(request);
  call.end();
  await new Promise((resolve) => call.on("end", resolve));
  expect(heard).toHaveLength(2);
});

const asIs = (bytes: Buffer) => bytes;

function connect(): Client {
  const client = new Client(formatAddress(server().address), credentials.createInsecure());
  opened.push(client);
  return client;
}

function fetchStatus(request: Request): Promise<Response> {
  const bytes = Buffer.from(encode("envoy.service.status.v3.ClientStatusRequest", request));
  return new Promise((resolve, reject) => {
    connect().makeUnaryRequest(`${service}/FetchClientStatus`, asIs, asIs, bytes, (error, answer) => {
      if (error !== null || answer === undefined) reject(error ?? new Error("no answer"));
      else resolve(decode("envoy.service.status.v3.ClientStatusResponse", answer));
    });
  });
}
