import { afterAll, beforeAll, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { type Recorded, type Recorder, startRecorder } from "./harness/recorder.ts";

/**
 * Every way in which a provider may be told who asks, and what its backends must see of it; `rest` is what of
 * the others' ways they must not see.
 */
const kinds = {
  bearer: { yaml: "{ credential: { env: KEY_BEARER } }", sees: { authorization: "Bearer sk-bearer" } },
  xApiKey: {
    yaml: '{ credential: { env: KEY_X, header: x-api-key }, headers: { anthropic-version: "2023-06-01" } }',
    sees: { "x-api-key": "sk-x", "anthropic-version": "2023-06-01" },
  },
  apiKey: {
    yaml: '{ credential: { env: KEY_API, header: api-key }, query: { api-version: "2024-10-21" } }',
    sees: { "api-key": "sk-api", query: "api-version=2024-10-21" },
  },
  custom: {
    yaml: '{ credential: { env: KEY_CUSTOM, header: X-Custom, prefix: "Token " }, headers: { anthropic-version: "50%OFF" } }',
    sees: { "x-custom": "Token sk-custom", "anthropic-version": "50%OFF" },
  },
  query: {
    yaml: '{ credential: { env: KEY_QUERY, query: key }, query: { alt: "a b&c" } }',
    sees: { query: "alt=a%20b%26c&key=sk%2Fquery%3D%25" },
  },
  headersOnly: { yaml: '{ headers: { x-team: "blue" } }', sees: { "x-team": "blue" } },
  nothing: { yaml: "{}", sees: {} },
} as const;
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];
const pairs = names.flatMap((first) => names.map((second) => ({ first, second })));

const env = {
  KEY_BEARER: "sk-bearer",
  KEY_X: "sk-x",
  KEY_API: "sk-api",
  KEY_CUSTOM: "sk-custom",
  KEY_QUERY: "sk/query=%",
};

/** What a client may send in the hope that it gets through. */
const fromTheClient = {
  authorization: "Bearer sk-client",
  "x-api-key": "sk-client",
  "api-key": "sk-client",
  "x-goog-api-key": "sk-client",
  cookie: "sk=client",
};

let fleet: Fleet;
let failing: Recorder;
let answering: Recorder;

beforeAll(async () => {
  failing = await startRecorder((response) => response.writeHead(500).end("{}"));
  answering = await startRecorder((response) =>
    response.writeHead(200, { "content-type": "application/json" }).end("{}"),
  );
  fleet = await Fleet.start({
    backends: 0,
    env,
    yaml: () => `
healthCheck: { interval: 60s }
providers:
${names.map((name) => `  ${name}: ${kinds[name].yaml}`).join("\n")}
pools:
${pairs
  .map(
    ({ first, second }) => `  ${first}-${second}:
    endpoints:
      - { url: "http://127.0.0.1:${failing.port}/first/${first}", provider: ${first} }
      - { url: "http://localhost:${answering.port}/second/${second}", provider: ${second}, priority: 1 }`,
  )
  .join("\n")}`,
  });
});

afterAll(async () => {
  await fleet?.close();
  await failing?.[Symbol.asyncDispose]();
  await answering?.[Symbol.asyncDispose]();
});

test.each(pairs)("a retry from $first to $second carries nothing over", async ({ first, second }) => {
  failing.seen.length = 0;
  answering.seen.length = 0;
  const body = { model: `${first}-${second}`, messages: [] };
  const response = await fleet.chat(body, { headers: fromTheClient });
  expect(response.status).toBe(200);
  expect(failing.seen.map(toTell)).toEqual([
    {
      path: `/first/${first}/chat/completions`,
      host: `127.0.0.1:${failing.port}`,
      ...kinds[first].sees,
      body: JSON.stringify(body),
    },
  ]);
  expect(answering.seen.map(toTell)).toEqual([
    {
      path: `/second/${second}/chat/completions`,
      host: `localhost:${answering.port}`,
      ...kinds[second].sees,
      body: JSON.stringify(body),
    },
  ]);
});

test("checks carry what requests carry", () => {
  const byPath = new Map(failing.checks.map((check) => [toTell(check).path, toTell(check)]));
  expect([...byPath.keys()].sort()).toEqual(names.map((name) => `/first/${name}/health`).sort());
  for (const name of names) {
    const { path, host, body } = {
      path: `/first/${name}/health`,
      host: `127.0.0.1:${failing.port}`,
      body: "",
    };
    expect(byPath.get(path)).toEqual({ path, host, ...kinds[name].sees, body });
  }
});

test("no key is in Envoy's dump", async () => {
  const dump = await (await fetch(`${fleet.envoyAdmin}/config_dump?include_eds`)).text();
  expect(dump).toContain("credential/query");
  expect(dump).not.toMatch(/sk-(bearer|x|api|custom)|sk(\/|%2F)query/);
});

/** Everything but what HTTP and Envoy say of every request alike. */
function toTell({ url, headers, body }: Recorded) {
  const [path, query] = url.split("?");
  const ofEveryRequest =
    /^(accept(-language|-encoding)?|connection|content-(length|type)|sec-fetch-mode|user-agent|x-forwarded-proto|x-request-id)$/;
  const told = Object.entries(headers).filter(([name]) => !ofEveryRequest.test(name));
  return {
    path,
    ...(query === undefined ? {} : { query }),
    ...Object.fromEntries(told.map(([name, values]) => [name, values.join(" AND ")])),
    body,
  };
}
