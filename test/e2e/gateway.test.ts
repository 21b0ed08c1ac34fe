import { createHash } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DemoBackend, startDemoBackend } from "../../src/demo/demo-backend.ts";
import { Fleet } from "./harness/fleet.ts";
import { freePorts } from "./harness/free-port.ts";
import { load } from "./harness/load.ts";
import { until } from "./harness/wait.ts";

const chat = { messages: [{ role: "user", content: "hello" }] };

/** One fleet for all of these: they ask, and change nothing. */
let fleet: Fleet;
let prefixed: readonly DemoBackend[];

beforeAll(async () => {
  const [one = 0, two = 0, dead = 0] = await freePorts(3);
  prefixed = await Promise.all([
    startDemoBackend({ name: "p1", port: one, pathPrefix: "/v1/backend-gpt-1" }),
    startDemoBackend({ name: "p2", port: two, pathPrefix: "/openai/v2" }),
  ]);
  fleet = await Fleet.start({
    backends: 3,
    gateway: "  maxRequestBytes: 2MiB\n  timeouts: { connect: 1s, perTry: 700ms, firstToken: 2s, total: 3s }",
    yaml: ({ backends: [first, second, third] }) => `
providers:
  main: { credential: { env: TEST_KEY } }
  other: { credential: { env: OTHER_KEY } }
healthCheck: { interval: 1s, timeout: 1s }
pools:
  weighted:
    strategy: weighted
    endpoints:
      - { url: "http://127.0.0.1:${first}/v1", provider: main, weight: 10 }
      - { url: "http://127.0.0.1:${second}/v1", provider: main, weight: 9 }
  prefixed:
    strategy: roundRobin
    endpoints:
      - { url: "http://127.0.0.1:${one}/v1/backend-gpt-1", provider: main }
      - { url: "http://localhost:${two}/openai/v2", provider: other }
  bare:
    retries: 0
    endpoints: [{ url: "http://127.0.0.1:${third}/v1" }]
  dead:
    retries: 0
    panicThreshold: 100
    endpoints: [{ url: "http://127.0.0.1:${dead}/v1" }]
models:
  weighted: { pool: weighted }
  prefixed: { pool: prefixed }
  bare: { pool: bare }
  dead: { pool: dead }
  "org/model:1 ü": { pool: bare }`,
  });
  await until("the name is resolved", async () => (await fleet.chat({ model: "prefixed", ...chat })).ok);
});

afterAll(async () => {
  await fleet?.close();
  await Promise.all(prefixed?.map((backend) => backend.close()) ?? []);
});

describe("requests", () => {
  test("weights are seen in traffic: 10 to 9 over 1,900 requests", async () => {
    const result = await load({
      url: `${fleet.gateway}/v1/chat/completions`,
      body: { model: "weighted", ...chat },
      perSecond: 380,
      forMs: 5_000,
    });
    expect(result.failures).toEqual([]);
    expect(result.sent).toBe(1_900);
    expect(result.byBackend.get("b1")).toBeGreaterThan(1_000 * 0.97);
    expect(result.byBackend.get("b1")).toBeLessThan(1_000 * 1.03);
    expect(result.byBackend.get("b2")).toBe(1_900 - (result.byBackend.get("b1") ?? 0));
  });

  test("each endpoint gets its own path, host and credential, and the client's never gets there", async () => {
    for (const backend of prefixed) await fetch(`${backend.origin}/_demo/requests`, { method: "DELETE" });
    const steering = {
      authorization: "Bearer sk-of-the-client",
      "x-api-key": "sk-of-the-client",
      "api-key": "sk-of-the-client",
      cookie: "session=1",
      "x-envoy-upstream-rq-timeout-ms": "1",
      "x-envoy-retry-on": "5xx",
      "x-fairlead-path": "/elsewhere",
      "x-fairlead-credential": "other",
    };
    for (let round = 0; round < 4; round += 1) {
      expect((await fleet.chat({ model: "prefixed", ...chat }, { headers: steering })).status).toBe(200);
    }
    const [first, second] = await Promise.all(prefixed.map(seenBy));
    expect(first?.length).toBe(2);
    expect(second?.length).toBe(2);
    for (const seen of first ?? []) {
      expect(seen.path).toBe("/v1/backend-gpt-1/chat/completions");
      expect(seen.host).toBe(prefixed[0]?.origin.slice("http://".length));
      expect(seen.authorization).toEqual(bearer("sk-test-secret-canary-1"));
    }
    for (const seen of second ?? []) {
      expect(seen.path).toBe("/openai/v2/chat/completions");
      expect(seen.host).toMatch(/^localhost:/);
      expect(seen.authorization).toEqual(bearer("sk-test-secret-canary-2"));
    }
    const headers = [...(first ?? []), ...(second ?? [])].flatMap((seen) => Object.keys(seen.headers));
    const leaked = ["cookie", "x-api-key", "api-key", "x-forwarded-for"];
    expect(headers.filter((name) => /^x-(envoy|fairlead)-/.test(name) || leaked.includes(name))).toEqual([]);
  });

  test("an endpoint without a provider gets no credential at all", async () => {
    const origin = `http://127.0.0.1:${fleet.places.backends[2]}`;
    await fetch(`${origin}/_demo/requests`, { method: "DELETE" });
    await fleet.chat({ model: "bare", ...chat }, { headers: { authorization: "Bearer sk-of-the-client" } });
    expect((await seenBy({ origin })).map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  test("a retry carries nothing of the first attempt", async () => {
    for (const backend of prefixed) await fetch(`${backend.origin}/_demo/requests`, { method: "DELETE" });
    await setMode(prefixed[0], { mode: "error", scope: "api" });
    try {
      for (let round = 0; round < 4; round += 1) {
        const response = await fleet.chat({ model: "prefixed", ...chat });
        expect(response.headers.get("x-demo-backend")).toBe("p2");
      }
    } finally {
      await setMode(prefixed[0], { mode: "ok" });
    }
    const second = await seenBy(prefixed[1]);
    expect(second.length).toBe(4);
    for (const seen of second) {
      expect(seen.path).toBe("/openai/v2/chat/completions");
      expect(seen.authorization).toEqual(bearer("sk-test-secret-canary-2"));
    }
  });

  test("a model name may have any characters", async () => {
    expect((await fleet.chat({ model: "org/model:1 ü", ...chat })).status).toBe(200);
  });

  test("a body of a megabyte with the model at its end is routed like any other", async () => {
    const response = await fleet.chat({
      messages: [{ role: "user", content: "x".repeat(1_000_000) }],
      model: "bare",
    });
    expect(response.status).toBe(200);
  });

  test("streaming: chunks arrive one by one, as they are made", async () => {
    await fleet.setMode(3, { mode: "ok", chunkDelayMs: 100, chunks: 5 });
    const arrivals = await arrivalsOf(await fleet.chat({ model: "bare", stream: true, ...chat }));
    await fleet.setMode(3, { mode: "ok" });
    expect(arrivals.text).toContain("data: [DONE]");
    expect(arrivals.atMs.length).toBeGreaterThanOrEqual(5);
    const spread = (arrivals.atMs.at(-1) ?? 0) - (arrivals.atMs[0] ?? 0);
    expect(spread).toBeGreaterThan(350);
  });

  test("/v1/chat/completions/stream streams without being asked in the body", async () => {
    const url = `${fleet.gateway}/v1/chat/completions/stream`;
    for (const body of [
      { model: "bare", ...chat },
      { model: "bare", stream: true, ...chat },
    ]) {
      const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
      expect(await response.text()).toContain("data: [DONE]");
    }
    const refused = await fetch(url, {
      method: "POST",
      body: JSON.stringify({ model: "bare", stream: false }),
    });
    expect(refused.status).toBe(400);
  });
});

describe("what the gateway answers itself", () => {
  test("GET /v1/models lists the models, GET /health is well", async () => {
    const models = (await (await fetch(`${fleet.gateway}/v1/models`)).json()) as { data: { id: string }[] };
    expect(models.data.map(({ id }) => id)).toEqual([
      "weighted",
      "prefixed",
      "bare",
      "dead",
      "org/model:1 ü",
    ]);
    expect(await (await fetch(`${fleet.gateway}/health`)).json()).toEqual({ status: "ok" });
  });

  test.each([
    {
      story: "an unknown model",
      body: '{"model":"nope"}',
      status: 404,
      says: "The model `nope` does not exist",
    },
    { story: "no model", body: '{"messages":[]}', status: 400, says: "You must provide a `model`" },
    { story: "an empty model", body: '{"model":""}', status: 400, says: "You must provide a `model`" },
    {
      story: "a model that is an object",
      body: '{"model":{"a":1}}',
      status: 400,
      says: "You must provide a `model`",
    },
    { story: "a list", body: "[1]", status: 400, says: "it is not a JSON object" },
    { story: "no body", body: "", status: 400, says: "You must provide a `model`" },
    { story: "broken JSON", body: '{"model": "bare"', status: 400, says: "could not parse the JSON" },
    { story: "not JSON", body: "model=bare", status: 400, says: "could not parse the JSON" },
    {
      story: "quotes in the name",
      body: '{"model":"a\\"b\\\\c"}',
      status: 404,
      says: 'The model `a"b\\c` does not',
    },
  ])("$story: $status", async ({ body, status, says }) => {
    const response = await fetch(`${fleet.gateway}/v1/chat/completions`, { method: "POST", body });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    const { error } = (await response.json()) as { error: { message: string; type: string } };
    expect(error.message).toContain(says);
    expect(error.type).toBe("invalid_request_error");
  });

  test.each([
    {
      story: "too large a body",
      path: "/v1/chat/completions",
      method: "POST",
      body: "x".repeat(3_000_000),
      status: 413,
    },
    { story: "another path", path: "/v1/elsewhere", method: "POST", body: "{}", status: 404 },
    { story: "the wrong method", path: "/v1/chat/completions", method: "GET", body: undefined, status: 405 },
    { story: "the wrong method on models", path: "/v1/models", method: "POST", body: "{}", status: 405 },
  ])("$story: $status, as OpenAI-shaped JSON", async ({ path, method, body, status }) => {
    const answer = await raw(`${fleet.gateway}${path}`, method, body);
    expect(answer.status).toBe(status);
    expect((JSON.parse(answer.body) as { error: { type: string } }).error.type).toBe("invalid_request_error");
  });

  test("a backend that cannot be reached: 502", async () => {
    const response = await fleet.chat({ model: "dead", ...chat });
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ error: { code: "upstream_error", type: "server_error" } });
  });

  test("a backend that does not answer in time: 504", async () => {
    await fleet.setMode(3, { mode: "hang", scope: "api" });
    const response = await fleet.chat({ model: "bare", ...chat });
    await fleet.setMode(3, { mode: "ok" });
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({
      error: { code: "upstream_timeout", type: "server_error" },
    });
  });

  test("what a backend answers is passed on as it is: its status and its body", async () => {
    await fleet.setMode(3, { mode: "throttled", scope: "api" });
    const response = await fleet.chat({ model: "bare", ...chat });
    const text = await response.text();
    await fleet.setMode(3, { mode: "ok" });
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).not.toBeNull();
    expect(text).not.toContain("rate_limit_exceeded_by_gateway");
    expect(response.headers.get("x-demo-backend")).toBe("b3");
  });
});

test("no secret is in Envoy's dump, its log, our log or our API", async () => {
  const dump = await (await fetch(`${fleet.envoyAdmin}/config_dump?include_eds`)).text();
  expect(dump).toContain("credential/main");
  const api = await Promise.all(
    [
      "/api/v1/pools",
      "/api/v1/pools/weighted",
      "/api/v1/nodes",
      "/api/v1/config",
      "/metrics",
      "/v1/stats",
    ].map(async (path) => (await fetch(`${fleet.admin}${path}`)).text()),
  );
  const everything = [dump, ...api, fleet.envoy.output, fleet.controlPlane.output].join("\n");
  expect(everything).not.toContain("sk-test-secret-canary");
  expect(everything).not.toContain(Buffer.from("sk-test-secret-canary-1").toString("base64").slice(0, 24));
});

test("Envoy refused nothing and waits for nothing", async () => {
  for (const type of ["cds", "lds"]) {
    const manager = type === "cds" ? "cluster_manager.cds" : "listener_manager.lds";
    expect(await fleet.envoyStat(`${manager}.update_rejected`)).toBe(0);
  }
  expect(await fleet.envoyStat("cluster_manager.warming_clusters")).toBe(0);
  const { nodes } = (await (await fetch(`${fleet.admin}/api/v1/nodes`)).json()) as {
    nodes: { id: string; types: { nack: unknown; ackedVersion: string; sentVersion: string }[] }[];
  };
  expect(nodes.map(({ id }) => id)).toEqual(["e2e-1"]);
  for (const type of nodes[0]?.types ?? []) {
    expect(type.nack ?? undefined).toBeUndefined();
    expect(type.ackedVersion).toBe(type.sentVersion);
  }
});

interface Seen {
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: object | undefined;
}

async function seenBy(backend: { readonly origin: string } | undefined): Promise<readonly Seen[]> {
  const report = (await (await fetch(`${backend?.origin}/_demo/requests`)).json()) as { api: Seen[] };
  return report.api;
}

async function setMode(backend: DemoBackend | undefined, mode: object): Promise<void> {
  await fetch(`${backend?.origin}/_demo/mode`, { method: "POST", body: JSON.stringify(mode) });
}

function bearer(key: string): object {
  return { scheme: "Bearer", sha256: createHash("sha256").update(key).digest("hex") };
}

async function arrivalsOf(response: Response): Promise<{ text: string; atMs: number[] }> {
  const atMs: number[] = [];
  let text = "";
  for await (const chunk of response.body ?? []) {
    atMs.push(performance.now());
    text += Buffer.from(chunk as Uint8Array).toString("utf8");
  }
  return { text, atMs };
}

/** By hand, because `fetch` gives up when it is answered before it has sent everything. */
function raw(url: string, method: string, body: string | undefined) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(url, { method, headers: { "content-type": "application/json" } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on("error", (error) => reject(error));
    sent.end(body);
  });
}
