import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { problemDocument } from "../../../src/admin/problem-document.ts";
import {
  contextOf,
  decided,
  endpoint,
  type FakeContext,
  pool,
  type RunningAdmin,
  running,
  viewOf,
} from "./fixture.ts";
import { bodyIn, request, sendRaw, statusIn } from "./raw-http.ts";

const path = "/api/v1/pools/a/endpoints/a-1";

let context: FakeContext;
let admin: RunningAdmin;
beforeEach(async () => {
  context = contextOf(viewOf([pool("a", [endpoint("a-1")])], { "a-1": decided() }));
  admin = await running(context, { limits: { requestTimeoutMs: 300, publishTimeoutMs: 100 } });
});
afterEach(() => admin.close());

async function problemOf(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const problem = problemDocument.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toBe(`urn:problem-type:fairlead:${problem.code}`);
  expect(answer.headers.get("x-request-id")).toBe(problem.requestId);
  return problem;
}

describe("what a client did wrong", () => {
  test.each([
    { story: "no such path", method: "GET", at: "/nope", status: 404, code: "not-found" },
    {
      story: "no such path, whatever the method",
      method: "DELETE",
      at: "/nope",
      status: 404,
      code: "not-found",
    },
    { story: "no such pool", method: "GET", at: "/api/v1/pools/b", status: 404, code: "pool-not-found" },
    {
      story: "a pool that is only a prototype's",
      method: "GET",
      at: "/api/v1/pools/__proto__",
      status: 404,
      code: "pool-not-found",
    },
    {
      story: "dots climb nowhere",
      method: "GET",
      at: "/docs/static/..%2f..%2fpackage.json",
      status: 404,
      code: "not-found",
    },
    {
      story: "a path that cannot be decoded",
      method: "GET",
      at: "/api/v1/pools/%zz",
      status: 400,
      code: "malformed-request",
    },
  ])("$story: $method $at", async ({ method, at, status, code }) => {
    const answer = await admin.get(at, { method });
    expect(await problemOf(answer)).toMatchObject({ status, code });
  });

  test.each([
    { method: "DELETE", at: "/api/v1/pools/a", allow: "GET, HEAD" },
    { method: "POST", at: "/healthz", allow: "GET, HEAD" },
    { method: "GET", at: path, allow: "PATCH" },
    { method: "PUT", at: path, allow: "PATCH" },
    { method: "OPTIONS", at: "/api/v1/nodes", allow: "GET, HEAD" },
    { method: "PROPFIND", at: "/metrics", allow: "GET, HEAD" },
  ])("$method is not known at $at", async ({ method, at, allow }) => {
    const answer = await admin.get(at, { method });
    expect(await problemOf(answer)).toMatchObject({ status: 405, code: "method-not-allowed" });
    expect(answer.headers.get("allow")).toBe(allow);
  });

  test("an endpoint of another pool is not found, and not changed", async () => {
    const answer = await admin.patch("/api/v1/pools/a/endpoints/a-2", '{"weight": 2}');
    expect(await problemOf(answer)).toMatchObject({
      code: "endpoint-not-found",
      detail: 'pool "a" has no endpoint with the id "a-2"',
    });
    expect(context.patches).toEqual([]);
  });
});

describe("a change that is not valid says everything that is wrong, and changes nothing", () => {
  const whole = "must be a whole number from 1 to 1000000, or null";
  test.each([
    {
      body: '{"weight": 0}',
      errors: [
        { path: "weight", message: 'must be at least 1; to send nothing, set the state to "drained"' },
      ],
    },
    { body: '{"weight": 1000001}', errors: [{ path: "weight", message: "must be at most 1000000" }] },
    { body: '{"weight": 1.5}', errors: [{ path: "weight", message: whole }] },
    { body: '{"weight": "10"}', errors: [{ path: "weight", message: whole }] },
    { body: '{"weight": 1e400}', errors: [{ path: "weight", message: whole }] },
    { body: '{"weight": true}', errors: [{ path: "weight", message: whole }] },
    { body: '{"state": "off"}', errors: [{ path: "state", message: 'must be "active" or "drained"' }] },
    { body: '{"state": null}', errors: [{ path: "state", message: 'must be "active" or "drained"' }] },
    { body: "{}", errors: [{ path: "", message: "must have a weight or a state" }] },
    { body: '{"wieght": 3, "weight": 3}', errors: [{ path: "wieght", message: "is not known here" }] },
    {
      body: '{"weight": -1, "state": 7, "x": 1, "y": 2}',
      errors: [
        { path: "weight", message: 'must be at least 1; to send nothing, set the state to "drained"' },
        { path: "state", message: 'must be "active" or "drained"' },
        { path: "x", message: "is not known here" },
        { path: "y", message: "is not known here" },
      ],
    },
  ])("$body", async ({ body, errors }) => {
    const problem = await problemOf(await admin.patch(path, body));
    expect(problem).toMatchObject({ status: 400, code: "invalid-request", errors });
    expect(problem.errors).toHaveLength(errors.length);
    expect(context.patches).toEqual([]);
  });

  test.each(["[]", "null", "3", '"weight"'])("%s is no object", async (body) => {
    expect(await problemOf(await admin.patch(path, body))).toMatchObject({ code: "invalid-request" });
    expect(context.patches).toEqual([]);
  });
});

describe("a body that cannot be read", () => {
  test.each([
    { story: "not JSON", body: "{weight: 3}" },
    { story: "empty", body: "" },
    { story: "cut off", body: '{"weight": 3' },
    { story: "a prototype in disguise", body: '{"weight": 3, "__proto__": {"weight": 9}}' },
    { story: "a constructor in disguise", body: '{"weight": 3, "constructor": {"prototype": {"x": 1}}}' },
    { story: "nested without end", body: "[".repeat(30_000) },
  ])("$story", async ({ body }) => {
    expect(await problemOf(await admin.patch(path, body))).toMatchObject({
      status: 400,
      code: "malformed-request",
    });
    expect(context.patches).toEqual([]);
    expect(Object.hasOwn(Object.prototype, "weight")).toBe(false);
  });

  test("larger than 64 KiB", async () => {
    const answer = await admin.patch(path, JSON.stringify({ weight: 3, filler: "x".repeat(64 * 1024) }));
    expect(await problemOf(answer)).toMatchObject({ status: 413, code: "body-too-large" });
  });

  test("larger than 64 KiB without saying so", async () => {
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const head = `PATCH ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    expect(statusIn(await sendRaw(admin.address.port, `${head}${chunk}${chunk}`))).toBe(413);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    "application/vnd.api+json",
    "application/json garbage",
    "application/json,text/plain",
    "json",
    "",
  ])("content type %j is not read", async (contentType) => {
    const answer = await request(
      admin.address.port,
      `PATCH ${path}`,
      ["host: localhost", `content-type: ${contentType}`],
      '{"weight": 3}',
    );
    expect([statusIn(answer), bodyIn(answer)]).toMatchObject([415, { code: "unsupported-media-type" }]);
    expect(context.patches).toEqual([]);
  });

  test.each([
    "application/json\ta",
    "application/json\t",
    " application/json",
    "application/JSON; charset=utf-8",
  ])("content type %j is read as JSON and validated, or not read at all", async (contentType) => {
    const headers = ["host: localhost", `content-type: ${contentType}`];
    const invalid = await request(admin.address.port, `PATCH ${path}`, headers, '{"weight": 0}');
    expect([400, 415]).toContain(statusIn(invalid));
    expect(context.patches).toEqual([]);
  });

  test("no content type at all", async () => {
    const answer = await request(admin.address.port, `PATCH ${path}`, ["host: localhost"], '{"weight": 3}');
    expect(statusIn(answer)).toBe(415);
  });

  test("no body at all", async () => {
    expect(await problemOf(await admin.get(path, { method: "PATCH" }))).toMatchObject({
      code: "invalid-request",
    });
  });
});

describe("what is no request", () => {
  test.each([
    { story: "no HTTP", bytes: "\x16\x03\x01\x02\x00\r\n\r\n", status: 400, code: "malformed-request" },
    {
      story: "no Host",
      bytes: "GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n",
      status: 400,
      code: "malformed-request",
    },
    {
      story: "two lengths",
      bytes: `PATCH ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\n{}  `,
      status: 400,
      code: "malformed-request",
    },
    {
      story: "a length and chunks",
      bytes: `PATCH ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      status: 400,
      code: "malformed-request",
    },
    {
      story: "headers without end",
      bytes: `GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ${"x".repeat(20_000)}\r\n\r\n`,
      status: 431,
      code: "headers-too-large",
    },
    {
      story: "half a header",
      bytes: "GET /healthz HTTP/1.1\r\nhost: loc",
      status: 408,
      code: "request-timeout",
    },
    {
      story: "half a body",
      bytes: `PATCH ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{"weight"`,
      status: 408,
      code: "request-timeout",
    },
  ])("$story is answered, and the connection is closed", async ({ bytes, status, code }) => {
    const answer = await sendRaw(admin.address.port, bytes);
    expect(statusIn(answer)).toBe(status);
    expect(bodyIn(answer)).toMatchObject({ status, code });
    expect(context.patches).toEqual([]);
    expect((await admin.get("/healthz")).status).toBe(200);
  });
});

describe("what we did wrong", () => {
  test("is told in one sentence with a request id; the log has the rest", async () => {
    await admin.close();
    const failing = contextOf(context.view(), {
      nodes: () => {
        throw new Error("secret detail at /some/file.ts:7");
      },
    });
    admin = await running(failing);
    const answer = await admin.get("/api/v1/nodes");
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ status: 500, code: "internal-error" });
    expect(JSON.stringify(problem)).not.toMatch(/secret detail|file\.ts|Error/);
    expect(admin.lines).toContainEqual({
      level: "error",
      fields: expect.objectContaining({
        requestId: problem.requestId,
        path: "/api/v1/nodes",
        err: expect.objectContaining({ message: "secret detail at /some/file.ts:7" }),
      }),
      message: "the admin API failed to answer",
    });
  });

  test("an answer that breaks its own schema is our mistake, and is not sent", async () => {
    await admin.close();
    const view = viewOf([pool("a", [endpoint("a-1")])], { "a-1": decided({ weight: Number.NaN }) });
    admin = await running(contextOf(view));
    expect(await problemOf(await admin.get("/api/v1/pools/a"))).toMatchObject({ code: "internal-error" });
  });

  test("a change that the engine cannot make", async () => {
    await admin.close();
    admin = await running(
      contextOf(context.view(), { override: () => Promise.reject(new Error("inner words")) }),
    );
    const problem = await problemOf(await admin.patch(path, '{"weight": 2}'));
    expect(problem).toMatchObject({ status: 500, code: "internal-error" });
    expect(problem.detail).not.toContain("inner words");
  });

  test("a client that leaves before its answer takes nobody with it", async () => {
    await admin.close();
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    admin = await running(
      contextOf(context.view(), {
        override: () => {
          asked.resolve();
          return promise;
        },
      }),
    );
    const leaving = new AbortController();
    const headers = { "content-type": "application/json" };
    const left = admin.get(path, { method: "PATCH", body: '{"weight": 2}', headers, signal: leaving.signal });
    await asked.promise;
    leaving.abort();
    await expect(left).rejects.toThrow();
    resolve();
    expect((await admin.get("/healthz")).status).toBe(200);
    expect(admin.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("a change that is never published is answered all the same", async () => {
    await admin.close();
    const hanging = contextOf(context.view(), { override: () => new Promise(() => {}) });
    admin = await running(hanging, { limits: { publishTimeoutMs: 100 } });
    expect(await problemOf(await admin.patch(path, '{"weight": 2}'))).toMatchObject({
      status: 503,
      code: "timed-out",
    });
  });
});
