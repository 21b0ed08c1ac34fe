import type { ServerResponse } from "node:http";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { type Recorder, startRecorder } from "./harness/recorder.ts";

const limits = { connect: 400, firstToken: 600, perTry: 1_000, streamIdle: 800, total: 2_500 };

/** How backends waste time, by the pool that has such a one. */
const wasters: Readonly<Record<string, (response: ServerResponse) => void>> = {
  silent: () => {},
  stallsAfterHead: (response) => head(response).flushHeaders(),
  stallsAfterChunk: (response) => void head(response).write(chunk),
  drips: (response) => {
    head(response).write(chunk);
    const timer = setInterval(() => response.write(chunk), 100);
    response.once("close", () => clearInterval(timer));
  },
  answers: (response) => head(response).end(chunk),
  answersLate: (response) => {
    setTimeout(() => head(response).end(chunk), 700);
  },
};
const chunk = 'data: {"choices":[{"delta":{"content":"word "}}]}\n\n';
const head = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/event-stream" });

let fleet: Fleet;
let backend: Recorder;
let deaf: Server;

beforeAll(async () => {
  backend = await startRecorder((response, { url }) => wasters[url?.split("/")[1] ?? ""]?.(response));
  // Takes connections and says nothing: TLS never begins.
  deaf = createServer((socket) => socket.on("error", () => {}));
  await new Promise<void>((resolve) => deaf.listen(0, "127.0.0.1", resolve));
  const address = deaf.address();
  const deafPort = typeof address === "object" ? address?.port : 0;
  fleet = await Fleet.start({
    backends: 0,
    gateway: `  timeouts: { ${Object.entries(limits)
      .map(([name, ms]) => `${name}: ${ms}ms`)
      .join(", ")} }`,
    yaml: () => `
healthCheck: { interval: 60s }
pools:
${Object.keys(wasters)
  .map(
    (name) => `  ${name}: { retries: 0, endpoints: [{ url: "http://127.0.0.1:${backend.port}/${name}" }] }`,
  )
  .join("\n")}
  stubborn: { retries: 10, endpoints: [{ url: "http://127.0.0.1:${backend.port}/silent" }] }
  firstSilent:
    endpoints:
      - { url: "http://127.0.0.1:${backend.port}/silent" }
      - { url: "http://127.0.0.1:${backend.port}/answers", priority: 1 }
  deaf: { retries: 0, panicThreshold: 100, endpoints: [{ url: "https://127.0.0.1:${deafPort}" }] }`,
  });
});

afterAll(async () => {
  await fleet?.close();
  await backend?.[Symbol.asyncDispose]();
  deaf?.close();
});

describe("before the answer begins: an error as OpenAI words it, and no later than said", () => {
  test.each([
    { story: "connect", pool: "deaf", stream: false, afterMs: limits.connect, status: 502 },
    { story: "firstToken", pool: "silent", stream: true, afterMs: limits.firstToken, status: 504 },
    {
      story: "streamIdle, over all attempts",
      pool: "stubborn",
      stream: true,
      afterMs: limits.streamIdle,
      status: 504,
    },
    { story: "perTry", pool: "silent", stream: false, afterMs: limits.perTry, status: 504 },
    {
      story: "total, over all attempts",
      pool: "stubborn",
      stream: false,
      afterMs: limits.total,
      status: 504,
    },
  ])("$story", async ({ pool, stream, afterMs, status }) => {
    const sentMs = performance.now();
    const response = await fleet.chat({ model: pool, stream, messages: [] });
    const body = (await response.json()) as { error: { code: string; type: string } };
    const tookMs = performance.now() - sentMs;
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(body.error).toMatchObject({
      type: "server_error",
      code: status === 504 ? "upstream_timeout" : "upstream_error",
    });
    expect(tookMs).toBeGreaterThan(afterMs - 50);
    expect(tookMs).toBeLessThan(afterMs + 350);
  });
});

describe("after the answer began: it is cut, and nothing is written into it", () => {
  test.each([
    {
      story: "streamIdle, before the first chunk",
      pool: "stallsAfterHead",
      stream: true,
      afterMs: limits.streamIdle,
      chunks: 0,
    },
    {
      story: "streamIdle, between chunks",
      pool: "stallsAfterChunk",
      stream: true,
      afterMs: limits.streamIdle,
      chunks: 1,
    },
    {
      story: "perTry, of an answer in one piece",
      pool: "stallsAfterHead",
      stream: false,
      afterMs: limits.perTry,
      chunks: 0,
    },
    {
      story: "total, of a stream without an end",
      pool: "drips",
      stream: true,
      afterMs: limits.total,
      chunks: 24,
    },
  ])("$story", async ({ pool, stream, afterMs, chunks }) => {
    const sentMs = performance.now();
    let leftMs = Number.POSITIVE_INFINITY;
    backend.onGone = () => {
      leftMs = performance.now() - sentMs;
    };
    const { text, cut } = await readAll(await fleet.chat({ model: pool, stream, messages: [] }));
    const tookMs = performance.now() - sentMs;
    expect(cut).toBe(true);
    expect(text.replaceAll(chunk, "")).toBe("");
    expect(Math.abs(text.split(chunk).length - 1 - chunks)).toBeLessThanOrEqual(2);
    expect(tookMs).toBeGreaterThan(afterMs - 50);
    expect(leftMs).toBeGreaterThan(afterMs - 50);
    expect(leftMs).toBeLessThan(afterMs + 350);
    // Over HTTP/1.1 Envoy gives the client a second to close the connection itself.
    expect(tookMs).toBeLessThan(afterMs + 1_350);
  });
});

test("firstToken and perTry: the next attempt is elsewhere, and the client has its answer", async () => {
  for (const { stream, afterMs } of [
    { stream: true, afterMs: limits.firstToken },
    { stream: false, afterMs: limits.perTry },
  ]) {
    const sentMs = performance.now();
    const response = await fleet.chat({ model: "firstSilent", stream, messages: [] });
    expect(await response.text()).toBe(chunk);
    expect(performance.now() - sentMs).toBeGreaterThan(afterMs - 50);
  }
});

test("firstToken is for streams: another request may take longer to begin", async () => {
  expect((await fleet.chat({ model: "answersLate", stream: false, messages: [] })).status).toBe(200);
});

async function readAll(response: Response): Promise<{ text: string; cut: boolean }> {
  expect(response.status).toBe(200);
  let text = "";
  try {
    for await (const part of response.body ?? []) text += Buffer.from(part as Uint8Array).toString("utf8");
    return { text, cut: false };
  } catch {
    return { text, cut: true };
  }
}
