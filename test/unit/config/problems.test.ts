import { describe, expect, test } from "vitest";
import { env, parse, problems } from "./parse.ts";

const pool = (endpoint: string) => `pools:\n  a:\n    endpoints:\n      - ${endpoint}\n`;
const good = pool('{ url: "http://10.0.0.1/v1" }');

describe("every problem has its place, and says what is wrong", () => {
  test.each([
    {
      story: "a misspelt key",
      text: pool('{ url: "http://x", wieght: 3 }'),
      says: '4:28 pools.a.endpoints[0].wieght: unknown key "wieght"',
    },
    { story: "a key at the top", text: `${good}gatway: {}\n`, says: '5:1 gatway: unknown key "gatway"' },
    {
      story: "an operation in the URL",
      text: pool('{ url: "https://x.test/v1/chat/completions" }'),
      says: '4:16 pools.a.endpoints[0].url: contains the operation "/chat/completions"',
    },
    {
      story: "an unknown scheme",
      text: pool('{ url: "ftp://x" }'),
      says: '4:16 pools.a.endpoints[0].url: has the scheme "ftp"',
    },
    {
      story: "no scheme",
      text: pool("{ url: x.test/v1 }"),
      says: "4:16 pools.a.endpoints[0].url: is not a URL",
    },
    {
      story: "a password in the URL",
      text: pool('{ url: "http://u:hunter2@x" }'),
      says: "4:16 pools.a.endpoints[0].url: holds a user name or password",
    },
    {
      story: "a query in the URL",
      text: pool('{ url: "http://x/v1?a=b" }'),
      says: "4:16 pools.a.endpoints[0].url: has a query or a fragment",
    },
    {
      story: "a URL that is missing",
      text: pool("{ weight: 1 }"),
      says: "4:9 pools.a.endpoints[0].url: is missing",
    },
    {
      story: "weight 0",
      text: pool('{ url: "http://x", weight: 0 }'),
      says: "4:36 pools.a.endpoints[0].weight: is 0",
    },
    {
      story: "weight -1",
      text: pool('{ url: "http://x", weight: -1 }'),
      says: "4:36 pools.a.endpoints[0].weight: is -1",
    },
    {
      story: "weight 2^32",
      text: pool('{ url: "http://x", weight: 4294967296 }'),
      says: "4:36 pools.a.endpoints[0].weight: is 4294967296",
    },
    {
      story: "weight 1.5",
      text: pool('{ url: "http://x", weight: 1.5 }'),
      says: "4:36 pools.a.endpoints[0].weight: is 1.5",
    },
    {
      story: "weight 1e308",
      text: pool('{ url: "http://x", weight: 1e308 }'),
      says: "4:36 pools.a.endpoints[0].weight: is 1e+308",
    },
    {
      story: "weight NaN",
      text: pool('{ url: "http://x", weight: .nan }'),
      says: "4:36 pools.a.endpoints[0].weight: is NaN",
    },
    {
      story: "weight infinity",
      text: pool('{ url: "http://x", weight: .inf }'),
      says: "4:36 pools.a.endpoints[0].weight: is Infinity",
    },
    {
      story: "a provider nobody knows",
      text: `providers: { acme: {} }\n${pool('{ url: "http://x", provider: acne }')}`,
      says: '5:38 pools.a.endpoints[0].provider: there is no provider "acne"',
    },
    {
      story: "a model without a pool",
      text: `${good}models: { m: { pool: b } }\n`,
      says: '5:22 models.m.pool: there is no pool "b"',
    },
    {
      story: "a duration without a unit",
      text: `healthCheck: { interval: 10 }\n${good}`,
      says: "1:26 healthCheck.interval: is 10",
    },
    {
      story: "a timeout above the interval",
      text: `healthCheck: { interval: 1s, timeout: 2s }\n${good}`,
      says: "1:39 healthCheck.timeout: is 2s",
    },
    {
      story: "an interval that would flood",
      text: `healthCheck: { interval: 10ms, timeout: 10ms }\n${good}`,
      says: "1:26 healthCheck.interval: is 10ms",
    },
    {
      story: "a check path without a slash",
      text: `healthCheck: { path: health }\n${good}`,
      says: '1:22 healthCheck.path: is "health"',
    },
    {
      story: "a variable that is not set",
      text: `providers: { p: { credential: { env: NOPE } } }\n${good}`,
      says: "1:38 providers.p.credential.env: the environment variable NOPE is not set",
    },
    {
      story: "a variable that is empty",
      text: `providers: { p: { credential: { env: EMPTY } } }\n${good}`,
      says: "1:31 providers.p.credential: the environment variable EMPTY is empty",
    },
    {
      story: "a variable of Object",
      text: `providers: { p: { credential: { env: toString } } }\n${good}`,
      says: "1:38 providers.p.credential.env: the environment variable that is named here is not set",
    },
    {
      story: "a second header in a key",
      text: `providers: { p: { credential: { env: BROKEN } } }\n${good}`,
      says: "1:31 providers.p.credential: the environment variable BROKEN holds spaces, line breaks or other characters that no key has",
    },
    {
      story: "a file that is not there",
      text: `providers: { p: { credential: { file: nope.txt } } }\n${good}`,
      says: "1:39 providers.p.credential.file: the file nope.txt does not exist",
    },
    {
      story: "env and file at once",
      text: `providers: { p: { credential: { env: KEY, file: key.txt } } }\n${good}`,
      says: "1:31 providers.p.credential: names none or both of env and file",
    },
    {
      story: "tls of a plain endpoint",
      text: pool('{ url: "http://x", tls: { serverName: y } }'),
      says: "4:33 pools.a.endpoints[0].tls: is said of an endpoint that is plain http",
    },
    {
      story: "a server name that is an address",
      text: pool('{ url: "https://x", tls: { serverName: 192.0.2.1 } }'),
      says: "4:48 pools.a.endpoints[0].tls.serverName: is an address",
    },
    {
      story: "an authority that is no certificate",
      text: pool('{ url: "https://x", tls: { ca: { file: notes.txt } } }'),
      says: "4:40 pools.a.endpoints[0].tls.ca: holds no certificate",
    },
    {
      story: "an authority that nobody looks at",
      text: pool(
        '{ url: "https://x", tls: { ca: { file: ca.pem }, dangerouslyAcceptAnyCertificate: true } }',
      ),
      says: "4:40 pools.a.endpoints[0].tls.ca: is not looked at when any certificate is accepted",
    },
    {
      story: "a client certificate without its key",
      text: `providers: { p: { tls: { certificate: { file: ca.pem } } } }\n${good}`,
      says: "1:24 providers.p.tls.key: is missing",
    },
    {
      story: "a client certificate that is none",
      text: `providers: { p: { tls: { certificate: { file: ca.pem }, key: { file: notes.txt } } } }\n${good}`,
      says: "1:39 providers.p.tls.certificate: holds no certificate",
    },
    {
      story: "a private key that is none",
      text: `providers: { p: { tls: { certificate: { file: ca.pem }, key: { file: notes.txt } } } }\n${good}`,
      says: "1:62 providers.p.tls.key: holds no private key, or one with a passphrase",
    },
    {
      story: "a private key within the file",
      text: pool('{ url: "https://x", tls: { certificate: { file: ca.pem }, key: sk-canary } }'),
      says: "4:72 pools.a.endpoints[0].tls.key: must not be written into this file",
    },
    {
      story: "two limits of retries",
      text: `pools:\n  a:\n    retryBudget: { percent: 20 }\n    circuitBreaker: { maxRetries: 5 }\n    endpoints: [{ url: "http://x" }]`,
      says: "3:18 pools.a.retryBudget: is there beside circuitBreaker.maxRetries",
    },
    {
      story: "a key in two places",
      text: `providers: { p: { credential: { env: KEY, query: key, header: x-api-key } } }\n${good}`,
      says: "1:50 providers.p.credential.query: is there beside header or prefix",
    },
    {
      story: "a key in a header of the gateway's own",
      text: `providers: { p: { credential: { env: KEY, header: Host } } }\n${good}`,
      says: '1:51 providers.p.credential.header: the header "host" is written by the gateway itself',
    },
    {
      story: "a credential's misspelt key, which may be the secret itself",
      text: `providers: { p: { credential: { env: KEY, haeder: x-api-key } } }\n${good}`,
      says: "1:31 providers.p.credential: has a key that is not one of env, file, header, prefix, query",
    },
    {
      story: "a prefix that would be a header of its own",
      text: `providers: { p: { credential: { env: KEY, prefix: "a\\nb" } } }\n${good}`,
      says: "1:51 providers.p.credential.prefix: must not be written into this file",
    },
    {
      story: "a secret among the headers",
      text: `providers: { p: { headers: { X-Api-Key: sk-canary } } }\n${good}`,
      says: '1:30 providers.p.headers.X-Api-Key: the header "x-api-key" carries a secret, which is never written into this file',
    },
    {
      story: "a header of the connection",
      text: `providers: { p: { headers: { Transfer-Encoding: chunked } } }\n${good}`,
      says: '1:30 providers.p.headers.Transfer-Encoding: the header "transfer-encoding" is written by the gateway itself',
    },
    {
      story: "a header of Envoy's",
      text: `providers: { p: { headers: { x-envoy-retry-on: 5xx } } }\n${good}`,
      says: '1:30 providers.p.headers.x-envoy-retry-on: the header "x-envoy-retry-on" is written by the gateway itself',
    },
    {
      story: "what is not the name of a header",
      text: `providers: { p: { headers: { "a b": c } } }\n${good}`,
      says: "1:30 providers.p.headers.a b: is not the name of a header",
    },
    {
      story: "a header twice, in two spellings",
      text: `providers: { p: { headers: { X-A: b, x-a: c } } }\n${good}`,
      says: '1:38 providers.p.headers.x-a: the header "x-a" is there twice',
    },
    {
      story: "a header that carries the credential already",
      text: `providers: { p: { credential: { env: KEY, header: x-k }, headers: { X-K: c } } }\n${good}`,
      says: "1:69 providers.p.headers.X-K: carries the credential already",
    },
    {
      story: "a header's value with a line break",
      text: `providers: { p: { headers: { x-a: "b\\nc" } } }\n${good}`,
      says: "1:35 providers.p.headers.x-a: is empty or holds characters that no header can",
    },
    {
      story: "a parameter that carries the credential already",
      text: `providers: { p: { credential: { env: KEY, query: key }, query: { key: c } } }\n${good}`,
      says: "1:66 providers.p.query.key: carries the credential already",
    },
    {
      story: "a key written down",
      text: `providers: { p: { credential: sk-canary } }\n${good}`,
      says: "1:31 providers.p.credential: must not be written into this file",
    },
    {
      story: "no certificate in the file",
      text: `gateway: { trustedCa: { file: notes.txt } }\n${good}`,
      says: "1:23 gateway.trustedCa: holds no certificate",
    },
    {
      story: "admin for everybody without a token",
      text: `admin: { listen: "0.0.0.0:8090" }\n${good}`,
      says: "1:18 admin.listen: 0.0.0.0 can be reached from other machines, and there is no token",
    },
    {
      story: "the gateway for everybody, with no word of keys",
      text: `gateway: { listen: "0.0.0.0:8080" }\n${good}`,
      says: "1:20 gateway.listen: 0.0.0.0 can be reached from other machines, and whoever reaches it spends the providers' credentials",
    },
    {
      story: "no key in the file of the signing key",
      text: `clientKeys: { signingKey: { file: notes.txt } }\n${good}`,
      says: "1:27 clientKeys.signingKey: holds no key on the curve P-256",
    },
    {
      story: "accepted keys without a signing key",
      text: `clientKeys: { acceptedKeys: [{ file: notes.txt }] }\n${good}`,
      says: "1:29 clientKeys.acceptedKeys: there is no signingKey beside it, and Fairlead knows the keys that it makes itself",
    },
    {
      story: "xDS for everybody",
      text: `xds: { listen: "0.0.0.0:18000" }\n${good}`,
      says: "1:16 xds.listen: 0.0.0.0 can be reached from other machines, and xDS carries the providers' credentials unencrypted",
    },
    {
      story: "an address that is none",
      text: `gateway: { listen: "here:there" }\n${good}`,
      says: '1:20 gateway.listen: is "here:there"',
    },
    {
      story: "a name where Envoy needs an address",
      text: `gateway: { listen: "gateway.test:8080" }\n${good}`,
      says: "1:20 gateway.listen: gateway.test is a name",
    },
    {
      story: "a port that is none",
      text: `gateway: { listen: "127.0.0.1:70000" }\n${good}`,
      says: '1:20 gateway.listen: is "127.0.0.1:70000"',
    },
    {
      story: "a limit that would do nothing",
      text: `${good}limits: [{ per: key, requests: 1000/min }]\n`,
      says: "5:10 limits[0]: is not enforced yet",
    },
    {
      story: "a budget that would do nothing",
      text: `${good}budgets: [{ per: team, limit: $1000/month }]\n`,
      says: "5:11 budgets[0]: is not enforced yet",
    },
    {
      story: "a strategy to come",
      text: "pools: { a: { strategy: lowestCost, endpoints: [{ url: http://x }] } }\n",
      says: '1:25 pools.a.strategy: "lowestCost" is not supported yet',
    },
    {
      story: "no endpoints",
      text: "pools: { a: { endpoints: [] } }\n",
      says: "1:26 pools.a.endpoints: is an empty list",
    },
    { story: "no pools", text: "models: {}\n", says: "1:1 pools: is missing" },
    {
      story: "a name that Envoy reads otherwise",
      text: 'pools: { "*": { endpoints: [{ url: http://x }] } }\n',
      says: '1:10 pools.*: the name "*" has a meaning of its own to Envoy',
    },
    {
      story: "control characters in a name",
      text: 'pools: { "a\\u202e": { endpoints: [{ url: http://x }] } }\n',
      says: "1:10 pools.a\\u{202e}: the name is empty, too long or holds control characters",
    },
    {
      story: "weights beyond Envoy's sum",
      text: `pools:\n  a:\n    endpoints:\n${'      - { url: "http://x", weight: 1000000 }\n'.repeat(4_295)}`,
      says: "4:7 pools.a.endpoints: the weights add up to more than 4294967295",
    },
  ])("$story", ({ text, says }) => {
    expect(problems(text)).toContain(says);
  });
});

describe("a file that is not what it should be", () => {
  test.each([
    { story: "empty", text: "", says: "1:1 : the file is empty" },
    { story: "only a comment", text: "# nothing\n", says: "1:1 : the file is empty" },
    { story: "a list", text: "- a\n", says: "1:1 : is a list of 1" },
    { story: "a word", text: "hello\n", says: '1:1 : is "hello"' },
    { story: "two documents", text: `${good}---\n${good}`, says: "5:1 : the file holds a second document" },
    { story: "a NUL", text: "pools: {}\0", says: "1:1 : the file holds a NUL byte" },
    { story: "tabs", text: "pools:\n\ta: 1\n", says: "2:1 : Tabs are not allowed as indentation" },
    {
      story: "__proto__",
      text: `__proto__: { polluted: true }\n${good}`,
      says: '1:1 __proto__: the key "__proto__" is not allowed',
    },
    {
      story: "constructor",
      text: `x-a: { constructor: { prototype: 1 } }\n${good}`,
      says: '1:8 x-a.constructor: the key "constructor" is not allowed',
    },
    {
      story: "a merge key",
      text: `x-a: &a { weight: 1 }\n${pool("{ <<: *a }")}`,
      says: "5:11 pools.a.endpoints[0].<<: merge keys are not supported",
    },
    {
      story: "an alias of nothing",
      text: "pools: *nowhere\n",
      says: '1:8 pools: there is no anchor "&nowhere" above this alias',
    },
    {
      story: "a key that is a map",
      text: `? { a: 1 }\n: 2\n${good}`,
      says: "1:3 : a key is not a plain word",
    },
    {
      story: "deep nesting",
      text: `x-a: ${"[".repeat(70)}${"]".repeat(70)}\n${good}`,
      says: expect.stringContaining("nests deeper than 64 levels"),
    },
    {
      story: "a depth that no stack bears",
      text: `x-a: ${"[".repeat(20_000)}`,
      says: "1:70 : the file nests deeper than 64 levels",
    },
    {
      story: "six megabytes",
      text: `# ${"x".repeat(6_000_000)}\n${good}`,
      says: "1:1 : the file is larger than 5242880 bytes",
    },
  ])("$story", ({ text, says }) => {
    expect(problems(text)).toContainEqual(says);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("a key that is there twice names both places", () => {
    expect(problems(`${good}pools: {}\n`)).toEqual([
      '5:1 pools: the key "pools" is there twice, first in line 1, column 1',
    ]);
    const twoPools =
      "pools:\n  a: { endpoints: [{ url: http://x }] }\n  a: { endpoints: [{ url: http://y }] }\n";
    expect(problems(twoPools)).toEqual([
      '3:3 pools.a: the key "a" is there twice, first in line 2, column 3',
    ]);
  });

  test("an endpoint id that is there twice, also in another pool and by default, names the first", () => {
    const text =
      'pools:\n  a:\n    endpoints:\n      - { url: "http://x" }\n  b:\n    endpoints:\n      - { id: a-1, url: "http://y" }\n';
    expect(problems(text)).toEqual([
      '7:9 pools.b.endpoints[0]: the endpoint id "a-1" is there twice, first in line 4, column 9',
    ]);
  });

  test("a bomb of aliases is refused, once, before it grows", () => {
    const levels = "bcdefghij"
      .split("")
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[index]}`).join(", ")}]`);
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${levels.join("\n")}\n`;
    const found = problems(bomb);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("more than 1000 aliases are followed");
  });
});

describe("all at once, with hints, and without secrets", () => {
  test("the faults of all parts are told together, from the top down", () => {
    const text = `gateway: { timeouts: { connect: 10 } }
providers:
  acme: { credential: { env: NOPE } }
pools:
  a:
    strategy: fastest
    endpoints:
      - { url: "https://x.test/v1/chat/completions", wieght: 3, provider: acne }
models:
  m: { pool: aa }
  n: { cheapestOf: [a] }
`;
    const parsed = parse(text);
    const told = parsed.ok ? [] : parsed.error.map(({ line, path }) => `${line} ${path}`);
    expect(told).toEqual([
      "1 gateway.timeouts.connect",
      "3 providers.acme.credential.env",
      "6 pools.a.strategy",
      "8 pools.a.endpoints[0].url",
      "8 pools.a.endpoints[0].wieght",
      "8 pools.a.endpoints[0].provider",
      "10 models.m.pool",
      "11 models.n.cheapestOf",
    ]);
  });

  test.each([
    { text: pool('{ url: "http://x", wieght: 3 }'), hint: "did you mean `weight`?" },
    { text: pool('{ url: "https://x.test/v1/chat/completions" }'), hint: "write https://x.test/v1" },
    { text: `healthCheck: { interval: 10 }\n${good}`, hint: "did you mean 10s?" },
    { text: `${good}models: { m: { pool: aa } }\n`, hint: "did you mean `a`?" },
    {
      text: "pools: { a: { strategy: roundrobin, endpoints: [{ url: http://x }] } }\n",
      hint: "did you mean `roundRobin`?",
    },
    {
      text: `${good}limits: [{ per: key, requests: 1/s }]\n`,
      hint: "write `enforce: false` to keep it in the file",
    },
    { text: "pools: { a: { endpoints: { url: http://x } } }\n", hint: "start each endpoint with a dash" },
  ])("hint: $hint", ({ text, hint }) => {
    const parsed = parse(text);
    expect(parsed.ok ? [] : parsed.error.map((problem) => problem.hint)).toContain(hint);
  });

  test("a file without a pool is refused: it would empty the fleet", () => {
    expect(problems("pools: {}\n")).toEqual(["1:8 pools: holds no pool"]);
  });

  test("a value of the wrong kind is told once, and not as missing too", () => {
    expect(problems(pool("{ url: 5 }"))).toEqual(["4:16 pools.a.endpoints[0].url: is 5"]);
  });

  test("no secret is ever part of a problem", () => {
    const texts = [
      `providers: { p: { credential: sk-canary-inline } }\n${good}`,
      `providers: { p: { credential: { env: [sk-canary-inline] } } }\n${good}`,
      `providers: { p: { credential: { env: SPACED } } }\n${good}`,
      `providers: { p: { credential: { env: BROKEN } } }\n${good}`,
      `admin: { token: sk-canary-inline }\n${good}`,
      pool('{ url: "http://me:sk-canary-inline@x" }'),
    ];
    for (const text of texts) {
      const parsed = parse(text);
      expect(parsed.ok).toBe(false);
      expect(JSON.stringify(parsed)).not.toContain("canary");
    }
    expect(JSON.stringify(env)).toContain("canary");
  });
});
