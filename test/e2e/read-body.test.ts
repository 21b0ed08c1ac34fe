import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";

/*
 * Which model a body names, read by a real Envoy: the reading that a strict parser has, or a refusal where
 * parsers differ. The model `gpt` is served, any other is named in the 404.
 */

let fleet: Fleet;

beforeAll(async () => {
  fleet = await Fleet.start({
    backends: 1,
    yaml: ({ backends }) => `
pools: { gpt: { endpoints: [{ url: "http://127.0.0.1:${backends[0]}/v1" }] } }
models: { gpt: { pool: gpt } }`,
  });
});

afterAll(() => fleet?.close());

describe("the model that is read", () => {
  test.each([
    { story: "first", body: '{"model":"m1","x":1}', model: "m1" },
    { story: "last", body: '{"x":{"model":"no"},"y":["model",{"model":"no"}],"model":"m1"}', model: "m1" },
    { story: "spaces everywhere", body: ' \n{\t"model" :\r "m1" , "x" : [ ] } \n', model: "m1" },
    { story: "the key escaped", body: '{"\\u006dodel":"m1"}', model: "m1" },
    { story: "the value escaped", body: '{"model":"m\\u0031\\/\\"x"}', model: 'm1/"x' },
    { story: "beyond the first plane", body: '{"model":"m\\ud83d\\ude00é"}', model: "m😀é" },
    { story: "a quote before the end of a string", body: '{"x":"a\\\\","model":"m1"}', model: "m1" },
    { story: "an escaped quote", body: '{"x":"\\"model\\":\\"no\\"","model":"m1"}', model: "m1" },
    { story: "many backslashes", body: `{"x":"${"\\\\".repeat(40_000)}","model":"m1"}`, model: "m1" },
    {
      story: "numbers of every kind",
      body: '{"a":-1.5e+3,"b":0,"c":true,"d":null,"model":"m1"}',
      model: "m1",
    },
    { story: "deep", body: `{"x":${"[".repeat(50_000)}${"]".repeat(50_000)},"model":"m1"}`, model: "m1" },
    { story: "a key that is like it", body: '{"models":"no","model ":"no","model":"m1"}', model: "m1" },
  ])("$story", async ({ body, model }) => {
    expect(await reading(body)).toBe(model);
  });

  test("behind 19 MB", async () => {
    expect(await reading(`{"messages":[{"content":"${"x".repeat(19_000_000)}"}],"model":"m1"}`)).toBe("m1");
  });

  test("where a window ends, whatever stands there", async () => {
    // Every position of the quote, the backslash, the key and the value against the end of a window.
    for (let shift = -24; shift <= 4; shift += 1) {
      const filler = "x".repeat(16_384 - 8 + shift);
      expect(await reading(`{"x":"${filler}\\\\","model":"m1","y":"\\""}`)).toBe("m1");
      // Runs of backslashes that cross it, of either parity.
      for (const run of [30, 31, 40_000, 40_001])
        expect(await reading(`{"x":"${filler}${"\\\\".repeat(run)}\\"\\\\","model":"m1"}`)).toBe("m1");
    }
  });
});

describe("what parsers differ about is refused", () => {
  test.each([
    { story: "twice", body: '{"model":"gpt","model":"m1"}', says: "there twice" },
    { story: "twice, once escaped", body: '{"model":"gpt","m\\u006fdel":"m1"}', says: "there twice" },
    { story: "twice, once no string", body: '{"model":1,"model":"gpt"}', says: "there twice" },
    { story: "another case", body: '{"model":"gpt","Model":"m1"}', says: "lower case" },
    { story: "a number", body: '{"model":42}', says: "a string" },
    { story: "null", body: '{"model":null}', says: "a string" },
    { story: "junk behind", body: '{"model":"gpt"} {"model":"m1"}', says: "follows the JSON object" },
    { story: "no end", body: '{"model":"gpt"', says: "not a JSON object" },
    { story: "a comma too many", body: '{"model":"gpt",}', says: "not a JSON object" },
    { story: "no comma", body: '{"x":1 "model":"gpt"}', says: "not a JSON object" },
    { story: "a comment", body: '{"x":[/* " */1],"model":"gpt","y":"*/"}', says: "not a JSON object" },
    { story: "single quotes", body: "{'model':'gpt'}", says: "not a JSON object" },
    { story: "single quotes inside", body: `{"x":['"'],"model":"gpt"}`, says: "not a JSON object" },
    { story: "an unknown escape", body: '{"model":"g\\pt"}', says: "not a JSON object" },
    { story: "half a surrogate", body: '{"model":"gpt\\ud83d"}', says: "not a JSON object" },
    { story: "a control character", body: '{"model":"g\npt"}', says: "not a JSON object" },
    { story: "a byte order mark", body: '\ufeff{"model":"gpt"}', says: "not a JSON object" },
    { story: "thousands of keys", body: `{${'"a":1,'.repeat(2_000)}"model":"gpt"}`, says: "too many keys" },
    { story: "a very long name", body: `{"model":"${"m".repeat(600)}"}`, says: "too long" },
    { story: "stream twice", body: '{"model":"gpt","stream":true,"stream":false}', says: "there twice" },
  ])("$story", async ({ body, says }) => {
    const response = await post(body);
    const { error } = (await response.json()) as { error: { message: string } };
    expect([response.status, error.message]).toEqual([400, expect.stringContaining(says)]);
  });

  test("a compressed body, and one that says it is something else", async () => {
    const zipped = await post(gzipSync('{"model":"gpt"}'), { "content-encoding": "gzip" });
    expect([zipped.status, await zipped.text()]).toEqual([400, expect.stringContaining("compressed")]);
    const xml = await post('{"model":"gpt"}', { "content-type": "application/xml" });
    expect([xml.status, await xml.text()]).toEqual([400, expect.stringContaining("content-type")]);
  });
});

test.each(["application/json; charset=utf-8", "application/vnd.api+json", "text/plain", "APPLICATION/JSON"])(
  "the content type %s is read",
  async (type) => {
    expect(await reading('{"model":"m1"}', { "content-type": type })).toBe("m1");
  },
);

test("any JSON object is read as a parser reads it, and any text is answered", async () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const object = fc.dictionary(
    fc.string().filter((key) => !/^(model|stream)$/i.test(key)),
    value,
  );
  await fc.assert(
    fc.asyncProperty(object, object, fc.nat(3), async (before, after, spaces) => {
      const model = "m1";
      const body = JSON.stringify({ ...before, model, ...after }, null, spaces);
      expect(await reading(body)).toBe(model);
    }),
    { numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'{}[]":,\\ \nmodel1tru') }), async (text) => {
      const { status } = await post(text);
      expect([400, 404, 200]).toContain(status);
    }),
    { numRuns: 150 },
  );
});

/** The model that Envoy has read, as its 404 names it. */
async function reading(body: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await post(body, headers);
  const { error } = (await response.json()) as { error: { message: string } };
  return (
    /^The model `(.*)` does not exist$/s.exec(error.message)?.[1] ?? `${response.status} ${error.message}`
  );
}

function post(body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${fleet.gateway}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
}
