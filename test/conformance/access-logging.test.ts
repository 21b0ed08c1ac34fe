import { Client, type ClientDuplexStream, credentials } from "@grpc/grpc-js";
import { afterEach, expect, test } from "vitest";
import { formatAddress } from "../../src/base/listen-address.ts";
import { encode } from "../../src/proto/codec.ts";
import type { MessageTypes } from "../../src/proto/envoy-types.ts";
import type { AccessLogEntries, AccessLogLoss } from "../../src/xds/access-log.ts";
import { server, stage } from "./stage.ts";

/* ALS (als.proto): the client tells its node once, and sends entries for as long as it lives. */

const heard: AccessLogEntries[] = [];
const lost: AccessLogLoss[] = [];
stage({
  accessLogs: {
    onEntries: (entries) => {
      heard.push(entries);
      if (entries.logName === "thrown at") throw new Error("a mistake of the program");
    },
    onLost: (loss) => lost.push(loss),
  },
});

type Message = MessageTypes["envoy.service.accesslog.v3.StreamAccessLogsMessage"];

const clients: Client[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  heard.length = 0;
  lost.length = 0;
});

const identifier = { node: { id: "n", cluster: "c" }, logName: "requests" };
const tcp = (...statuses: readonly string[]): Message => ({
  tcpLogs: { logEntry: statuses.map((status) => ({ commonProperties: { customTags: { status } } })) },
});

test("ALS entries are told with the node and the log of the first message", async () => {
  const { say, end } = open();
  say({ identifier, ...tcp("200", "201") });
  say(tcp("202"));
  say({ httpLogs: { logEntry: [{ response: { responseCode: { value: 203 } } }] } });
  expect(await end()).toMatchObject({ code: 0 });
  expect(heard.map(({ node, logName }) => ({ node, logName }))).toEqual(
    Array(3).fill({ node: { id: "n", cluster: "c" }, logName: "requests" }),
  );
  expect(
    heard.flatMap((one) => one.tcp.map(({ commonProperties }) => commonProperties?.customTags?.status)),
  ).toEqual(["200", "201", "202"]);
  expect(heard[2]?.http).toHaveLength(1);
});

test.each([
  {
    story: "no node",
    first: Buffer.from(encode("envoy.service.accesslog.v3.StreamAccessLogsMessage", tcp("200"))),
  },
  { story: "garbage", first: Buffer.from([0xff, 0xff, 0xff]) },
])("ALS $story ends the stream with INVALID_ARGUMENT", async ({ first }) => {
  const { call, ended } = open();
  call.write(first);
  expect(await ended).toMatchObject({ code: 3 });
  expect(heard).toEqual([]);
});

test.each([
  { story: "garbage", bytes: Buffer.from([0xff, 0xff, 0xff]) },
  { story: "a message too long", bytes: Buffer.alloc(1024 * 1024 + 1) },
  { story: "half a million empty entries in a megabyte", bytes: emptyEntries(500_000) },
])("ALS $story is passed over and told, and what comes after it is taken", async ({ bytes }) => {
  const { say, call, end } = open();
  say({ identifier, ...tcp("200") });
  call.write(bytes);
  say(tcp("201"));
  expect(await end()).toMatchObject({ code: 0 });
  expect(heard).toHaveLength(2);
  expect(lost).toEqual([{ node: identifier.node, reason: expect.any(String), bytes: bytes.length }]);
});

test("ALS of a flood what the stream's pace allows is taken, and the rest told", async () => {
  const { say, end } = open();
  say({ identifier, ...tcp("200") });
  for (let round = 0; round < 40; round += 1) say(tcp("x".repeat(1_000_000)));
  expect(await end()).toMatchObject({ code: 0 });
  expect(lost.every(({ reason }) => reason === "too much at once")).toBe(true);
  expect(heard.length + lost.length).toBe(41);
  expect(heard.length).toBeGreaterThanOrEqual(16);
  expect(lost.length).toBeGreaterThanOrEqual(5);
});

test("ALS a program that throws loses no stream", async () => {
  const { say, end } = open();
  say({ identifier: { ...identifier, logName: "thrown at" }, ...tcp("200") });
  say(tcp("201"));
  expect(await end()).toMatchObject({ code: 0 });
  expect(heard).toHaveLength(2);
});

function emptyEntries(count: number): Buffer {
  const entries = Buffer.alloc(count * 2);
  for (let at = 0; at < entries.length; at += 2) entries[at] = 0x0a;
  const length = Buffer.from([
    ((count * 2) & 0x7f) | 0x80,
    (((count * 2) >> 7) & 0x7f) | 0x80,
    (count * 2) >> 14,
  ]);
  return Buffer.concat([Buffer.from([0x1a]), length, entries]);
}

interface Opened {
  readonly call: ClientDuplexStream<Buffer, Buffer>;
  readonly say: (message: Message) => void;
  /** Half-closes, and gives the status. */
  readonly end: () => Promise<object>;
  readonly ended: Promise<object>;
}

function open(): Opened {
  const client = new Client(formatAddress(server().address), credentials.createInsecure(), {
    "grpc.max_send_message_length": -1,
  });
  clients.push(client);
  const asIs = (bytes: Buffer) => bytes;
  const call = client.makeBidiStreamRequest<Buffer, Buffer>(
    "/envoy.service.accesslog.v3.AccessLogService/StreamAccessLogs",
    asIs,
    asIs,
  );
  call.on("error", () => {});
  call.resume();
  const ended = new Promise<object>((resolve) => call.on("status", resolve));
  return {
    call,
    say: (message) =>
      call.write(Buffer.from(encode("envoy.service.accesslog.v3.StreamAccessLogsMessage", message))),
    end: () => {
      call.end();
      return ended;
    },
    ended,
  };
}
