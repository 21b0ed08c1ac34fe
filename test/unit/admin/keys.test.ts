import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewKey } from "../../../src/admin/context.ts";
import type { ClientKey } from "../../../src/model/client-keys.ts";
import { contextOf, decided, endpoint, nowMs, pool, type RunningAdmin, running, viewOf } from "./fixture.ts";

let keys: ClientKey[];
let admin: RunningAdmin;

beforeEach(async () => {
  keys = [];
  const view = viewOf([pool("a", [endpoint("a-1")])], { "a-1": decided() });
  admin = await running(
    contextOf(view, {
      keys: {
        create: (asked: NewKey) => {
          const key = { id: `key_${keys.length}`, ...asked, createdMs: nowMs, revokedMs: undefined };
          keys.push(key);
          return { key, token: `sk-fairlead-token-${key.id}` };
        },
        async *list() {
          yield* keys;
        },
        find: async (id) => keys.find((key) => key.id === id),
        async revoke(id) {
          keys = keys.map((key) => (key.id === id ? { ...key, revokedMs: nowMs + 1 } : key));
          return keys.find((key) => key.id === id);
        },
      },
    }),
  );
});
afterEach(() => admin.close());

const post = (body: object) => send("POST", "/api/v1/keys", body);

async function send(method: string, path: string, body?: object) {
  const answer = await admin.get(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

describe("keys by the admin API", () => {
  test("one that says only its name is for a year and every model, and is shown once", async () => {
    const { status, headers, body } = await post({ name: "ci" });
    expect(status).toBe(201);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      id: "key_0",
      name: "ci",
      team: null,
      models: ["*"],
      created: "2026-11-24T09:30:00.000Z",
      expires: "2027-11-24T09:30:00.000Z",
      revoked: null,
      token: "sk-fairlead-token-key_0",
    });
    const { token: _, ...key } = body;
    expect((await send("GET", "/api/v1/keys/key_0")).body).toEqual(key);
  });

  test("a long list comes in pieces, each key once", async () => {
    for (const name of ["a", "b", "c", "d", "e"]) await post({ name });
    const seen: unknown[] = [];
    let after = "";
    for (const size of [2, 2, 1]) {
      const { body } = await send("GET", `/api/v1/keys?limit=2${after}`);
      const page = body as { keys: { name: string }[]; next: string | null };
      expect(page.keys.length).toBe(size);
      expect(page.next === null).toBe(size === 1);
      seen.push(...page.keys.map(({ name }) => name));
      after = `&after=${page.next}`;
    }
    expect(seen).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("revoking tells since when", async () => {
    await post({ name: "ci" });
    const { status, body } = await send("DELETE", "/api/v1/keys/key_0");
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: "key_0", revoked: "2026-11-24T09:30:00.001Z" });
  });

  test.each(["GET", "DELETE"])("%s of an unknown key: 404", async (method) => {
    const { status, body } = await send(method, "/api/v1/keys/key_9");
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: "key-not-found" });
  });

  test.each([
    { story: "no name", body: {}, at: "name" },
    { story: "an empty name", body: { name: "" }, at: "name" },
    { story: "a time that is none", body: { name: "a", expires: "soon" }, at: "expires" },
    { story: "no model", body: { name: "a", models: [] }, at: "models" },
    { story: "something else", body: { name: "a", model: "gpt" }, at: "model" },
  ])("$story: 400 with the place", async ({ body, at }) => {
    const refused = await post(body);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: "invalid-request" });
    expect((refused.body.errors as { path: string }[]).map(({ path }) => path)).toContain(at);
    expect(keys).toEqual([]);
  });
});
