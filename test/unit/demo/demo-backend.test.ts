import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { DemoBackendOptions } from "../../../src/demo/backend.ts";
import { type DemoBackend, startDemoBackend } from "../../../src/demo/demo-backend.ts";

const running: DemoBackend[] = [];

async function backend(options: Partial<DemoBackendOptions> = {}): Promise<DemoBackend> {
  const started = await startDemoBackend({ name: "b1", port: 0, chunkDelayMs: 0, ...options });
  running.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

function chat(to: DemoBackend, body: object = {}, init: RequestInit = {}): Promise<Response> {
  return fetch(`${to.url}/chat/completions`, {
    method: "POST",
    ...init,
    headers: { "content-type": "application/json", ...init.headers },
    body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "one two three" }], ...body }),
  });
}

async function behave(to: DemoBackend, mode: object): Promise<void> {
  const response = await fetch(`${to.origin}/_demo/mode`, { method: "POST", body: JSON.stringify(mode) });
  expect(response.status).toBe(200);
}

interface Report {
  readonly counts: { readonly health: number; readonly api: number };
  readonly aborted: number;
  readonly api: readonly {
    readonly path: string;
    readonly host: string;
    readonly headers: Record<string, string>;
    readonly authorization?: { readonly scheme: string; readonly sha256: string };
    readonly model?: string;
  }[];
}

async function report(of: DemoBackend): Promise<Report> {
  return (await (await fetch(`${of.origin}/_demo/requests`)).json()) as Report;
}

test("a chat answer names its backend three times and counts words as tokens", async () => {
  const response = await chat(await backend({ name: "left" }));
  expect(response.headers.get("x-demo-backend")).toBe("left");
  expect(await response.json()).toMatchObject({
    object: "chat.completion",
    model: "m",
    system_fingerprint: "demo-left",
    choices: [{ message: { role: "assistant", content: '[left] Hello! You said: "one two three"' } }],
    usage: { prompt_tokens: 3, completion_tokens: 7, total_tokens: 10 },
  });
});

test.each([
  {
    story: "with usage when it is asked for",
    asked: { stream_options: { include_usage: true } },
    usage: [7],
  },
  { story: "without usage when it is not", asked: {}, usage: [] },
])("a stream has the text word by word and ends with [DONE], $story", async ({ asked, usage }) => {
  const response = await chat(await backend(), { stream: true, ...asked });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const events = (await response.text()).split("\n\n").filter((event) => event !== "");
  expect(events.pop()).toBe("data: [DONE]");
  const chunks = events.map((event) => JSON.parse(event.slice("data: ".length)));
  const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");
  expect(text).toBe('[b1] Hello! You said: "one two three"');
  expect(chunks.flatMap((chunk) => chunk.usage?.completion_tokens ?? [])).toEqual(usage);
});

test("a stream's chunks arrive one at a time", async () => {
  const started = performance.now();
  const response = await chat(await backend({ chunkDelayMs: 30 }), { stream: true });
  const arrivals: number[] = [];
  for await (const _ of response.body ?? []) arrivals.push(performance.now() - started);
  expect(arrivals.length).toBeGreaterThan(5);
  expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(100);
});

test.each([
  { story: "not JSON", body: "{", status: 400 },
  { story: "no model", body: '{"messages":[{"content":"x"}]}', status: 400 },
  { story: "no messages", body: '{"model":"m"}', status: 400 },
  { story: "a list", body: "[]", status: 400 },
])("refuses a body that is $story as OpenAI does", async ({ body, status }) => {
  const { url } = await backend();
  const response = await fetch(`${url}/chat/completions`, { method: "POST", body });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } });
});

test("the operations are where the path prefix says, and nowhere else", async () => {
  const one = await backend({ pathPrefix: "/v1/backend-gpt-1" });
  expect(one.url).toBe(`${one.origin}/v1/backend-gpt-1`);
  const paths = ["/v1/backend-gpt-1/models", "/v1/backend-gpt-1/health", "/v1/models", "/v1/backend-gpt-1"];
  const answers = await Promise.all(paths.map((path) => fetch(one.origin + path)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 404]);
});

test.each([
  { mode: "error", status: 500 },
  { mode: "unavailable", status: 503 },
  { mode: "throttled", status: 429 },
  { mode: "redirect", status: 302 },
])("$mode answers checks and chats with $status until it is told otherwise", async ({ mode, status }) => {
  const one = await backend();
  await behave(one, { mode });
  expect((await chat(one, {}, { redirect: "manual" })).status).toBe(status);
  expect((await fetch(`${one.url}/health`, { redirect: "manual" })).status).toBe(status);
  await behave(one, { mode: "ok" });
  expect((await chat(one)).status).toBe(200);
});

test("throttling says when to come again", async () => {
  const one = await backend();
  await behave(one, { mode: "throttled" });
  expect((await chat(one)).headers.get("retry-after")).toBe("2");
});

test.each([
  { scope: "health", health: 503, api: 200 },
  { scope: "api", health: 200, api: 503 },
])("the scope $scope fails that alone", async ({ scope, health, api }) => {
  const one = await backend();
  await behave(one, { mode: "unavailable", scope });
  expect((await fetch(`${one.url}/health`)).status).toBe(health);
  expect((await chat(one)).status).toBe(api);
});

test.each(["reset", "garbage"])("%s gives no HTTP answer at all", async (mode) => {
  const one = await backend();
  await behave(one, { mode });
  await expect(chat(one)).rejects.toThrow();
  expect((await report(one)).aborted).toBe(0);
});

test("hang accepts and never answers, and the client's leaving is counted", async () => {
  const one = await backend();
  await behave(one, { mode: "hang" });
  await expect(chat(one, {}, { signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout/);
  await expect.poll(async () => (await report(one)).aborted).toBe(1);
});

test("endless sends until the reader leaves", async () => {
  const one = await backend();
  await behave(one, { mode: "endless" });
  const response = await fetch(`${one.url}/health`);
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > 1_000_000) break;
  }
  expect(bytes).toBeGreaterThan(1_000_000);
  await expect.poll(async () => (await report(one)).aborted).toBe(1);
});

test.each([{ stream: true }, { stream: false }])("cut breaks an answer in its middle: %o", async (body) => {
  const one = await backend();
  await behave(one, { mode: "cut" });
  const response = await chat(one, body);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test("slow waits before it answers", async () => {
  const one = await backend();
  await behave(one, { mode: "slow", latencyMs: 120 });
  const started = performance.now();
  expect((await chat(one)).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(110);
});

test.each([
  { story: "an unknown mode", body: { mode: "explode" }, told: "one of ok, slow" },
  { story: "an unknown scope", body: { scope: "some" }, told: '"scope" is one of' },
  { story: "a misspelt key", body: { latency: 5 }, told: 'unknown key "latency"' },
  { story: "a negative wait", body: { latencyMs: -1 }, told: '"latencyMs" is a whole number' },
  { story: "no object", body: [], told: "JSON object" },
])("$story is refused and changes nothing", async ({ body, told }) => {
  const one = await backend();
  const response = await fetch(`${one.origin}/_demo/mode`, { method: "POST", body: JSON.stringify(body) });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining(told) } });
  expect((await chat(one)).status).toBe(200);
});

test("the log shows what arrived, and of a key only its fingerprint", async () => {
  const one = await backend();
  const key = "sk-canary-4711";
  await chat(one, {}, { headers: { authorization: `Bearer ${key}`, "x-api-key": key, "x-seen": "yes" } });
  const seen = await report(one);
  expect(JSON.stringify(seen)).not.toContain(key);
  expect(seen.counts).toEqual({ health: 0, api: 1 });
  expect(seen.api[0]).toMatchObject({
    path: "/v1/chat/completions",
    host: `127.0.0.1:${one.port}`,
    model: "m",
    headers: { "x-seen": "yes" },
    authorization: {
      scheme: "Bearer",
      sha256: "99e8b40133f7f978e5a2102c46488717cfb0520e4a81e71726d0a7e8d911a190",
    },
  });
});

test("checks never push API requests out of the log", async () => {
  const one = await backend();
  await chat(one);
  for (let round = 0; round < 210; round += 1) await fetch(`${one.url}/health`);
  const seen = await report(one);
  expect(seen.counts).toEqual({ health: 210, api: 1 });
  expect(seen.api).toHaveLength(1);
});

test("a key can be demanded, for the API and not for checks", async () => {
  const one = await backend({ requireBearer: true });
  expect((await chat(one)).status).toBe(401);
  expect((await chat(one, {}, { headers: { authorization: "Bearer x" } })).status).toBe(200);
  expect((await fetch(`${one.url}/health`)).status).toBe(200);
});

test("a client that leaves while it sends does no harm", async () => {
  const one = await backend();
  const socket = connect(one.port, "127.0.0.1");
  socket.write("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
  await new Promise((resolve) => setTimeout(resolve, 30));
  socket.resetAndDestroy();
  await expect.poll(async () => (await report(one)).aborted).toBe(1);
  expect((await chat(one)).status).toBe(200);
});

test("closing ends answers that hang, and a taken port rejects", async () => {
  const one = await backend();
  await behave(one, { mode: "hang" });
  const hanging = chat(one);
  await expect(startDemoBackend({ name: "b2", port: one.port })).rejects.toThrow(/EADDRINUSE/);
  await one.close();
  await expect(hanging).rejects.toThrow();
});
