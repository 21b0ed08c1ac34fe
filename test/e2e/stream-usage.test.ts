import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { type Asked, ScriptedBackend } from "./harness/scripted-backend.ts";
import { until } from "./harness/wait.ts";

/* Envoy asks for the usage of a stream, and the client sees only what it asked for. */

let backend: ScriptedBackend;
let fleet: Fleet;
let answer: (asked: Asked) => void;

beforeAll(async () => {
  backend = await ScriptedBackend.start((asked) => answer(asked));
  fleet = await Fleet.start({
    backends: 0,
    yaml: () => `
providers: { quiet: { streamUsage: false } }
pools:
  p: { endpoints: [{ url: "${backend.origin}/v1" }] }
  q: { endpoints: [{ url: "${backend.origin}/v1", provider: quiet }] }
models: { gpt: { pool: p }, split: { pool: p }, quiet: { pool: q } }`,
  });
});

afterAll(async () => {
  await fleet?.close();
  await backend?.[Symbol.asyncDispose]();
});

beforeEach(() => {
  backend.bodies.length = 0;
  answer = ({ response }) => stream(response, [text("Hello"), text(" world"), usage, done]);
});

const text = (content: string) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }], usage: null })}\n\n`;
const usage = `data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}\n\n`;
const done = "data: [DONE]\n\n";
const filtered = `data: {"choices":[],"prompt_filter_results":[{"usage_of":"nothing"}]}\n\n`;

async function stream(response: Asked["response"], pieces: readonly string[], pauseMs = 0): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const piece of pieces) {
    response.write(piece);
    await pause(pauseMs);
  }
  response.end();
}

const inserted = `{"stream_options":{"include_usage":true},`;

test("the option is written after the first brace, and every other byte stays", async () => {
  const body = `{ "model" : "gpt","n":9007199254740993, "stream":true , "z":1,"a":"\\u00e9 {" }`;
  const response = await fetch(`${fleet.gateway}/v1/chat/completions`, { method: "POST", body });
  expect(await response.text()).toBe(text("Hello") + text(" world") + done);
  expect(backend.bodies).toEqual([inserted + body.slice(1)]);
});

test("/v1/chat/completions/stream asks as well", async () => {
  const response = await fetch(`${fleet.gateway}/v1/chat/completions/stream`, {
    method: "POST",
    body: `{"model":"gpt"}`,
  });
  expect(await response.text()).toBe(text("Hello") + text(" world") + done);
  expect(JSON.parse(backend.bodies[0] ?? "")).toEqual({
    model: "gpt",
    stream: true,
    stream_options: { include_usage: true },
  });
});

test.each([
  { story: "asks for it", body: { model: "gpt", stream: true, stream_options: { include_usage: true } } },
  {
    story: "does not want it",
    body: { model: "gpt", stream: true, stream_options: { include_usage: false } },
  },
  { story: "has another option", body: { model: "gpt", stream: true, stream_options: { other: 1 } } },
  { story: "does not stream", body: { model: "gpt", stream: false } },
  { story: "says nothing of streams", body: { model: "gpt" } },
  { story: "goes to a provider that would not have it", body: { model: "quiet", stream: true } },
])("a client that $story: body and answer are as they are", async ({ body }) => {
  const response = await fleet.chat(body);
  expect(await response.text()).toBe(text("Hello") + text(" world") + usage + done);
  expect(backend.bodies).toEqual([JSON.stringify(body)]);
});

test.each([
  { story: "all in one piece", pieces: [text("a") + usage + done], left: text("a") + done },
  {
    story: "the usage in two pieces",
    pieces: [text("a"), usage.slice(0, 25), usage.slice(25), done],
    left: text("a") + done,
  },
  {
    story: "pieces of three bytes",
    pieces: (text("a") + text("b") + usage + done).match(/[\s\S]{1,3}/g) ?? [],
    left: text("a") + text("b") + done,
  },
  {
    story: "lines that end with CRLF",
    pieces: [(text("a") + usage + done).replaceAll("\n", "\r\n")],
    left: (text("a") + done).replaceAll("\n", "\r\n"),
  },
  {
    story: "no choices and no usage",
    pieces: [filtered, text("a"), usage, done],
    left: filtered + text("a") + done,
  },
  {
    story: "words of it in a text",
    pieces: [text(`"choices":[] "usage":{`), usage, done],
    left: text(`"choices":[] "usage":{`) + done,
  },
  {
    story: "comments, and no empty line at the end",
    pieces: [": hi\n\n", usage, "data: [DONE]"],
    left: ": hi\n\ndata: [DONE]",
  },
  {
    story: "an event that is cut off at the end",
    pieces: [text("a"), `data: {"choi`],
    left: `${text("a")}data: {"choi`,
  },
  {
    story: "an event of a megabyte without an end",
    pieces: [`data: {"x":"${"x".repeat(1_000_000)}`],
    left: `data: {"x":"${"x".repeat(1_000_000)}`,
  },
])("an answer with $story", async ({ pieces, left }) => {
  answer = ({ response }) => stream(response, pieces, 2);
  const response = await fleet.chat({ model: "split", stream: true });
  expect(await response.text()).toBe(left);
});

test("an answer that tells its length loses the length with the event", async () => {
  const whole = text("a") + usage + done;
  answer = ({ response }) =>
    response
      .writeHead(200, { "content-type": "text/event-stream", "content-length": Buffer.byteLength(whole) })
      .end(whole);
  const response = await fleet.chat({ model: "split", stream: true });
  expect(await response.text()).toBe(text("a") + done);
});

test("an error is not touched", async () => {
  answer = ({ response }) =>
    response.writeHead(400, { "content-type": "application/json" }).end(`{"choices":[],"usage":{}}`);
  const response = await fleet.chat({ model: "gpt", stream: true });
  expect(await response.text()).toBe(`{"choices":[],"usage":{}}`);
});

test("events arrive one by one, as they are made", async () => {
  answer = ({ response }) => stream(response, [text("a"), text("b"), text("c"), text("d"), usage, done], 100);
  const response = await fleet.chat({ model: "gpt", stream: true });
  const startedMs = performance.now();
  const arrivals: { readonly atMs: number; readonly text: string }[] = [];
  for await (const bytes of response.body ?? [])
    arrivals.push({ atMs: performance.now() - startedMs, text: Buffer.from(bytes).toString() });
  expect(arrivals.slice(0, 4).map((one) => one.text)).toEqual(["a", "b", "c", "d"].map(text));
  expect((arrivals[3]?.atMs ?? 0) - (arrivals[0]?.atMs ?? 0)).toBeGreaterThan(250);
});

test("what was kept from the client is counted all the same", async () => {
  await until("a stream is logged", async () => {
    await (await fleet.chat({ model: "gpt", stream: true })).text();
    const stats = (await (await fetch(`${fleet.admin}/v1/stats`)).json()) as {
      models: { name: string; tokens: { completion: number } }[];
    };
    return (stats.models.find(({ name }) => name === "gpt")?.tokens.completion ?? 0) > 0;
  });
});

test("a client that leaves in the middle leaves Envoy in peace", async () => {
  answer = ({ response }) => stream(response, [text("a"), usage.slice(0, 30)], 50);
  for (let round = 0; round < 20; round += 1) {
    const socket = connect(fleet.places.gateway, "127.0.0.1");
    const body = `{"model":"split","stream":true}`;
    socket.write(
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await new Promise((resolve) => socket.once("data", resolve));
    socket.destroy();
  }
  answer = ({ response }) => stream(response, [text("a"), usage, done]);
  expect(await (await fleet.chat({ model: "gpt", stream: true })).text()).toBe(text("a") + done);
  expect(fleet.envoy.exited).toBe(false);
});
