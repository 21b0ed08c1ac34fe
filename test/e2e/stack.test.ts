import { afterAll, beforeAll, expect, test } from "vitest";
import { load } from "./harness/load.ts";
import { type Stack, theStack } from "./harness/stack.ts";
import { until } from "./harness/wait.ts";

/*
 * What must hold of any running stack, known by its addresses alone: the same tests run against local
 * processes and, in the `test` profile of docker-compose.yml, against the compose network.
 */

let stack: Stack;

beforeAll(async () => {
  stack = await theStack();
  await until(
    "every endpoint is healthy",
    async () => (await pools()).every(({ health }) => health === "HEALTHY"),
    60_000,
  );
});

afterAll(() => stack?.close());

test("the models are listed, and each answers", async () => {
  const listed = (await (await fetch(`${stack.gateway}/v1/models`)).json()) as { data: { id: string }[] };
  const models = listed.data.map(({ id }) => id);
  expect(models).toEqual(["gpt-4.1", "claude-sonnet-4.5", "gemini-2.5-flash", "deepseek-v3.2"]);
  const answers = await Promise.all(models.map((model) => ask(model)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test("traffic follows the weights", async () => {
  const { byBackend, failures } = await load({ ...loadOf("gpt-4.1"), forMs: 1_900 });
  expect(failures).toEqual([]);
  expect(byBackend.get("gpt-4.1-a")).toBeGreaterThan(180);
  expect(byBackend.get("gpt-4.1-a")).toBeLessThan(220);
});

test("a stream streams", async () => {
  const response = await ask("gemini-2.5-flash", { stream: true });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(await response.text()).toContain("data: [DONE]");
});

test("an unknown model is refused as OpenAI would", async () => {
  const response = await ask("nope");
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } });
});

test("a backend that breaks costs no request, is taken out, and comes back", {
  timeout: 120_000,
}, async () => {
  const { failures } = await load({
    ...loadOf("claude-sonnet-4.5"),
    forMs: 4_000,
    at: { ms: 1_000, act: () => setMode("claude-a", "unavailable") },
  });
  await until("it is unhealthy", async () => (await healthOf("claude-a")) === "UNHEALTHY", 60_000);
  const without = await load({ ...loadOf("claude-sonnet-4.5"), forMs: 1_000 });
  await setMode("claude-a", "ok");
  expect(failures).toEqual([]);
  expect([...without.byBackend.keys()]).toEqual(["claude-b"]);
  await until("it is healthy again", async () => (await healthOf("claude-a")) === "HEALTHY", 60_000);
});

test("an endpoint is drained and activated by the API", async () => {
  const url = `${stack.admin}/api/v1/pools/gpt-4.1/endpoints/gpt-4.1-b`;
  const patch = (state: string) =>
    fetch(url, {
      method: "PATCH",
      headers: { "content-type": "application/json", ...stack.adminHeaders },
      body: JSON.stringify({ state }),
    });
  expect((await patch("drained")).status).toBe(200);
  const drained = await until("it gets nothing", async () => {
    const { byBackend, failures } = await load({ ...loadOf("gpt-4.1"), forMs: 300 });
    return byBackend.get("gpt-4.1-b") === undefined ? failures : undefined;
  });
  expect(drained).toEqual([]);
  expect((await patch("active")).status).toBe(200);
});

test("every Envoy has acknowledged what it was sent", async () => {
  const { nodes } = await read<{ nodes: { types: { nack: unknown }[] }[] }>("/api/v1/nodes");
  expect(nodes.length).toBeGreaterThan(0);
  expect(nodes.flatMap(({ types }) => types).filter(({ nack }) => (nack ?? undefined) !== undefined)).toEqual(
    [],
  );
});

function ask(model: string, more: object = {}): Promise<Response> {
  return fetch(`${stack.gateway}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...loadOf(model).body, ...more }),
  });
}

function loadOf(model: string) {
  const body = { model, messages: [{ role: "user", content: "hello" }] };
  return { url: `${stack.gateway}/v1/chat/completions`, body, perSecond: 200 };
}

async function setMode(backend: string, mode: string): Promise<void> {
  await fetch(`${stack.backends.get(backend)}/_demo/mode`, {
    method: "POST",
    body: JSON.stringify({ mode }),
  });
}

async function read<T>(path: string): Promise<T> {
  return (await (await fetch(`${stack.admin}${path}`, { headers: stack.adminHeaders })).json()) as T;
}

async function pools() {
  const { pools: all } = await read<{ pools: { endpoints: { id: string; health: string }[] }[] }>(
    "/api/v1/pools",
  );
  return all.flatMap(({ endpoints }) => endpoints);
}

async function healthOf(id: string): Promise<string | undefined> {
  return (await pools()).find((endpoint) => endpoint.id === id)?.health;
}
