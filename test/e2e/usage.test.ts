import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { type Asked, events, json, ScriptedBackend } from "./harness/scripted-backend.ts";
import { until } from "./harness/wait.ts";
import { Wiretap } from "./harness/wiretap.ts";

/* What a backend says of tokens reaches the control plane through Envoy's access log, and nothing else does. */

let backend: ScriptedBackend;
let fleet: Fleet;
let tap: Wiretap;
/** The answer to the next requests. */
let answer: (asked: Asked) => void;

const models = [
  "json",
  "stream",
  "embeddings",
  "responses",
  "response-events",
  "anthropic",
  "anthropic-events",
  "gemini",
  "big",
  "cut",
  "lying",
  "canary",
];

beforeAll(async () => {
  backend = await ScriptedBackend.start((asked) => answer(asked));
  tap = await Wiretap.start();
  fleet = await Fleet.start({
    backends: 0,
    xdsPort: tap.port,
    gateway: "  maxRequestBytes: 2MiB",
    yaml: ({ xds }) => {
      tap.target = xds;
      return `
providers:
  main: { credential: { env: TEST_KEY } }
  anthropic: { usage: anthropic }
  gemini: { usage: gemini }
pools:
  p: { endpoints: [{ id: one, url: "${backend.origin}/v1", provider: main }] }
  a: { endpoints: [{ url: "${backend.origin}/v1", provider: anthropic }] }
  g: { endpoints: [{ url: "${backend.origin}/v1", provider: gemini }] }
models:
${models.map((name) => `  ${name}: { pool: ${/^[ag](?=nthropic|emini)/.exec(name)?.[0] ?? "p"} }`).join("\n")}`;
    },
  });
});

afterAll(async () => {
  await fleet?.close();
  await tap?.[Symbol.asyncDispose]();
  await backend?.[Symbol.asyncDispose]();
});

const openai = {
  prompt_tokens: 21,
  completion_tokens: 7,
  total_tokens: 28,
  prompt_tokens_details: { cached_tokens: 4 },
  completion_tokens_details: { reasoning_tokens: 3 },
};
const responses = {
  input_tokens: 30,
  output_tokens: 12,
  total_tokens: 42,
  input_tokens_details: { cached_tokens: 5 },
  output_tokens_details: { reasoning_tokens: 6 },
};

describe("the tokens of an answer", () => {
  test.each([
    {
      model: "json",
      say: ({ response }: Asked) => json(response, { choices: [], usage: openai }),
      tokens: { prompt: 21, completion: 7, cached: 4, reasoning: 3 },
    },
    {
      model: "stream",
      say: ({ response }: Asked) =>
        events(response, [
          { choices: [{ delta: { content: "x" } }], usage: null },
          { choices: [], usage: openai },
        ]),
      tokens: { prompt: 21, completion: 7, cached: 4, reasoning: 3 },
    },
    {
      model: "embeddings",
      say: ({ response }: Asked) =>
        json(response, { data: [], usage: { prompt_tokens: 8, total_tokens: 8 } }),
      tokens: { prompt: 8, completion: 0, cached: 0, reasoning: 0 },
    },
    {
      model: "responses",
      say: ({ response }: Asked) => json(response, { output: [], usage: responses }),
      tokens: { prompt: 30, completion: 12, cached: 5, reasoning: 6 },
    },
    {
      model: "response-events",
      say: ({ response }: Asked) =>
        events(response, [
          { type: "response.output_text.delta", delta: "x" },
          { type: "response.completed", response: { usage: responses } },
        ]),
      tokens: { prompt: 30, completion: 12, cached: 5, reasoning: 6 },
    },
    {
      model: "anthropic",
      say: ({ response }: Asked) =>
        json(response, { usage: { input_tokens: 10, output_tokens: 9, cache_read_input_tokens: 7 } }),
      tokens: { prompt: 17, completion: 9, cached: 7, reasoning: 0 },
    },
    {
      model: "anthropic-events",
      say: ({ response }: Asked) =>
        events(response, [
          {
            type: "message_start",
            message: { usage: { input_tokens: 10, output_tokens: 1, cache_creation_input_tokens: 7 } },
          },
          { type: "message_delta", usage: { output_tokens: 9 } },
        ]),
      tokens: { prompt: 17, completion: 9, cached: 0, reasoning: 0 },
    },
    {
      model: "gemini",
      say: ({ response }: Asked) =>
        json(response, {
          usageMetadata: {
            promptTokenCount: 8,
            candidatesTokenCount: 5,
            thoughtsTokenCount: 4,
            totalTokenCount: 17,
          },
        }),
      tokens: { prompt: 8, completion: 9, cached: 0, reasoning: 4 },
    },
    {
      model: "big",
      // Twice the largest request: embeddings of a long list are as large.
      say: ({ response }: Asked) =>
        json(response, { data: "x".repeat(4_000_000), usage: { prompt_tokens: 5, total_tokens: 5 } }),
      tokens: { prompt: 5, completion: 0, cached: 0, reasoning: 0 },
    },
  ])("$model", async ({ model, say, tokens }) => {
    answer = say;
    const response = await fleet.chat({ model, stream: /stream|events/.test(model) });
    expect(response.status).toBe(200);
    await response.text();
    const seen = await until("it is logged", () => modelStats(model));
    expect(seen).toMatchObject({ requests: 1, tokens, estimates: 0 });
  });

  test("figures that cannot be are not believed, and counted", async () => {
    const before = await metric('fairlead_access_log_disbelieved_total{reason="implausible"}');
    for (const figure of [1_000_000_000, -5, 1.5]) {
      answer = ({ response }) => json(response, { usage: { prompt_tokens: figure, completion_tokens: 1 } });
      expect((await fleet.chat({ model: "lying" })).status).toBe(200);
    }
    await until("all are counted", async () => {
      const now = await metric('fairlead_access_log_disbelieved_total{reason="implausible"}');
      return now === before + 3;
    });
    expect(await modelStats("lying")).toBeUndefined();
  });

  test("a stream that is cut before its usage is counted from its bytes, as an estimate", async () => {
    const chunk = { choices: [{ delta: { content: "word " } }] };
    answer = ({ response }) =>
      events(response, [
        ...Array(50).fill(chunk),
        { choices: [], usage: { prompt_tokens: 12, completion_tokens: 50 } },
      ]);
    await (await fleet.chat({ model: "cut", stream: true })).text();
    await until("the whole one is logged", () => modelStats("cut"));
    answer = ({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (let index = 0; index < 20; index += 1) response.write(`data: ${JSON.stringify(chunk)}\n\n`);
      setTimeout(() => response.destroy(), 100);
    };
    const cut = await fleet.chat({ model: "cut", stream: true });
    await expect(cut.text()).rejects.toThrow();
    const seen = await until("the cut one is logged", async () => {
      const stats = await modelStats("cut");
      return stats?.requests === 2 && stats;
    });
    expect(seen.estimates).toBe(1);
    expect(seen.tokens).toMatchObject({ prompt: 12, completion: 50 });
    expect(seen.estimatedTokens.prompt).toBe(12);
    expect(seen.estimatedTokens.completion).toBeGreaterThanOrEqual(15);
    expect(seen.estimatedTokens.completion).toBeLessThanOrEqual(20);
  });
});

test("nothing of prompts, answers, query strings, keys or cookies is in what Envoy says", async () => {
  const canary = (of: string) => `canary-${of}-7f3a`;
  answer = ({ response }) =>
    json(response, { choices: [{ message: { content: canary("completion") } }], usage: openai });
  const init = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${canary("key")}`,
      "x-api-key": canary("x-api-key"),
      cookie: `a=${canary("cookie")}`,
      "user-agent": canary("user-agent"),
      referer: `http://${canary("referer")}/`,
    },
  };
  for (const [path, model] of [
    ["/v1/chat/completions", "canary"],
    ["/v1/chat/completions", "nobody-configured-this"],
    [`/v1/elsewhere/${canary("path")}`, "canary"],
  ]) {
    const body = JSON.stringify({ model, messages: [{ role: "user", content: canary("prompt") }] });
    await (await fetch(`${fleet.gateway}${path}?q=${canary("query")}`, { ...init, body })).text();
  }
  await until("it is logged", () => modelStats("canary"));
  expect(tap.heard).toContain("fairlead.requests");
  expect(tap.heard).not.toMatch(/canary-/);
  expect(tap.heard).not.toContain("nobody-configured-this");
  expect(tap.heard).not.toContain("sk-test-secret");
});

test("a model that nobody configured never becomes a label, and one of megabytes reaches nobody", async () => {
  const before = tap.heard.length;
  await (await fleet.chat({ model: `unknown-${"x".repeat(1_500_000)}` })).text();
  await (await fleet.chat({ model: "unknown-label" })).text();
  answer = ({ response }) => json(response, { usage: openai });
  await (await fleet.chat({ model: "canary", stream: "y".repeat(1_000_000) })).text();
  await (await fleet.chat({ model: "canary" })).text();
  await until("the last one is logged", async () => ((await modelStats("canary"))?.requests ?? 0) >= 2);
  expect(await (await fetch(`${fleet.admin}/metrics`)).text()).not.toContain("unknown-");
  expect(tap.heard.length - before).toBeLessThan(100_000);
});

test("a backend is asked for an answer that can be read on its way, whatever the client takes", async () => {
  let asked: string | undefined;
  answer = ({ request, response }) => {
    asked = request.headers["accept-encoding"]?.toString();
    json(response, { usage: openai });
  };
  await (await fleet.chat({ model: "json" }, { headers: { "accept-encoding": "gzip, br" } })).text();
  expect(asked).toBe("identity");
});

test("each endpoint tells its requests, and how fast it was", async () => {
  answer = ({ response }) => setTimeout(() => json(response, { usage: openai }), 80);
  const before = await endpointStats();
  await (await fleet.chat({ model: "json" })).text();
  const after = await until("the slow one is logged", async () => {
    const now = await endpointStats();
    return (now.meanResponseMs ?? 0) > (before.meanResponseMs ?? 0) + 1 && now;
  });
  expect(after.requests).toBeGreaterThan(before.requests);
  expect(await metric('fairlead_requests_total{pool="p",endpoint="one",code="200"}')).toBeGreaterThan(1);
  expect(await metric('fairlead_requests_total{pool="p",endpoint="one",code="200"}')).toBeLessThanOrEqual(
    after.requests,
  );
});

test("a control plane that comes back hears of requests again", async () => {
  await fleet.controlPlane.stop();
  answer = ({ response }) => json(response, { usage: openai });
  expect((await fleet.chat({ model: "json" })).status).toBe(200);
  fleet.startControlPlane();
  await until("it hears of one", async () => {
    expect((await fleet.chat({ model: "json" })).status).toBe(200);
    return modelStats("json").catch(() => undefined);
  });
});

interface ModelStats {
  readonly name: string;
  readonly requests: number;
  readonly tokens: Tokens;
  readonly estimatedTokens: Tokens;
  readonly estimates: number;
}

interface Tokens {
  readonly prompt: number;
  readonly completion: number;
}

interface EndpointStats {
  readonly requests: number;
  readonly meanResponseMs: number | null;
}

async function stats() {
  const response = await fetch(`${fleet.admin}/v1/stats`);
  return (await response.json()) as {
    readonly pools: readonly { readonly endpoints: readonly EndpointStats[] }[];
    readonly models: readonly ModelStats[];
  };
}

/** Undefined before the model's first request. */
async function modelStats(name: string): Promise<ModelStats | undefined> {
  const found = (await stats()).models.find((model) => model.name === name);
  return found?.requests === 0 ? undefined : found;
}

async function endpointStats(): Promise<EndpointStats> {
  const found = (await stats()).pools[0]?.endpoints[0];
  if (found === undefined) throw new Error("the endpoint is gone");
  return found;
}

async function metric(series: string): Promise<number> {
  const text = await (await fetch(`${fleet.admin}/metrics`)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}
