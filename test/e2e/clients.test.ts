import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";

let fleet: Fleet;

beforeAll(async () => {
  fleet = await Fleet.start({
    backends: 1,
    yaml: ({ backends: [port] }) => `
providers: { main: { credential: { env: TEST_KEY } } }
pools: { gpt: { endpoints: [{ url: "http://127.0.0.1:${port}/v1", provider: main }] } }
models: { gpt: { pool: gpt } }`,
  });
});

afterAll(() => fleet?.close());

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
    expect(ids).toEqual(["gpt"]);
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
  test("chats and streams", { timeout: 240_000 }, () => {
    const script = `
import sys
from openai import OpenAI, NotFoundError
client = OpenAI(base_url=sys.argv[1] + "/v1", api_key="sk-of-the-client", max_retries=0)
messages = [{"role": "user", "content": "hello there"}]
answer = client.chat.completions.create(model="gpt", messages=messages)
assert "hello there" in answer.choices[0].message.content
assert answer.usage.total_tokens > 0
pieces = [c.choices[0].delta.content or "" for c in client.chat.completions.create(model="gpt", messages=messages, stream=True)]
assert len(pieces) > 3 and "hello there" in "".join(pieces)
try:
    client.chat.completions.create(model="nope", messages=messages)
    raise SystemExit("an unknown model was served")
except NotFoundError as error:
    assert "nope" in str(error)
print("seen")
`;
    const out = execFileSync(pythonWithOpenAi(), ["-c", script, fleet.gateway], { encoding: "utf8" });
    expect(out.trim()).toBe("seen");
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
