import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { RecordingBackend } from "./harness/recording-backend.ts";

/** What a backend reads in `model` where the client wrote another name, and that nothing else changes. */
let fleet: Fleet;
let backend: RecordingBackend;

const odd = 'Ünï/"quo\\ted" 😀\t%';

beforeAll(async () => {
  backend = await RecordingBackend.start("one");
  fleet = await Fleet.start({
    backends: 0,
    gateway: "  maxRequestBytes: 64MiB",
    yaml: () => `
pools: { gpt: { endpoints: [{ url: "${backend.url}/v1" }] } }
models:
  fast: { pool: gpt, upstreamModel: gpt-4.1-mini }
  odd: { pool: gpt, upstreamModel: ${JSON.stringify(odd)} }
  ${JSON.stringify('na"me\\')}: { pool: gpt, upstreamModel: named }
  "42": { pool: gpt, upstreamModel: forty-two }
  same: { pool: gpt }
  "openai/*": { pool: gpt, upstreamModel: "*" }
  "openai/gpt-4*": { pool: gpt, upstreamModel: "azure-4*!" }
  "openai/gpt-4.1": { pool: gpt, upstreamModel: exact }
  "*-thinking": { pool: gpt, upstreamModel: "thinker/*" }
  "a*z": { pool: gpt, upstreamModel: "*" }
  "*": { pool: gpt, upstreamModel: "any:*" }`,
  });
});

afterAll(async () => {
  await fleet?.close();
  backend?.close();
});

beforeEach(() => {
  backend.requests.length = 0;
});

function post(body: string | Buffer, path = "/v1/chat/completions", headers: Record<string, string> = {}) {
  return fetch(`${fleet.gateway}${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

describe("everything but the model's value stays byte for byte", () => {
  test.each([
    { story: "alone", body: '{"model":§}' },
    { story: "first", body: '{"model":§,"a":1}' },
    { story: "last", body: '{"z":{"y":[1,{"x":2}]},"model":§}' },
    { story: "spaces everywhere", body: '\n { \t"b" : 1 ,\r\n "model"\t:\n § , "a" : [ ] }\n ' },
    {
      story: "key order and numbers",
      body: '{"z":9007199254740993,"a":1e300,"n":-0.10,"model":§,"m":1.0E+2}',
    },
    { story: "escapes", body: '{"p":"\\u00e9\\\\\\"\\/\\ud83d\\ude00","model":§,"q":"é😀"}' },
    { story: "a nested model", body: '{"a":{"model":"fast"},"b":[{"model":"x"}],"model":§,"c":{"model":1}}' },
    { story: "text that looks like one", body: '{"p":"\\"model\\":\\"fast\\", {[","model":§,"q":"}]\\\\"}' },
    {
      story: "a key that is nearly the same",
      body: '{"models":"fast","mode":"y","model":§,"model ":1}',
    },
    { story: "an escaped key", body: '{"a":1,"mo\\u0064\\u0065l":§,"b":2}' },
    { story: "literals around it", body: '{"a":null,"b":true,"model":§,"c":false,"d":[true,null]}' },
    { story: "an empty key and empty things", body: '{"":"","a":{},"b":[],"model":§,"c":""}' },
    { story: "duplicates of another key", body: '{"a":1,"a":2,"model":§}' },
    { story: "backslashes before a quote", body: '{"a":"\\\\","b":"\\\\\\"","model":§,"c":"\\\\\\\\"}' },
  ])("$story", async ({ body }) => {
    expect((await post(body.replaceAll("§", '"fast"'))).status).toBe(200);
    const { body: got, headers } = backend.last;
    expect(got.toString()).toBe(body.replaceAll("§", '"gpt-4.1-mini"'));
    expect(headers["content-length"]).toBe(String(got.length));
    expect(headers["transfer-encoding"]).toBeUndefined();
    expect(Object.keys(headers).filter((name) => name.startsWith("x-fairlead"))).toEqual([]);
  });

  test("a model that is not renamed gets the client's bytes", async () => {
    const body = ' {"model" : "s\\u0061me" , "n":1e2} ';
    await post(body);
    expect(backend.last.body.toString()).toBe(body);
  });

  test("every operation, and the stream that the path asks for", async () => {
    for (const path of ["completions", "embeddings", "responses"]) {
      await post('{"model":"fast", "input":"x"}', `/v1/${path}`);
      expect(backend.last.path).toBe(`/v1/${path}`);
      expect(backend.last.body.toString()).toBe('{"model":"gpt-4.1-mini", "input":"x"}');
    }
    await post('{ "model":"fast"}', "/v1/chat/completions/stream");
    expect(backend.last.body.toString()).toBe(
      '{"stream_options":{"include_usage":true},"stream":true, "model":"gpt-4.1-mini"}',
    );
    await post('{"model":"fast","stream":true}');
    expect(backend.last.body.toString()).toBe(
      '{"stream_options":{"include_usage":true},"model":"gpt-4.1-mini","stream":true}',
    );
  });

  test("a chunked body arrives whole, with its length", async () => {
    const status = await chunked(['{"mod', 'el":"fa', 'st","a":"', "b".repeat(100_000), '"}']);
    expect(status).toBe(200);
    expect(backend.last.body.toString()).toBe(`{"model":"gpt-4.1-mini","a":"${"b".repeat(100_000)}"}`);
    expect(backend.last.headers["content-length"]).toBe(String(backend.last.body.length));
  });
});

describe("what the backend reads is what was routed by", () => {
  test.each([
    { story: "an escaped name", wrote: '"f\\u0061st"', reads: "gpt-4.1-mini" },
    { story: "a name that must be escaped", wrote: JSON.stringify('na"me\\'), reads: "named" },
    { story: "digits", wrote: '"42"', reads: "forty-two" },
    { story: "a backend's name with every kind of character", wrote: '"odd"', reads: odd },
    { story: "a star", wrote: '"openai/o3"', reads: "o3" },
    { story: "a star that stood for slashes", wrote: '"openai/a/b"', reads: "a/b" },
    {
      story: "a star that stood for what must be escaped",
      wrote: '"openai/\\u00e9\\"\\\\\\n😀"',
      reads: 'é"\\\n😀',
    },
    { story: "the more special star", wrote: '"openai/gpt-4o"', reads: "azure-4o!" },
    { story: "the name itself before any star", wrote: '"openai/gpt-4.1"', reads: "exact" },
    { story: "a star in front", wrote: '"o3-thinking"', reads: "thinker/o3" },
    { story: "a star in the middle", wrote: '"abcz"', reads: "bc" },
    { story: "a star for everything else", wrote: '"whatever"', reads: "any:whatever" },
    { story: "a star never stands for nothing", wrote: '"az"', reads: "any:az" },
    { story: "another case is another name", wrote: '"FAST"', reads: "any:FAST" },
  ])("$story: $wrote", async ({ wrote, reads }) => {
    expect((await post(`{"a":1,"model":${wrote},"b":2}`)).status).toBe(200);
    const read = JSON.parse(backend.last.body.toString()) as { a: number; b: number; model: string };
    expect(read).toEqual({ a: 1, b: 2, model: reads });
    const first = JSON.parse(/"model":("(?:[^"\\]|\\.)*")/.exec(backend.last.body.toString())?.[1] ?? "0");
    expect(first).toBe(reads);
  });
});

test.each(['{"model":"fast"', '{"model":"fast"} x', '{"model":"fast","model":"fast"}', "fast"])(
  "a star does not stand for a body that cannot be parsed: %s",
  async (body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("could not parse the JSON");
    expect(backend.requests).toEqual([]);
  },
);

describe("in bounded time", () => {
  const big = 20_000_000;
  test.each([
    { story: "one long text", filler: JSON.stringify("x".repeat(big)) },
    { story: "a text of quotes", filler: JSON.stringify('"'.repeat(big / 2)) },
    { story: "a text of backslashes", filler: JSON.stringify("\\".repeat(big / 2)) },
    { story: "many numbers", filler: `[${"1,".repeat(big / 2)}1]` },
    { story: "many keys", filler: `{${'"k":0,'.repeat(big / 6)}"k":0}` },
  ])("20 MB, $story, with the model last", { timeout: 60_000 }, async ({ filler }) => {
    const time = async (model: string) => {
      const start = performance.now();
      expect((await post(`{"a":${filler},"model":"${model}"}`)).status).toBe(200);
      return performance.now() - start;
    };
    await time("same");
    const plain = await time("same");
    const renamed = await time("fast");
    expect(backend.last.body.subarray(-25).toString()).toContain('"model":"gpt-4.1-mini"}');
    expect(backend.last.body.length).toBe(filler.length + '{"a":,"model":"gpt-4.1-mini"}'.length);
    process.stderr.write(
      `${filler.slice(0, 8)}: ${Math.round(plain)} ms as it is, ${Math.round(renamed)} ms renamed\n`,
    );
    expect(renamed - plain).toBeLessThan(2_000);
  });

  test("keys by the hundred thousand are refused", { timeout: 60_000 }, async () => {
    const start = performance.now();
    expect((await post(`{${'"mod\\u0065m":"fast",'.repeat(200_000)}"model":"fast"}`)).status).toBe(400);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

test("the script never failed", () => {
  expect(fleet.envoy.output).not.toMatch(/script log|lua/i);
});

function chunked(parts: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const sent = request(`${fleet.gateway}/v1/chat/completions`, { method: "POST", headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    for (const part of parts) sent.write(part);
    sent.end();
  });
}
