import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { freePorts } from "./harness/free-port.ts";
import { load } from "./harness/load.ts";
import { type Recorder, startRecorder } from "./harness/recorder.ts";

/** How a backend fails, by the pool that has such ones. */
const failures: Readonly<Record<string, (response: ServerResponse) => void>> = {
  reset: (response) => void response.socket?.resetAndDestroy(),
  hangUp: (response) => void response.socket?.destroy(),
  status500: (response) => response.writeHead(500).end(),
  status503: (response) => response.writeHead(503, { "retry-after": "20" }).end(),
  status529: (response) => response.writeHead(529).end(),
  status429: (response) => response.writeHead(429, { "retry-after": "20" }).end(),
};
const finals: typeof failures = {
  status400: (response) => response.writeHead(400).end(),
  status401: (response) => response.writeHead(401).end(),
  status404: (response) => response.writeHead(404).end(),
  cutAfterHead: (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: {}\n\n");
    setTimeout(() => response.destroy(), 50);
  },
};

let fleet: Fleet;
let backends: readonly Recorder[];
let alone: Recorder;
let refusal: Readonly<Record<string, string>> | undefined;
let failMs = 0;

beforeAll(async () => {
  const [dead = 0] = await freePorts(1);
  const misbehaving = () =>
    startRecorder((response, { url }) => {
      const pool = url?.split("/")[1] ?? "";
      if (pool === "storm") setTimeout(() => response.writeHead(500).end(), failMs);
      else (failures[pool] ?? finals[pool])?.(response);
    });
  const good = await startRecorder((response) => response.writeHead(200).end("{}"));
  backends = [await misbehaving(), await misbehaving(), good];
  alone = await startRecorder((response) => {
    const headers = refusal;
    refusal = undefined;
    if (headers === undefined) response.writeHead(200).end("{}");
    else response.writeHead(429, headers).end('{"error":"busy"}');
  });
  const at = (index: number, pool: string) => `http://127.0.0.1:${backends[index]?.port}/${pool}`;
  fleet = await Fleet.start({
    backends: 0,
    concurrency: 1,
    yaml: () => `
healthCheck: { interval: 60s }
pools:
${[...Object.keys(failures), ...Object.keys(finals)]
  .map(
    (pool) => `  ${pool}:
    endpoints:
      - { url: "${at(0, pool)}" }
      - { url: "${at(1, pool)}" }
      - { url: "${at(2, pool)}", priority: 1 }`,
  )
  .join("\n")}
  refused:
    panicThreshold: 100
    endpoints: [{ url: "http://127.0.0.1:${dead}" }, { url: "${at(2, "refused")}", priority: 1 }]
  alone: { endpoints: [{ url: "http://127.0.0.1:${alone.port}" }] }
  storm:
    panicThreshold: 100
    retryBudget: { percent: 25, minimum: 2 }
    endpoints: [{ url: "${at(0, "storm")}" }, { url: "${at(1, "storm")}" }]
  stormCounted:
    panicThreshold: 100
    circuitBreaker: { maxRetries: 1000 }
    endpoints: [{ url: "${at(0, "storm")}" }, { url: "${at(1, "storm")}" }]
  stormDefault:
    panicThreshold: 100
    endpoints: [{ url: "${at(0, "storm")}" }, { url: "${at(1, "storm")}" }]`,
  });
});

beforeEach(() => {
  for (const backend of [...backends, alone]) backend.seen.length = 0;
});

afterAll(async () => {
  await fleet?.close();
  for (const backend of [...(backends ?? []), alone]) await backend?.[Symbol.asyncDispose]();
});

const counts = () => backends.map(({ seen }) => seen.length);

describe("tried again: on the other endpoint, then in the next priority", () => {
  test.each(Object.keys(failures))("%s", async (pool) => {
    const sentMs = performance.now();
    expect((await fleet.chat({ model: pool, messages: [] })).status).toBe(200);
    const [first = 0, second = 0, spare] = counts();
    expect(first + second).toBeGreaterThanOrEqual(1);
    expect(Math.max(first, second)).toBe(1);
    expect(spare).toBe(1);
    expect(performance.now() - sentMs).toBeLessThan(1_500);
  });

  test("no connection", async () => {
    expect((await fleet.chat({ model: "refused", messages: [] })).status).toBe(200);
  });
});

describe("never tried again", () => {
  test.each(Object.keys(finals))("%s", async (pool) => {
    const response = await fleet.chat({ model: pool, stream: true, messages: [] });
    await response.text().catch(() => "cut");
    const [first = 0, second = 0, spare] = counts();
    expect(first + second).toBe(1);
    expect(spare).toBe(0);
  });
});

describe("429 of a pool's only endpoint", () => {
  test("is waited for when it says to come back soon", async () => {
    refusal = { "retry-after": "2" };
    const sentMs = performance.now();
    expect((await fleet.chat({ model: "alone", messages: [] })).status).toBe(200);
    expect(performance.now() - sentMs).toBeGreaterThan(1_900);
    expect(performance.now() - sentMs).toBeLessThan(3_500);
    expect(alone.seen.length).toBe(2);
  });

  test.each([
    { story: "a long wait", headers: { "retry-after": "20" } },
    { story: "a date", headers: { "retry-after": "Wed, 21 Oct 2099 07:28:00 GMT" } },
    { story: "nothing", headers: {} },
  ])("goes to the client at once, with its own words, when it says $story", async ({ headers }) => {
    refusal = headers;
    const sentMs = performance.now();
    const response = await fleet.chat({ model: "alone", messages: [] });
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe(
      (headers as Record<string, string>)["retry-after"] ?? null,
    );
    expect(await response.text()).toBe('{"error":"busy"}');
    expect(performance.now() - sentMs).toBeLessThan(500);
    expect(alone.seen.length).toBe(1);
  });
});

describe("when everything fails, what the backends bear is bounded", () => {
  test.each([
    { story: "a budget of 25 %", pool: "storm", inMs: 300, atLeast: 1.05, atMost: 1.4 },
    { story: "the default", pool: "stormDefault", inMs: 1_500, atLeast: 1.3, atMost: 2.1 },
    { story: "no budget but a count: four times", pool: "stormCounted", inMs: 300, atLeast: 3, atMost: 4.01 },
  ])("$story", async ({ pool, inMs, atLeast, atMost }) => {
    failMs = inMs;
    const result = await load({
      url: `${fleet.gateway}/v1/chat/completions`,
      body: { model: pool, messages: [] },
      perSecond: 150,
      forMs: 3_000,
    });
    const ratio = counts().reduce((sum, count) => sum + count, 0) / result.sent;
    expect(ratio).toBeGreaterThan(atLeast);
    expect(ratio).toBeLessThan(atMost);
  });
});
