import { execFile, execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DemoBackend, startDemoBackend } from "../../src/demo/demo-backend.ts";
import { Fleet } from "./harness/fleet.ts";

let fleet: Fleet;
let locked: DemoBackend;

beforeAll(async () => {
  locked = await startDemoBackend({ name: "locked", port: 0, requireBearer: true });
  fleet = await Fleet.start({
    backends: 2,
    yaml: ({ backends: [port, limited] }) => `
providers: { main: { credential: { env: TEST_KEY } } }
pools:
  gpt: { endpoints: [{ url: "http://127.0.0.1:${port}/v1", provider: main }] }
  limited: { endpoints: [{ url: "http://127.0.0.1:${limited}/v1" }] }
  locked: { endpoints: [{ url: "${locked.url}" }] }
models: { gpt: { pool: gpt }, "openai/gpt-4.1": { pool: gpt }, limited: { pool: limited }, locked: { pool: locked } }`,
  });
  await fleet.setMode(2, { mode: "throttled", scope: "api" });
});

afterAll(async () => {
  await fleet?.close();
  await locked?.close();
});

const messages = [{ role: "user" as const, content: "hello there" }];

describe("the openai package for Node", () => {
  const client = () =>
    new OpenAI({ baseURL: `${fleet.gateway}/v1`, apiKey: "sk-of-the-client", maxRetries: 0 });

  test("chats", async () => {
    const answer = await client().chat.completions.create({ model: "gpt", messages });
    expect(answer.choices[0]?.message.content).toContain("hello there");
    expect(answer.usage?.total_tokens).toBeGreaterThan(0);
  });

  test("streams, with usage at the end", async () => {
    const stream = await client().chat.completions.create({
      model: "gpt",
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    const pieces: string[] = [];
    let tokens = 0;
    for await (const chunk of stream) {
      pieces.push(chunk.choices[0]?.delta.content ?? "");
      tokens = chunk.usage?.total_tokens ?? tokens;
    }
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join("")).toContain("hello there");
    expect(tokens).toBeGreaterThan(0);
  });

  test("lists models", async () => {
    const ids = (await client().models.list()).data.map(({ id }) => id);
    expect(ids).toEqual(["gpt", "openai/gpt-4.1", "limited", "locked"]);
  });

  test("retrieves a model, and one with a slash in its name", async () => {
    expect((await client().models.retrieve("gpt")).id).toBe("gpt");
    expect((await client().models.retrieve("openai/gpt-4.1")).id).toBe("openai/gpt-4.1");
    await expect(client().models.retrieve("nope")).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  test("embeds", async () => {
    const { data } = await client().embeddings.create({ model: "gpt", input: ["hello", "to you"] });
    expect(data.map(({ embedding }) => embedding)).toEqual([
      [5, 0.5, -1],
      [6, 0.5, -1],
    ]);
  });

  test("completes", async () => {
    const answer = await client().completions.create({ model: "gpt", prompt: "hello there" });
    expect(answer.choices[0]?.text).toContain("hello there");
  });

  test("asks for a response, at once and as events", async () => {
    const asked = { model: "gpt", input: "hello there" };
    expect((await client().responses.create(asked)).output_text).toContain("hello there");
    const seen = new Map<string, number>();
    let text = "";
    for await (const event of await client().responses.create({ ...asked, stream: true })) {
      seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
      if (event.type === "response.output_text.delta") text += event.delta;
    }
    expect(text).toContain("hello there");
    expect(seen.get("response.created")).toBe(1);
    expect(seen.get("response.completed")).toBe(1);
  });

  test("has a function called, and tells its result", async () => {
    const tools = [
      {
        type: "function" as const,
        function: {
          name: "get_weather",
          parameters: { type: "object", properties: { said: { type: "string" } } },
        },
      },
    ];
    const first = await client().chat.completions.create({ model: "gpt", messages, tools });
    const [call] = first.choices[0]?.message.tool_calls ?? [];
    expect(first.choices[0]?.finish_reason).toBe("tool_calls");
    if (call?.type !== "function") throw new Error("no function was called");
    expect(call.function).toEqual({ name: "get_weather", arguments: '{"said":"hello there"}' });
    const second = await client().chat.completions.create({
      model: "gpt",
      tools,
      messages: [
        ...messages,
        { role: "assistant", tool_calls: [call] },
        { role: "tool", tool_call_id: call.id, content: "sunny" },
      ],
    });
    expect(second.choices[0]?.message.content).toContain("sunny");
    const runner = client().chat.completions.stream({ model: "gpt", messages, tools });
    const streamed = await runner.finalChatCompletion();
    expect(streamed.choices[0]?.message.tool_calls?.[0]).toMatchObject({ function: { name: "get_weather" } });
  });

  test.each([
    {
      story: "429 of every backend, after our retries",
      model: "limited",
      is: OpenAI.RateLimitError,
      status: 429,
    },
    { story: "401 of a backend", model: "locked", is: OpenAI.AuthenticationError, status: 401 },
    { story: "no messages", model: "gpt", messages: [], is: OpenAI.BadRequestError, status: 400 },
    { story: "no model", model: "", is: OpenAI.BadRequestError, status: 400 },
  ])("$story is its own error class", async ({ model, is, status, messages: sent = messages }) => {
    const asked = client().chat.completions.create({ model, messages: sent });
    await expect(asked).rejects.toBeInstanceOf(is);
    await expect(asked).rejects.toMatchObject({ status });
  });

  test("knows our refusal as its own error class", async () => {
    const asked = client().chat.completions.create({ model: "nope", messages });
    await expect(asked).rejects.toBeInstanceOf(OpenAI.NotFoundError);
    await expect(asked).rejects.toMatchObject({ status: 404, message: expect.stringContaining("`nope`") });
  });
});

/** Python's own client, in a virtual environment that is kept in the cache; needs python3 with venv and pip. */
const python = spawnSync("python3", ["-c", "import venv, ensurepip"]).status === 0;

describe.skipIf(!python)("the openai package for Python (skipped where there is no python3 with pip)", () => {
  test("chats, streams, embeds, and knows its errors", { timeout: 240_000 }, async () => {
    const script = `
import sys
from openai import OpenAI, AuthenticationError, BadRequestError, NotFoundError, RateLimitError
client = OpenAI(base_url=sys.argv[1] + "/v1", api_key="sk-of-the-client", max_retries=0)
messages = [{"role": "user", "content": "hello there"}]
answer = client.chat.completions.create(model="gpt", messages=messages)
assert "hello there" in answer.choices[0].message.content
assert answer.usage.total_tokens > 0
pieces = [c.choices[0].delta.content or "" for c in client.chat.completions.create(model="gpt", messages=messages, stream=True)]
assert len(pieces) > 3 and "hello there" in "".join(pieces)
assert client.models.retrieve("openai/gpt-4.1").id == "openai/gpt-4.1"
assert [e.embedding for e in client.embeddings.create(model="gpt", input=["hello"]).data] == [[5.0, 0.5, -1.0]]
assert "hello there" in client.completions.create(model="gpt", prompt="hello there").choices[0].text
assert "hello there" in client.responses.create(model="gpt", input="hello there").output_text
for model, kind in [("nope", NotFoundError), ("limited", RateLimitError), ("locked", AuthenticationError), ("", BadRequestError)]:
    try:
        client.chat.completions.create(model=model, messages=messages)
        raise SystemExit(f"{model} was served")
    except kind as error:
        assert error.status_code == {"nope": 404, "limited": 429, "locked": 401, "": 400}[model]
print("seen")
`;
    // Not synchronously: one of the backends lives in this process.
    const { stdout } = await promisify(execFile)(pythonWithOpenAi(), ["-c", script, fleet.gateway]);
    expect(stdout.trim()).toBe("seen");
  });
});

function pythonWithOpenAi(): string {
  const cache = process.env.FAIRLEAD_CACHE_DIR ?? join(homedir(), ".cache", "fairlead");
  const folder = existsSync(cache)
    ? join(cache, "python-openai")
    : mkdtempSync(join(tmpdir(), "fairlead-python-"));
  const binary = join(folder, "bin", "python");
  if (spawnSync(binary, ["-c", "import openai"]).status !== 0) {
    execFileSync("python3", ["-m", "venv", folder]);
    execFileSync(binary, ["-m", "pip", "install", "--quiet", "openai>=2"]);
  }
  return binary;
}
