import { Client, type ClientDuplexStream, credentials } from "@grpc/grpc-js";
import { afterEach, expect, test } from "vitest";
import { formatAddress } from "../../src/base/listen-address.ts";
import { decode, encode } from "../../src/proto/codec.ts";
import type { MessageTypes } from "../../src/proto/envoy-types.ts";
import type { LoadReport } from "../../src/xds/load-report.ts";
import { clusterNamed, publish, server, stage } from "./stage.ts";

/* LRS (lrs.proto): the client opens, is told what to report and how often, and reports. */

const reports: LoadReport[] = [];
stage({ loadReports: { intervalMs: 2_500, onReport: (report) => reports.push(report) } });

type Request = MessageTypes["envoy.service.load_stats.v3.LoadStatsRequest"];
type Response = MessageTypes["envoy.service.load_stats.v3.LoadStatsResponse"];

const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  reports.length = 0;
});

test.each([
  {
    story: "one that can is asked for all its clusters",
    features: ["envoy.lrs.supports_send_all_clusters"],
    all: true,
    named: undefined,
  },
  { story: "one that does not say so is told which", features: [], all: undefined, named: ["a", "b"] },
])("LRS $story, and told how often", async ({ features, all, named }) => {
  publish(clusterNamed("a"), clusterNamed("b"));
  const { say, next } = open();
  say({ node: { id: "n", cluster: "c", clientFeatures: features } });
  const told = await next();
  expect(told.sendAllClusters).toBe(all);
  expect(told.clusters).toEqual(named);
  expect(told.loadReportingInterval).toEqual({ seconds: 2, nanos: 500_000_000 });
});

test("LRS who is told which clusters is told of new ones with its next report", async () => {
  publish(clusterNamed("a"));
  const { say, next } = open();
  say({ node: { id: "n", cluster: "c" } });
  expect((await next()).clusters).toEqual(["a"]);
  say({ clusterStats: [{ clusterName: "a" }] });
  publish(clusterNamed("a"), clusterNamed("b"));
  say({ clusterStats: [{ clusterName: "a" }] });
  expect((await next()).clusters).toEqual(["a", "b"]);
});

test("LRS what is reported is told once, with the node of the first request", async () => {
  const { say, next, call } = open();
  say({ node: { id: "n", cluster: "c" } });
  await next();
  const load = (issued: number) => ({
    clusterName: "api",
    totalDroppedRequests: 1,
    loadReportInterval: { seconds: 2 },
    upstreamLocalityStats: [
      { totalIssuedRequests: issued, totalSuccessfulRequests: issued - 1, totalErrorRequests: 1 },
    ],
  });
  say({ clusterStats: [load(7)] });
  say({ clusterStats: [load(9)] });
  call.end();
  await new Promise((resolve) => call.on("end", resolve));
  expect(reports.map(({ node }) => node)).toEqual([
    { id: "n", cluster: "c" },
    { id: "n", cluster: "c" },
  ]);
  expect(reports.flatMap(({ clusters }) => clusters)).toMatchObject([
    { cluster: "api", issued: 7, succeeded: 6, failed: 1, dropped: 1, intervalMs: 2_000 },
    { cluster: "api", issued: 9, succeeded: 8, failed: 1, dropped: 1 },
  ]);
});

test("LRS figures that cannot be are left out, the others are taken", async () => {
  const { say, next, call } = open();
  say({ node: { id: "n" } });
  await next();
  say({
    clusterStats: [
      { clusterName: "absurd", upstreamLocalityStats: [{ totalIssuedRequests: 2 ** 52 }] },
      { clusterName: "good", upstreamLocalityStats: [{ totalIssuedRequests: 3 }] },
    ],
  });
  call.end();
  await new Promise((resolve) => call.on("end", resolve));
  expect(reports.flatMap(({ clusters }) => clusters.map(({ cluster }) => cluster))).toEqual(["good"]);
});

test.each([
  { story: "no node", bytes: Buffer.alloc(0) },
  { story: "garbage", bytes: Buffer.from([0xff, 0xff, 0xff]) },
])("LRS $story ends the stream with INVALID_ARGUMENT", async ({ bytes }) => {
  const { call } = open();
  const failed = new Promise((resolve) => call.on("error", resolve));
  call.write(bytes);
  expect(await failed).toMatchObject({ code: 3 });
});

interface Opened {
  readonly call: ClientDuplexStream<Buffer, Buffer>;
  readonly say: (request: Request) => void;
  readonly next: () => Promise<Response>;
}

function open(): Opened {
  const client = new Client(formatAddress(server().address), credentials.createInsecure());
  clients.push(client);
  const asIs = (bytes: Buffer) => bytes;
  const call = client.makeBidiStreamRequest<Buffer, Buffer>(
    "/envoy.service.load_stats.v3.LoadReportingService/StreamLoadStats",
    asIs,
    asIs,
  );
  call.on("error", () => {});
  call.resume();
  return {
    call,
    say: (request) =>
      call.write(Buffer.from(encode("envoy.service.load_stats.v3.LoadStatsRequest", request))),
    next: () =>
      new Promise((resolve) =>
        call.once("data", (bytes: Buffer) =>
          resolve(decode("envoy.service.load_stats.v3.LoadStatsResponse", bytes)),
        ),
      ),
  };
}
