import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { configurationReference } from "../../../scripts/configuration-reference.ts";
import { err } from "../../../src/base/result.ts";
import { jsonSchema } from "../../../src/config/config-schema.ts";
import { parseConfig } from "../../../src/config/parse-config.ts";
import { usualTls } from "../../../src/model/backend-tls.ts";
import { desired, parse } from "./parse.ts";

const root = join(import.meta.dirname, "../../..");

describe("what a file means", () => {
  test("the least has a default for everything else", () => {
    const meant = desired('pools:\n  gpt:\n    endpoints:\n      - { url: "http://10.0.0.1:8000/v1/" }\n');
    expect(meant).toEqual({
      gateway: {
        listen: { host: "127.0.0.1", port: 8080 },
        maxRequestBytes: 20 * 1024 * 1024,
        timeouts: {
          connectMs: 10_000,
          firstTokenMs: 30_000,
          perTryMs: 120_000,
          streamIdleMs: 60_000,
          totalMs: 600_000,
        },
        trustedCa: "",
      },
      clientKeys: { required: false, folder: "fairlead-keys", signingKey: undefined, acceptedKeys: [] },
      xds: {
        listen: { host: "127.0.0.1", port: 18_000 },
        allowPlaintext: false,
        tls: undefined,
        clients: undefined,
        newStreamsPerSecond: 1_000,
        maxConnectionAgeMs: undefined,
      },
      admin: { listen: { host: "127.0.0.1", port: 8_090 }, token: undefined },
      providers: new Map(),
      pools: new Map([
        [
          "gpt",
          {
            name: "gpt",
            strategy: "roundRobin",
            healthCheck: {
              path: "/health",
              intervalMs: 10_000,
              timeoutMs: 5_000,
              unhealthyThreshold: 3,
              healthyThreshold: 2,
              degradedLatencyMs: 4_000,
            },
            endpoints: [
              {
                id: "gpt-1",
                url: { scheme: "http", host: "10.0.0.1", port: 8000, path: "/v1" },
                provider: undefined,
                weight: 1,
                priority: 0,
                tls: usualTls,
                source: { path: "pools.gpt.endpoints[0]", line: 4, column: 9 },
              },
            ],
            retries: 3,
            protocol: "auto",
            retryBudget: { percent: 50, minimum: 100 },
            panicThreshold: 0,
            circuitBreaker: {
              maxConnections: 10_000,
              maxPendingRequests: 10_000,
              maxRequests: 10_000,
              maxRetries: undefined,
            },
            source: { path: "pools.gpt", line: 3, column: 5 },
          },
        ],
      ]),
      groups: new Map(),
      models: new Map([
        [
          "gpt",
          {
            name: "gpt",
            rules: [
              { headers: [], choices: [{ weight: 1, chain: [{ pool: "gpt", upstreamModel: undefined }] }] },
            ],
            price: undefined,
            source: { path: "pools.gpt", line: 3, column: 5 },
          },
        ],
      ]),
      places: {
        gateway: { path: "gateway", line: 1, column: 1 },
        listen: { path: "gateway.listen", line: 1, column: 1 },
        clientKeys: { path: "clientKeys", line: 1, column: 1 },
        trustedCa: { path: "gateway.trustedCa", line: 1, column: 1 },
        models: { path: "pools", line: 2, column: 3 },
      },
    });
  });

  test.each([
    { url: "https://API.Example.com", is: { scheme: "https", host: "api.example.com", port: 443, path: "" } },
    {
      url: "https://api.example.com/",
      is: { scheme: "https", host: "api.example.com", port: 443, path: "" },
    },
    {
      url: "http://[2001:db8::1]:8000/openai/v1/",
      is: { scheme: "http", host: "2001:db8::1", port: 8000, path: "/openai/v1" },
    },
    {
      url: "http://x/v1/backend-gpt-1",
      is: { scheme: "http", host: "x", port: 80, path: "/v1/backend-gpt-1" },
    },
  ])("the URL $url", ({ url, is }) => {
    expect(
      desired(`pools: { a: { endpoints: [{ url: "${url}" }] } }`).pools.get("a")?.endpoints[0]?.url,
    ).toEqual(is);
  });

  test.each([
    { listen: "9000", is: { host: "127.0.0.1", port: 9000 } },
    { listen: '"9000"', is: { host: "127.0.0.1", port: 9000 } },
    { listen: '":9000"', is: { host: "127.0.0.1", port: 9000 } },
    { listen: '"0.0.0.0:9000"', is: { host: "0.0.0.0", port: 9000 } },
    { listen: '"localhost:9000"', is: { host: "127.0.0.1", port: 9000 } },
    { listen: '"[::1]:9000"', is: { host: "::1", port: 9000 } },
  ])("the address $listen", ({ listen, is }) => {
    expect(
      desired(
        `gateway: { listen: ${listen} }\nclientKeys: {}\npools: { a: { endpoints: [{ url: "http://x" }] } }`,
      ).gateway.listen,
    ).toEqual(is);
  });

  test("credentials come from the environment or a file, and cannot be printed", () => {
    const meant = desired(`providers:
  one: { credential: { env: KEY }, baseUrl: "https://one.test/v1" }
  two: { credential: { file: key.txt } }
pools: { a: { endpoints: [{ provider: one }, { provider: two, url: "http://two" }] } }`);
    expect(meant.providers.get("one")?.credential?.secret.reveal()).toBe("sk-canary-0123456789");
    expect(meant.providers.get("two")?.credential?.secret.reveal()).toBe("sk-canary-from-file");
    expect(meant.pools.get("a")?.endpoints[0]?.url.host).toBe("one.test");
    expect(
      inspect(meant, { depth: 10 }) +
        JSON.stringify([...meant.providers]) +
        String(meant.providers.get("one")?.credential),
    ).not.toContain("canary");
  });

  test("anchors, free keys, and a pool's check laid over the common one", () => {
    const meant = desired(`x-common: &endpoint { url: "http://x" }
healthCheck: &check { interval: 2s, timeout: 1s }
pools:
  a: { healthCheck: *check, endpoints: [*endpoint] }
  b: { healthCheck: { path: /ready, timeout: 500ms }, endpoints: [*endpoint] }`);
    expect(meant.pools.get("a")?.healthCheck).toMatchObject({
      intervalMs: 2_000,
      timeoutMs: 1_000,
      path: "/health",
    });
    expect(meant.pools.get("b")?.healthCheck).toMatchObject({
      intervalMs: 2_000,
      timeoutMs: 500,
      path: "/ready",
      degradedLatencyMs: 400,
    });
  });

  test("a weight makes the strategy weighted, unless another is named", () => {
    const strategy = (more: string) =>
      desired(`pools: { a: { ${more} endpoints: [{ url: "http://x", weight: 2 }] } }`).pools.get("a")
        ?.strategy;
    expect(strategy("")).toBe("weighted");
    expect(strategy("strategy: leastRequest,")).toBe("leastRequest");
  });

  test("Windows line ends and a byte order mark do no harm", () => {
    expect(
      desired('\uFEFFpools:\r\n  a:\r\n    endpoints:\r\n      - { url: "http://x" }\r\n').pools.size,
    ).toBe(1);
  });

  test("a time that the total cuts short is a warning, if both are written", () => {
    const parsed = parse(`gateway: { timeouts: { total: 10s, streamIdle: 20s, perTry: 5s } }
pools: { a: { endpoints: [{ url: "http://x" }] } }`);
    expect(
      parsed.ok && parsed.value.warnings.map(({ line, path, message }) => `${line} ${path}: ${message}`),
    ).toEqual(["1 gateway.timeouts.streamIdle: is longer than total (10s), and so never reached"]);
  });

  test("any certificate is a warning", () => {
    const parsed = parse(
      `pools: { a: { endpoints: [{ url: "https://x", tls: { dangerouslyAcceptAnyCertificate: true } }] } }`,
    );
    expect(parsed.ok && parsed.value.warnings.map(({ message }) => message)).toEqual([
      "whoever is on the way can read and change everything, the key included",
    ]);
  });

  test("what is kept and not enforced, and a pool that nobody uses, are warnings", () => {
    const parsed =
      parse(`pools: { a: { endpoints: [{ url: "http://x" }] }, b: { endpoints: [{ url: "http://y" }] } }
models: { m: { pool: a, price: { input: 8.00, output: 0.42 } } }
limits: [{ per: key, requests: 1000/min, tokens: 100000/min, enforce: false }]
budgets: [{ per: team, limit: $1000/month, at80: alert, at100: reject, enforce: false }]`);
    expect(
      parsed.ok && parsed.value.warnings.map(({ line, path, message }) => `${line} ${path}: ${message}`),
    ).toEqual([
      "1 pools.b: no model uses this pool",
      "3 limits[0]: is kept in the file and not enforced",
      "4 budgets[0]: is kept in the file and not enforced",
    ]);
    expect(parsed.ok && parsed.value.desired.models.get("m")?.price).toEqual({ input: 8, output: 0.42 });
  });
});

describe("what is shipped", () => {
  const examples = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".yaml"));

  test.each(examples)("examples/%s loads, and tells editors its schema", (name) => {
    const text = readFileSync(join(root, "examples", name), "utf8");
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=./fairlead.schema.json");
    const env = { HOLYSHEEP_API_KEY: "k", DEMO_API_KEY: "k", FAIRLEAD_ADMIN_TOKEN: "t" };
    const parsed = parseConfig({ file: name, text, env, readFile: () => err("does not exist") });
    expect(parsed.ok ? [] : parsed.error).toEqual([]);
  });

  test("the schema and the reference are those of the code: run `npm run generate:schema`", () => {
    const shipped = readFileSync(join(root, "examples/fairlead.schema.json"), "utf8");
    expect(JSON.parse(shipped)).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
    expect(readFileSync(join(root, "docs/configuration.md"), "utf8")).toBe(configurationReference());
  });
});
