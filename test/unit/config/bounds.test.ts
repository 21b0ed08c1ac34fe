import { describe, expect, test } from "vitest";
import { desired, parse, problems } from "./parse.ts";

const good = 'pools:\n  a:\n    endpoints:\n      - { url: "http://x" }\n';

describe("a file made to keep us busy is refused before it is built", () => {
  const nineByNine = [..."bcdefghij"]
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[index]}`).join(", ")}]`)
    .join("\n");
  test.each([
    {
      story: "two megabytes of one alias",
      text: `x: &a 1\ny: [${"*a,".repeat(700_000)}]`,
      says: /more than 1000 aliases/,
    },
    { story: "a million lists in lists", text: "[".repeat(1_000_000), says: /deeper than 64/ },
    { story: "a million maps in maps", text: "{".repeat(1_000_000), says: /deeper than 64/ },
    { story: "a million dashes", text: "- ".repeat(1_000_000), says: /deeper than 64/ },
    { story: "a million question marks", text: "? ".repeat(1_000_000), says: /deeper than 64/ },
    { story: "a million documents", text: "---\n".repeat(1_000_000), says: /second document/ },
    { story: "two million brackets", text: "}\n".repeat(2_000_000), says: /brackets close nothing/ },
    { story: "a hundred thousand merges", text: `x: [${"{<<: {}},".repeat(100_000)}]`, says: /merge keys/ },
    {
      story: "nine levels of nine aliases",
      text: `a: &a [x, x, x, x, x, x, x, x, x]\n${nineByNine}`,
      says: /1000 aliases/,
    },
  ])("$story", ({ text, says }) => {
    // A guard against what took 4 to 75 seconds, not a measurement: refusing takes some milliseconds.
    const tookMs = [1, 2, 3].map(() => {
      const startMs = performance.now();
      expect(problems(text)).toEqual([expect.stringMatching(says)]);
      return performance.now() - startMs;
    });
    expect(Math.min(...tookMs)).toBeLessThan(1_000);
  });

  test("more words than any file of ours has", () => {
    expect(problems("\n".repeat(4_000_000))).toEqual(["2000001:1 : the file has too many parts to be read"]);
  });

  test("the limit of size counts bytes, not characters", () => {
    expect(problems(`# ${"€".repeat(1_800_000)}\n${good}`)).toEqual([
      "1:1 : the file is larger than 5242880 bytes",
    ]);
    expect(problems(`# ${"x".repeat(5_000_000)}\n${good}`)).toEqual([]);
  });

  test("many endpoints with a long pool name are read in time that grows with them, not with their paths", () => {
    const name = "n".repeat(250);
    const lines = '      - { url: "http://x" }\n'.repeat(10_000);
    expect(desired(`pools:\n  ${name}:\n    endpoints:\n${lines}`).pools.get(name)?.endpoints).toHaveLength(
      10_000,
    );
    expect(problems(`pools:\n  a:\n    endpoints:\n${lines}      - { url: "http://x" }\n`)).toEqual([
      "4:7 pools.a.endpoints: is a list of 10001",
    ]);
  });
});

test("a place is in its line also after a bracket that closes nothing", () => {
  const text = `x-a: { b: 1 }\nx-b:\n  c: { d: 1 } }\nx-c: { e: 2 }\n${good}x-d: }\n`;
  const parsed = parse(text);
  const lines = text.split("\n");
  const told = parsed.ok ? [] : parsed.error;
  expect(told.length).toBeGreaterThan(0);
  for (const { line, column } of told) expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
});

describe("anchors and aliases", () => {
  test("an alias means the last anchor above it, wherever it is seen from", () => {
    const text = `x-one: &outer { retries: &n 1, panicThreshold: *n, endpoints: [{ url: "http://x" }] }
x-two: &n 7
pools: { a: *outer, b: { retries: *n, endpoints: [{ url: "http://y" }] } }`;
    const { pools } = desired(text);
    expect(pools.get("a")).toMatchObject({ retries: 1, panicThreshold: 1 });
    expect(pools.get("b")).toMatchObject({ retries: 7 });
  });

  test.each([
    {
      text: `x-a: &a { b: *a }\n${good}`,
      says: '1:14 x-a.b: the alias "*a" is inside of what it stands for',
    },
    { text: `x-a: &a [*a]\n${good}`, says: '1:10 x-a[0]: the alias "*a" is inside of what it stands for' },
    { text: `x-a: *b\nx-b: &b 1\n${good}`, says: '1:6 x-a: there is no anchor "&b" above this alias' },
  ])("$says", ({ text, says }) => expect(problems(text)).toEqual([says]));
});

describe("words are what is written", () => {
  test.each(["4.10", "1e3", "0x10", "true", "10"])("the name %s", (name) => {
    const { pools, models } = desired(`pools: { ${name}: { endpoints: [{ url: "http://x" }] } }`);
    expect([...pools.keys(), ...models.keys()]).toEqual([name, name]);
  });

  test.each([
    { text: `x-a: !!js/function "f"\n${good}`, says: "1:6 : Unresolved tag: tag:yaml.org,2002:js/function" },
    { text: `%FOO x\n---\n${good}`, says: "1:1 : Unknown directive %FOO" },
    { text: `xds: { allowPlaintext: yes }\n${good}`, says: '1:24 xds.allowPlaintext: is "yes"' },
    {
      text: `%YAML 1.1\n---\nxds: { allowPlaintext: on }\n${good}`,
      says: '3:24 xds.allowPlaintext: is "on"',
    },
    {
      text: `healthCheck: { interval: 12:30:45 }\n${good}`,
      says: '1:26 healthCheck.interval: is "12:30:45"',
    },
  ])("$says", ({ text, says }) => expect(problems(text)).toEqual([says]));
});

describe("numbers, times and sizes have ends", () => {
  const price = (text: string) => `${good}models: { m: { pool: a, price: { input: ${text}, output: 1 } } }\n`;
  test.each([
    { text: price("-1"), says: "5:41 models.m.price.input: is -1" },
    { text: price(".nan"), says: "5:41 models.m.price.input: is NaN" },
    { text: price(".inf"), says: "5:41 models.m.price.input: is Infinity" },
    { text: price("1e308"), says: "5:41 models.m.price.input: is 1e+308" },
    {
      text: `${good}models: { "!": { pool: a } }\n`,
      says: '5:11 models.!: the name "!" is used for bodies that cannot be parsed',
    },
    { text: `healthCheck: { interval: 25h }\n${good}`, says: '1:26 healthCheck.interval: is "25h"' },
    { text: `healthCheck: { interval: 0s }\n${good}`, says: "1:26 healthCheck.interval: is 0s" },
    { text: `healthCheck: { timeout: 0s }\n${good}`, says: "1:25 healthCheck.timeout: is 0s" },
    {
      text: `healthCheck: { timeout: 1s, degradedLatency: 1s }\n${good}`,
      says: "1:46 healthCheck.degradedLatency: is 1s",
    },
    { text: `gateway: { timeouts: { total: 0s } }\n${good}`, says: "1:31 gateway.timeouts.total: is 0" },
    {
      text: `gateway: { timeouts: { total: 999999999h } }\n${good}`,
      says: '1:31 gateway.timeouts.total: is "999999999h"',
    },
    { text: `gateway: { maxRequestBytes: 20 }\n${good}`, says: "1:29 gateway.maxRequestBytes: is 20" },
    { text: `gateway: { maxRequestBytes: 20M }\n${good}`, says: '1:29 gateway.maxRequestBytes: is "20M"' },
    { text: `gateway: { maxRequestBytes: 2GiB }\n${good}`, says: "1:29 gateway.maxRequestBytes: is 2GiB" },
    { text: `gateway: { maxRequestBytes: 1023B }\n${good}`, says: "1:29 gateway.maxRequestBytes: is 1023B" },
    { text: `gateway: { retries: 11 }\n${good}`, says: "1:21 gateway.retries: is 11" },
    { text: `gateway: { listen: 65536 }\n${good}`, says: "1:20 gateway.listen: is 65536" },
  ])("$says", ({ text, says }) => expect(problems(text)).toEqual([says]));

  test("the least that is allowed is allowed", () => {
    const text = `healthCheck: { interval: 100ms, timeout: 2ms }\ngateway: { maxRequestBytes: 1KiB }\n${good}`;
    expect(desired(text).pools.get("a")?.healthCheck).toMatchObject({ timeoutMs: 2, degradedLatencyMs: 1 });
    expect(desired(text).gateway.maxRequestBytes).toBe(1_024);
  });
});

describe("each fault once, where it was written", () => {
  const pools = (own: string) =>
    `pools:\n  a: { endpoints: [{ url: "http://x" }] }\n  b: { ${own}endpoints: [{ url: "http://y" }] }\n`;
  test.each([
    {
      story: "a wrong common check is not wrong in every pool",
      text: `healthCheck: { interval: 1s, timeout: 2s }\n${pools("healthCheck: { path: /x }, ")}`,
      says: ["1:39 healthCheck.timeout: is 2s"],
    },
    {
      story: "a common timeout above a pool's own interval is the pool's",
      text: `healthCheck: { timeout: 2s }\n${pools("healthCheck: { interval: 1s }, ")}`,
      says: ["4:21 pools.b.healthCheck.timeout: is 2s"],
    },
    {
      story: "endpoints of the wrong kind are there",
      text: 'pools: { a: { endpoints: ["http://x", 5] } }\n',
      says: ['1:27 pools.a.endpoints[0]: is "http://x"', "1:39 pools.a.endpoints[1]: is 5"],
    },
  ])("$story", ({ text, says }) => expect(problems(text)).toEqual(says));
});

describe("what a problem shows", () => {
  const provider = (credential: string) => `providers: { p: { credential: ${credential} } }\n${good}`;
  test.each([
    { story: "as the variable's name", text: provider("{ env: sk-canary-1 }") },
    { story: "as a name that could be a variable's", text: provider("{ env: hf_canary1 }") },
    { story: "as a key", text: provider("{ sk-canary }") },
    { story: "as the provider", text: `providers: { p: sk-canary }\n${good}` },
    { story: "as all providers", text: `providers: sk-canary\n${good}` },
    { story: "after a stray bracket", text: `providers: ]sk-canary\n${good}` },
    {
      story: "in a URL that is too long",
      text: good.replace("http://x", `http://u:canary@x/${"a".repeat(3_000)}`),
    },
    { story: "in an address", text: `gateway: { listen: "http://u:canary@x" }\n${good}` },
    { story: "in a provider's name", text: good.replace(" }", ', provider: "http://u:canary@x" }') },
  ])("no secret $story", ({ text }) => {
    const parsed = parse(text);
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain("canary");
  });

  test("nothing that a terminal would obey", () => {
    const parsed = parse(`"\\e[31mred\\u202e": 1\n${good}`);
    expect(parsed.ok ? [] : parsed.error).toMatchObject([
      { path: "\\u{1b}[31mred\\u{202e}", message: 'unknown key "\\u{1b}[31mred\\u{202e}"' },
    ]);
  });
});
