import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { RecordingBackend } from "./harness/recording-backend.ts";
import { until } from "./harness/wait.ts";

/** Where a request goes when the first pool cannot serve it; and splits, conditions, and what a retry carries. */
let fleet: Fleet;
const backends: RecordingBackend[] = [];
const [a1, a2, b, c] = ["a1", "a2", "b", "c"].map((name) => () => {
  const found = backends.find((backend) => backend.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}) as [() => RecordingBackend, () => RecordingBackend, () => RecordingBackend, () => RecordingBackend];

beforeAll(async () => {
  for (const name of ["a1", "a2", "b", "c"]) backends.push(await RecordingBackend.start(name));
  fleet = await Fleet.start({
    backends: 0,
    gateway: "  timeouts: { connect: 1s, perTry: 1s, firstToken: 1s, streamIdle: 2s, total: 10s }",
    yaml: () => `
providers: { main: { credential: { env: TEST_KEY } }, other: { credential: { env: OTHER_KEY } } }
healthCheck: { interval: 200ms, timeout: 200ms, unhealthyThreshold: 2, healthyThreshold: 1 }
pools:
  first:
    endpoints:
      - { url: "${a1().url}/v1/a", provider: main }
      - { url: "${a2().url}/v1/a", provider: main }
  second: { endpoints: [{ url: "${b().url}/openai", provider: other }] }
  third: { endpoints: [{ url: "${c().url}/v1" }] }
models:
  big: { pool: first }
  medium: { pool: second, upstreamModel: gpt-4.1-mini-2025 }
  small: { pool: third }
  smart: { fallback: [big, medium, small] }
  two: { fallback: [small, medium] }
  split: { split: { first: 80, second: { weight: 20, upstreamModel: s } } }
  by-tier:
    match:
      - { header: { X-Tier: premium, x-region: "eu-*" }, model: smart }
      - { header: { x-tier: "*" }, model: medium }
      - { model: small }`,
  });
  await until("all are healthy", async () => (await fleet.chat({ model: "smart" })).ok);
});

afterAll(async () => {
  await fleet?.close();
  for (const backend of backends) backend.close();
});

beforeEach(() => {
  for (const backend of backends) backend.requests.length = 0;
});

afterEach(async () => {
  for (const backend of backends) Object.assign(backend, { behaviour: 200, health: 200 });
  await until(
    "all are healthy again",
    async () => {
      const clusters = await (await fetch(`${fleet.envoyAdmin}/clusters?format=json`)).text();
      return (
        !/"failed_outlier_check":\s*true/.test(clusters) &&
        !/"eds_health_status":\s*"UNHEALTHY"/.test(clusters)
      );
    },
    40_000,
  );
});

async function asked(body: object, headers: Record<string, string> = {}) {
  const response = await fleet.chat(body, { headers });
  return { status: response.status, by: response.headers.get("x-demo-backend"), text: await response.text() };
}

function counts(): Record<string, number> {
  return Object.fromEntries(backends.map(({ name, requests }) => [name, requests.length]));
}

describe("a fallback", () => {
  test("is not used while the first pool serves", async () => {
    for (let round = 0; round < 20; round += 1) expect((await asked({ model: "smart" })).by).toMatch(/^a/);
    expect(counts()).toEqual({ a1: 10, a2: 10, b: 0, c: 0 });
    expect(JSON.parse(a1().last.body.toString())).toEqual({ model: "big" });
  });

  test.each([
    { story: "500", behaviour: 500 },
    { story: "429", behaviour: 429 },
    { story: "503", behaviour: 503 },
    { story: "a reset", behaviour: "reset" as const },
    { story: "silence", behaviour: () => {} },
  ])("after $story: another endpoint, then the next pool", { timeout: 60_000 }, async ({ behaviour }) => {
    a1().behaviour = behaviour;
    a2().behaviour = behaviour;
    const body = { model: "smart", messages: [{ role: "user", content: "x".repeat(300_000) }] };
    expect(await asked(body)).toMatchObject({ status: 200, by: "b" });
    expect(counts()).toEqual({ a1: 1, a2: 1, b: 1, c: 0 });
    for (const backend of [a1(), a2()]) {
      expect(backend.last.path).toBe("/v1/a/chat/completions");
      expect(backend.last.headers.authorization).toBe("Bearer sk-test-secret-canary-1");
      expect(backend.last.headers.host).toBe(backend.url.slice("http://".length));
      expect(backend.last.body.toString()).toBe(JSON.stringify({ ...body, model: "big" }));
    }
    const { path, headers, body: got } = b().last;
    expect(path).toBe("/openai/chat/completions");
    expect(digest(headers.authorization)).toBe(digest("Bearer sk-test-secret-canary-2"));
    expect(headers.host).toBe(b().url.slice("http://".length));
    expect(got.toString()).toBe(JSON.stringify({ ...body, model: "gpt-4.1-mini-2025" }));
    expect(headers["content-length"]).toBe(String(got.length));
    expect(Object.keys(headers).filter((name) => name.startsWith("x-fairlead"))).toEqual([]);
  });

  test("reaches the last pool, which gets no credential of those before it", {
    timeout: 60_000,
  }, async () => {
    for (const backend of [a1(), a2(), b()]) backend.behaviour = 503;
    expect(await asked({ model: "smart" })).toMatchObject({ status: 200, by: "c" });
    expect(c().last.headers.authorization).toBeUndefined();
    expect(JSON.parse(c().last.body.toString())).toEqual({ model: "small" });
  });

  test("gives the last answer when all fail", { timeout: 60_000 }, async () => {
    for (const backend of backends) backend.behaviour = 429;
    expect((await asked({ model: "smart" })).status).toBe(429);
    expect(Object.values(counts()).every((count) => count >= 1)).toBe(true);
  });

  test("is used at once when the whole first pool is UNHEALTHY, and left when it is well", {
    timeout: 60_000,
  }, async () => {
    for (const backend of [a1(), a2()]) backend.health = 503;
    await until("the second pool serves", async () => (await asked({ model: "smart" })).by === "b");
    for (const backend of backends) backend.requests.length = 0;
    for (let round = 0; round < 10; round += 1) expect((await asked({ model: "smart" })).by).toBe("b");
    expect(counts()).toEqual({ a1: 0, a2: 0, b: 10, c: 0 });
    for (const backend of [a1(), a2()]) backend.health = 200;
    await until("the first pool serves again", async () => (await asked({ model: "smart" })).by !== "b");
  });

  test("is used when every endpoint of the first pool is drained: the pool is empty", {
    timeout: 60_000,
  }, async () => {
    const drain = (id: string, drained: boolean) =>
      fetch(`${fleet.admin}/api/v1/pools/first/endpoints/${id}`, {
        method: "PATCH",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ state: drained ? "drained" : "active" }),
      });
    for (const id of ["first-1", "first-2"]) expect((await drain(id, true)).status).toBe(200);
    await until("the second pool serves", async () => (await asked({ model: "smart" })).by === "b");
    for (const id of ["first-1", "first-2"]) await drain(id, false);
    await until("the first pool serves again", async () => (await asked({ model: "smart" })).by !== "b");
  });

  test("never after the first byte", { timeout: 60_000 }, async () => {
    c().behaviour = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: {}\n\n", () => setTimeout(() => response.socket?.resetAndDestroy(), 50));
    };
    const response = await fleet.chat({ model: "two", stream: true });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(counts()).toEqual({ a1: 0, a2: 0, b: 0, c: 1 });
  });

  test("not for what another backend would refuse as well", async () => {
    for (const behaviour of [400, 401, 404]) {
      c().behaviour = behaviour;
      expect(await asked({ model: "two" })).toMatchObject({ status: behaviour, by: "c" });
    }
    expect(b().requests).toEqual([]);
  });

  test("works while the control plane is away, also when a backend then dies", {
    timeout: 60_000,
  }, async () => {
    await fleet.controlPlane.stop("SIGKILL");
    for (const backend of [a1(), a2()]) backend.behaviour = "reset";
    for (let round = 0; round < 20; round += 1) expect((await asked({ model: "smart" })).by).toBe("b");
    for (const backend of [a1(), a2()]) backend.behaviour = 200;
    fleet.startControlPlane();
    await until("it is back", async () => (await fetch(`${fleet.admin}/api/v1/pools`)).ok, 20_000);
  });
});

describe("a split", () => {
  test("is 80 to 20 over 2,000 requests, each pool with its own name of the model", {
    timeout: 60_000,
  }, async () => {
    for (let round = 0; round < 40; round += 1)
      await Promise.all(Array.from({ length: 50 }, () => asked({ model: "split" })));
    const { a1: one = 0, a2: two = 0, b: other = 0 } = counts();
    expect(one + two + other).toBe(2_000);
    expect(other).toBeGreaterThan(400 - 90);
    expect(other).toBeLessThan(400 + 90);
    expect(JSON.parse(a1().last.body.toString())).toEqual({ model: "split" });
    expect(JSON.parse(b().last.body.toString())).toEqual({ model: "s" });
  });

  test("goes to the other pool while one cannot serve", { timeout: 60_000 }, async () => {
    for (const backend of [a1(), a2()]) backend.behaviour = 503;
    for (let round = 0; round < 20; round += 1)
      expect(await asked({ model: "split" })).toMatchObject({ status: 200, by: "b" });
    expect(new Set(b().requests.map(({ body }) => body.toString()))).toEqual(new Set(['{"model":"s"}']));
    expect(b().requests.every(({ headers }) => headers["content-length"] === "13")).toBe(true);
  });

  test("a second attempt has the client's own bytes again where its pool has no other name", {
    timeout: 60_000,
  }, async () => {
    b().behaviour = 503;
    for (let round = 0; round < 20; round += 1) expect((await asked({ model: "split" })).by).toMatch(/^a/);
    const seen = [...a1().requests, ...a2().requests];
    expect(seen.map(({ body, headers }) => [body.toString(), headers["content-length"]])).toEqual(
      seen.map(() => ['{"model":"split"}', "17"]),
    );
  });
});

describe("conditions on headers", () => {
  test.each([
    {
      story: "all headers fit",
      headers: { "x-tier": "premium", "x-region": "eu-1" },
      by: /^a/,
      reads: "big",
    },
    {
      story: "one does not",
      headers: { "x-tier": "premium", "x-region": "us-1" },
      by: /^b/,
      reads: "gpt-4.1-mini-2025",
    },
    { story: "any value", headers: { "x-tier": "x" }, by: /^b/, reads: "gpt-4.1-mini-2025" },
    { story: "none is there", headers: {}, by: /^c/, reads: "small" },
    { story: "another case of the value", headers: { "x-region": "EU-1" }, by: /^c/, reads: "small" },
  ])("$story", async ({ headers, by, reads }) => {
    expect((await asked({ model: "by-tier" }, headers)).by).toMatch(by);
    const got = backends.flatMap(({ requests }) => requests.map(({ body }) => body.toString()));
    expect(got).toEqual([JSON.stringify({ model: reads })]);
  });

  test("a fallback behind a condition is one", { timeout: 60_000 }, async () => {
    for (const backend of [a1(), a2()]) backend.behaviour = 503;
    expect((await asked({ model: "by-tier" }, { "x-tier": "premium", "x-region": "eu-" })).by).toBe("b");
  });
});

test("Envoy refused nothing, and no script failed", async () => {
  for (const manager of ["cluster_manager.cds", "listener_manager.lds"])
    expect(await fleet.envoyStat(`${manager}.update_rejected`)).toBe(0);
  expect(await fleet.envoyStat("http.gateway.rds.gateway.update_rejected")).toBe(0);
  expect(fleet.envoy.output).not.toMatch(/script log|lua/i);
});

function digest(text: string | undefined): string {
  return createHash("sha256")
    .update(text ?? "")
    .digest("hex");
}
