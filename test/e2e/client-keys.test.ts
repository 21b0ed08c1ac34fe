import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import OpenAI, { AuthenticationError, PermissionDeniedError } from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseSigningKeys, signingKeyOf } from "../../src/keys/signing-keys.ts";
import { tokenOf } from "../../src/keys/token.ts";
import type { ClientKey } from "../../src/model/client-keys.ts";
import { ask as askGateway, type Question } from "./harness/ask.ts";
import { Fleet } from "./harness/fleet.ts";
import { keysCommand, keysOf } from "./harness/keys.ts";
import { until } from "./harness/wait.ts";

const chat = { messages: [{ role: "user" as const, content: "hello" }] };

let fleet: Fleet;
let every: string;

beforeAll(async () => {
  fleet = await Fleet.start({
    backends: 1,
    yaml: ({ backends: [first] }) => `
clientKeys: {}
providers: { main: { credential: { env: TEST_KEY } } }
healthCheck: { interval: 1s, timeout: 1s }
pools:
  gpt: { endpoints: [{ url: "http://127.0.0.1:${first}/v1", provider: main }] }
models:
  gpt: { pool: gpt }
  "dear/one": { pool: gpt }`,
  });
  every = await keysCommand(fleet, "create", "--name", "everything", "--team", "search");
  await until("the backend is healthy", async () => (await ask(every)).status === 200);
});

afterAll(() => fleet?.close());

describe("who may call", () => {
  test("the openai client, in one piece and as a stream; the key reaches no backend", async () => {
    await fetch(`${backend()}/_demo/requests`, { method: "DELETE" });
    const answer = await client(every).chat.completions.create({ model: "gpt", ...chat });
    expect(answer.choices[0]?.message.content).toBeTruthy();
    const stream = await client(every).chat.completions.create({ model: "gpt", stream: true, ...chat });
    let chunks = 0;
    for await (const _ of stream) chunks += 1;
    expect(chunks).toBeGreaterThan(1);
    const arrived = await (await fetch(`${backend()}/_demo/requests`)).text();
    const sent = every.split(".")[1] ?? "";
    expect(arrived).toContain("/v1/chat/completions");
    expect(arrived).not.toContain(sent);
    expect(arrived).not.toMatch(/everything|x-fairlead/);
  });

  test.each([
    { story: "no key", token: () => undefined, says: "You didn't provide an API key", code: null },
    { story: "a key of somebody else", token: () => "sk-proj-0123456789", says: "Incorrect API key" },
    { story: "a part of a key", token: () => every.slice(0, 60), says: "Incorrect API key" },
    { story: "a key without its prefix", token: () => every.slice(12), says: "Incorrect API key" },
    { story: "a changed signature", token: () => `${every.slice(0, -12)}AAAAAAAAAAAA`, says: "verification" },
    {
      story: "other claims",
      token: () => withClaims({ models: ["*"], jti: "key_other" }),
      says: "verification",
    },
    { story: "another signing key", token: () => tokenOf(key(), stranger), says: "Incorrect API key" },
    {
      story: "expired",
      token: () => tokenOf(key({ expiresMs: Date.now() - 120_000 }), ours()),
      says: "expired",
    },
    {
      story: "without an end",
      token: () => signed({ jti: "key_1", models: ["*"] }),
      says: "Incorrect API key",
    },
    {
      story: "without an id",
      token: () => signed({ exp: inAnHour(), models: ["*"] }),
      says: "Incorrect API key",
    },
    {
      story: "of another issuer",
      token: () => signed({ iss: "elsewhere", jti: "key_1", exp: inAnHour(), models: ["*"] }),
      says: "Incorrect API key",
    },
    { story: "unsigned", token: () => unsigned(), says: "Incorrect API key" },
  ])("$story: 401, AuthenticationError", async ({ token, says, code = "invalid_api_key" }) => {
    for (const path of ["/v1/chat/completions", "/v1/models"]) {
      const method = path === "/v1/models" ? "GET" : "POST";
      const answer = await ask(token(), { path, method });
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.body)).toEqual({
        error: { message: expect.stringContaining(says), type: "invalid_request_error", param: null, code },
      });
      expect(answer.body).not.toContain("sk-");
    }
    const given = token() ?? "";
    if (given === "") return;
    const refused = client(given).chat.completions.create({ model: "gpt", ...chat });
    await expect(refused).rejects.toBeInstanceOf(AuthenticationError);
  });

  test("a key for one model: that one, and PermissionDeniedError for others", async () => {
    const one = await keysCommand(fleet, "create", "--name", "one", "--models", "dear/one,later");
    const answer = await client(one).chat.completions.create({ model: "dear/one", ...chat });
    expect(answer.choices.length).toBe(1);
    for (const stream of [false, true]) {
      const refused = client(one).chat.completions.create({ model: "gpt", stream, ...chat });
      await expect(refused).rejects.toBeInstanceOf(PermissionDeniedError);
    }
    const { status, body } = await ask(one);
    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error: {
        message: `API key \`${await idOf("one")}\` (one) does not have access to model \`gpt\``,
        type: "invalid_request_error",
        param: null,
        code: "model_not_found",
      },
    });
    expect((await ask(one, { body: "{" })).status).toBe(400);
    expect((await ask(one, { body: "{}" })).status).toBe(400);
    expect((await ask(one, { body: '{"model":"later"}' })).status).toBe(404);
    expect(await modelsOf(one)).toEqual(["dear/one"]);
    expect(await modelsOf(every)).toEqual(["gpt", "dear/one"]);
    // A body that could be read in two ways is nobody's.
    expect((await ask(one, { body: '{"model":"dear/one","model":"gpt"}' })).status).toBe(400);
  });

  test.each([
    { story: "no list of models", models: undefined },
    { story: "a text in the list's place", models: "gpt" },
    { story: "an empty list", models: [] },
  ])("$story is access to none", async ({ models }) => {
    const token = signed({ jti: "key_1", exp: inAnHour(), models });
    expect((await ask(token)).status).toBe(403);
    expect(await modelsOf(token)).toEqual([]);
  });

  test("GET /health needs no key", async () => {
    expect((await ask(undefined, { path: "/health", method: "GET" })).status).toBe(200);
    expect((await ask("sk-junk", { path: "/health", method: "GET" })).status).toBe(200);
  });
});

describe("changes while requests run", () => {
  test("a revoked key stops within a second on a connection that stays, and streams live on", async () => {
    const [first, second] = await Promise.all(
      ["first", "second"].map((name) => keysCommand(fleet, "create", "--name", name)),
    );
    const modified = await fleet.envoyStat("listener_manager.listener_modified");
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const { port } = await ask(first, { agent });
    await mode({ mode: "ok", scope: "api", chunks: 40, chunkDelayMs: 30 });
    const stream = await client(first ?? "").chat.completions.create({ model: "gpt", stream: true, ...chat });

    const id = await idOf("first");
    await keysOf(fleet).revoke(id, Date.now());
    const startedMs = performance.now();
    await mode({ mode: "ok" });
    let last = await ask(first, { agent });
    while (last.status === 200 && performance.now() - startedMs < 5_000) last = await ask(first, { agent });
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(last).toMatchObject({ status: 401, port });

    let text = "";
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
    expect(text).toContain("39");
    expect(JSON.parse((await ask(first, { agent })).body)).toMatchObject({
      error: { message: "Incorrect API key provided: it has been revoked", code: "invalid_api_key" },
    });
    expect((await ask(second, { agent })).status).toBe(200);
    expect(await fleet.envoyStat("listener_manager.listener_modified")).toBe(modified);
    agent.destroy();
  });

  test("the admin API makes a key, lists it and revokes it: published when it answers", async () => {
    const made = await admin("POST", "/api/v1/keys", {
      name: "api",
      team: "ops",
      models: ["gpt"],
      expires: "12h",
    });
    expect(made.status).toBe(201);
    const { token, ...key } = made.body;
    expect(key).toMatchObject({ name: "api", team: "ops", models: ["gpt"], revoked: null });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect((await ask(token, { agent })).status).toBe(200);
    const listed = await admin("GET", "/api/v1/keys");
    expect(listed.body.keys).toContainEqual(key);
    expect(JSON.stringify(listed.body)).not.toContain(token.split(".")[2] ?? "");
    const revoked = await admin("DELETE", `/api/v1/keys/${key.id}`);
    expect(revoked.body).toEqual({ ...key, revoked: expect.any(String) });
    const startedMs = performance.now();
    await until("it is refused", async () => (await ask(token, { agent })).status === 401, 5_000);
    expect(performance.now() - startedMs).toBeLessThan(500);
    expect((await admin("GET", `/api/v1/keys/${key.id}`)).body).toEqual(revoked.body);
    agent.destroy();
  });

  test("the signing key is rotated without a gap", async () => {
    const modified = await fleet.envoyStat("listener_manager.listener_modified");
    const reloads = await keyReloads();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = await keysCommand(fleet, "create", "--name", "before");
    let refused = 0;
    let asked = 0;
    let rotating = true;
    const asking = (async () => {
      while (rotating) {
        asked += 1;
        if ((await ask(before, { agent })).status !== 200) refused += 1;
      }
    })();
    const store = keysOf(fleet);
    for (let round = 0; round < 3; round += 1) {
      const startedMs = performance.now();
      await store.rotate(Date.now());
      // Signed at once with a key that no Envoy has heard of since the rotation.
      const expiresMs = Date.now() + 60_000;
      const { token } = store.create(
        { name: "after", team: undefined, models: ["*"], expiresMs },
        Date.now(),
      );
      expect((await ask(token)).status).toBe(200);
      await until("Envoy has the new set", async () => (await keyReloads()) === reloads + round + 1, 5_000);
      expect(performance.now() - startedMs).toBeLessThan(1_000);
    }
    rotating = false;
    await asking;
    expect(asked).toBeGreaterThan(20);
    expect(refused).toBe(0);
    expect((await ask(before)).status).toBe(200);
    expect(await fleet.envoyStat("listener_manager.listener_modified")).toBe(modified);
    agent.destroy();
  });

  test("without a control plane keys are checked as before, and its return resends nothing", async () => {
    const reloads = await keyReloads();
    await fleet.controlPlane.stop("SIGKILL");
    const late = await keysCommand(fleet, "create", "--name", "late");
    expect((await ask(late)).status).toBe(200);
    expect((await ask("sk-junk")).status).toBe(401);
    await keysCommand(fleet, "revoke", await idOf("late"));
    fleet.startControlPlane();
    await until(
      "what was revoked meanwhile is refused",
      async () => (await ask(late)).status === 401,
      15_000,
    );
    expect((await ask(every)).status).toBe(200);
    expect(await keyReloads()).toBe(reloads);
  });

  test("keys that cannot be read leave the last ones in force, and are told", async () => {
    const file = join(fleet.folder, "fairlead-keys/signing-keys.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, "{");
    await until("it is told", async () => fleet.controlPlane.output.includes("does not hold signing keys"));
    expect((await ask(every)).status).toBe(200);
    writeFileSync(file, text);
  });
});

test("a signing key that was stolen is shut out by deleting the file: every key ends, and new ones are good", async () => {
  rmSync(join(fleet.folder, "fairlead-keys/signing-keys.json"));
  await until("what was signed before is refused", async () => (await ask(every)).status === 401);
  expect((await ask(await keysCommand(fleet, "create", "--name", "again"))).status).toBe(200);
});

test("no key is in a log, a dump, an answer of the admin API, or the folder", async () => {
  await keysCommand(fleet, "list");
  const dump = await (await fetch(`${fleet.envoyAdmin}/config_dump?include_eds`)).text();
  const kept = ["issued.jsonl", "revoked.jsonl"].map((name) =>
    readFileSync(join(fleet.folder, "fairlead-keys", name), "utf8"),
  );
  const signature = every.split(".")[2] ?? "";
  const everything = [dump, ...kept, fleet.envoy.output, fleet.controlPlane.output].join("\n");
  expect(everything).not.toContain(signature);
  expect(everything).not.toMatch(/"d": ?"/);
});

async function mode(wanted: object): Promise<void> {
  await fleet.setMode(1, wanted);
}

function backend(): string {
  return `http://127.0.0.1:${fleet.places.backends[0]}`;
}

function client(apiKey: string): OpenAI {
  return new OpenAI({ apiKey, baseURL: `${fleet.gateway}/v1`, maxRetries: 0 });
}

/** What the client's list of models says. */
async function modelsOf(token: string): Promise<readonly string[]> {
  const { data } = await client(token).models.list();
  return data.map(({ id }) => id);
}

function ask(token: string | undefined, question?: Question) {
  return askGateway(fleet.gateway, token, question);
}

async function admin(method: string, path: string, body?: object) {
  const answer = await fetch(`${fleet.admin}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> & { token: string } };
}

async function idOf(name: string): Promise<string> {
  for await (const key of keysOf(fleet).list()) if (key.name === name) return key.id;
  throw new Error(`no key is named ${name}`);
}

function keyReloads(): Promise<number> {
  return fleet.envoyStat("extension_config_discovery.http_filter.fairlead.client_keys.config_reload");
}

const stranger = signingKeyOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);

function ours() {
  const text = readFileSync(join(fleet.folder, "fairlead-keys/signing-keys.json"), "utf8");
  const parsed = parseSigningKeys(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.signing;
}

function key(more: Partial<ClientKey> = {}): ClientKey {
  const nowMs = Date.now();
  return {
    id: "key_0123",
    name: "test",
    team: undefined,
    models: ["*"],
    createdMs: nowMs - 600_000,
    expiresMs: nowMs + 600_000,
    revokedMs: undefined,
    ...more,
  };
}

/** Signed as ours are, with any claims. */
function signed(claims: object): string {
  const { kid, key: signingKey } = ours();
  const said = `${part({ alg: "ES256", kid })}.${part({ iss: "fairlead", ...claims })}`;
  const signature = sign("sha256", Buffer.from(said), { key: signingKey, dsaEncoding: "ieee-p1363" });
  return `sk-fairlead-${said}.${signature.toString("base64url")}`;
}

function unsigned(): string {
  return `sk-fairlead-${part({ alg: "none" })}.${part({ iss: "fairlead", jti: "key_1", exp: inAnHour(), models: ["*"] })}.`;
}

/** A key of ours whose claims were changed afterwards. */
function withClaims(claims: object): string {
  const [head, , signature] = every.split(".");
  return `${head}.${part({ iss: "fairlead", exp: inAnHour(), ...claims })}.${signature}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function inAnHour(): number {
  return Math.floor(Date.now() / 1_000) + 3_600;
}
