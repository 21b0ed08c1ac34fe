import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "../../../src/base/secret.ts";
import { contextOf, decided, endpoint, pool, type RunningAdmin, running, viewOf } from "./fixture.ts";
import { bodyIn, request, statusIn } from "./raw-http.ts";

const token = "flt-7c1f0a4e";
const path = "/api/v1/pools/a/endpoints/a-1";
const view = viewOf([pool("a", [endpoint("a-1")])], { "a-1": decided() });

let admin: RunningAdmin | undefined;
afterEach(() => admin?.close());

async function start(...more: Parameters<typeof running> extends [unknown, ...infer R] ? R : never) {
  const context = contextOf(view);
  admin = await running(context, ...more);
  return { ...admin, context };
}

describe("with a token", () => {
  const guarded = [
    ["GET", "/metrics"],
    ["GET", "/api/v1/pools"],
    ["GET", "/api/v1/pools/a"],
    ["GET", "/api/v1/nodes"],
    ["GET", "/api/v1/config"],
    ["GET", "/v1/stats"],
    ["GET", "/docs"],
    ["GET", "/docs/json"],
    ["GET", "/docs/static/swagger-ui.css"],
    ["GET", "/nope"],
    ["DELETE", "/healthz"],
    ["PATCH", path],
  ] as const;

  test.each(guarded)("%s %s is refused without it, also on loopback", async (method, at) => {
    const { get, context } = await start({ token: new Secret(token) });
    const body =
      method === "PATCH" ? { body: '{"weight": 2}', headers: { "content-type": "application/json" } } : {};
    const answer = await get(at, { method, ...body });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="fairlead"');
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await answer.json()).toMatchObject({ status: 401, code: "unauthorized" });
    expect(context.patches).toEqual([]);
  });

  test.each(["/healthz", "/readyz"])("%s needs none", async (at) => {
    const { get } = await start({ token: new Secret(token) });
    expect((await get(at)).status).toBe(200);
  });

  test.each(["/metrics", "/api/v1/pools", "/docs/", "/docs/json"])("%s answers with it", async (at) => {
    const { get } = await start({ token: new Secret(token) });
    expect((await get(at, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });

  test.each([
    "",
    token,
    "Bearer",
    "Bearer ",
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token.toUpperCase()}`,
    `Basic ${Buffer.from(`admin:${token}`).toString("base64")}`,
    "Bearer x' OR pg_sleep(8)--",
    `Bearer ${"x".repeat(8_000)}`,
  ])("authorization %j is refused in the same words", async (authorization) => {
    const { get } = await start({ token: new Secret(token) });
    const answer = await get("/api/v1/pools", { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      detail: "send the admin token as `authorization: Bearer …`",
    });
  });

  test("it does not count in the query", async () => {
    const { get } = await start({ token: new Secret(token) });
    expect((await get(`/api/v1/pools?token=${token}&access_token=${token}`)).status).toBe(401);
  });

  test("it is in no answer and no line of the log", async () => {
    const { get, lines } = await start({ token: new Secret(token) });
    const answers = await Promise.all(
      [`Bearer ${token}`, `Bearer ${token}-wrong`].map((authorization) =>
        get("/docs/json", { headers: { authorization } }),
      ),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(JSON.stringify([texts, lines])).not.toContain(token);
  });

  test("any Host is answered: a proxy may stand in front", async () => {
    const { address } = await start({ token: new Secret(token) });
    const headers = ["host: fairlead.example", `authorization: Bearer ${token}`];
    expect(statusIn(await request(address.port, "GET /api/v1/pools", headers))).toBe(200);
  });
});

describe("without a token", () => {
  test.each(["localhost", "LOCALHOST:8090", "127.0.0.1", "127.9.9.9:1", "[::1]", "[::1]:8090"])(
    "Host %s is this machine",
    async (host) => {
      const { address } = await start();
      expect(statusIn(await request(address.port, "GET /api/v1/pools", [`host: ${host}`]))).toBe(200);
    },
  );

  test.each([
    "evil.example",
    "evil.example:8090",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.1@evil.example",
    "evil.example#localhost",
    "0.0.0.0",
    "169.254.169.254",
    "",
  ])("Host %j is a page of somebody else that was rebound to here", async (host) => {
    const { address, context } = await start();
    const headers = [`host: ${host}`, "content-type: application/json"];
    const answers = [
      await request(address.port, "GET /api/v1/pools", [`host: ${host}`]),
      await request(address.port, `PATCH ${path}`, headers, '{"weight": 2}'),
    ];
    for (const answer of answers) {
      expect([statusIn(answer), bodyIn(answer)]).toMatchObject([403, { code: "host-not-allowed" }]);
    }
    expect(context.patches).toEqual([]);
  });
});

describe("a browser's write", () => {
  test.each([
    { origin: undefined, host: "localhost:8090", status: 200 },
    { origin: "http://localhost:8090", host: "localhost:8090", status: 200 },
    { origin: "http://127.0.0.1", host: "127.0.0.1:80", status: 200 },
    { origin: "https://localhost", host: "localhost", status: 200 },
    { origin: "https://evil.example", host: "localhost:8090", status: 403 },
    { origin: "http://localhost:3000", host: "localhost:8090", status: 403 },
    { origin: "http://localhost:8090.evil.example", host: "localhost:8090", status: 403 },
    { origin: "null", host: "localhost:8090", status: 403 },
    { origin: "file://", host: "localhost:8090", status: 403 },
    { origin: "", host: "localhost:8090", status: 403 },
  ])("from $origin to $host: $status", async ({ origin, host, status }) => {
    const { address, context } = await start();
    const headers = [`host: ${host}`, "content-type: application/json"];
    if (origin !== undefined) headers.push(`origin: ${origin}`);
    const answer = await request(address.port, `PATCH ${path}`, headers, '{"weight": 2}');
    expect(statusIn(answer)).toBe(status);
    expect(context.patches).toHaveLength(status === 200 ? 1 : 0);
    if (status === 403) expect(bodyIn(answer)).toMatchObject({ code: "origin-not-allowed" });
  });

  test("no other site may read an answer", async () => {
    const { get } = await start();
    const answer = await get("/api/v1/pools", { headers: { origin: "https://evil.example" } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

describe("a flood", () => {
  test("is slowed down, guesses of the token and unknown paths among it", async () => {
    const { get } = await start({ token: new Secret(token), limits: { requestsPerSecond: 5 } });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        get(n % 2 === 0 ? "/nope" : "/api/v1/pools", { headers: { authorization: `Bearer ${n}` } }),
      ),
    );
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThan(0);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    const [first] = slowed;
    expect(first?.headers.get("retry-after")).toBe("1");
    expect(first?.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await first?.json()).toMatchObject({ status: 429, code: "too-many-requests" });
  });
});

test("whether the process lives is answered in a flood, too", async () => {
  const { get } = await start({ limits: { requestsPerSecond: 2 } });
  const answers = await Promise.all(Array.from({ length: 20 }, () => get("/healthz")));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
});

test("answers say what browsers may do with them, and not what made them", async () => {
  const { get } = await start();
  const { headers } = await get("/api/v1/pools");
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("server")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
});
