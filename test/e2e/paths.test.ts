import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DemoBackend, startDemoBackend } from "../../src/demo/demo-backend.ts";
import { Fleet } from "./harness/fleet.ts";

let fleet: Fleet;
let behind: DemoBackend;

const special = ["openai/gpt-4.1", "org/model:1 ü", 'a"b\\c%2F', "what?#", "a.b"];

beforeAll(async () => {
  behind = await startDemoBackend({ name: "behind", port: 0, pathPrefix: "/v1/behind" });
  fleet = await Fleet.start({
    backends: 1,
    yaml: ({ backends: [port] }) => `
pools: { main: { endpoints: [{ url: "${behind.url}" }] }, plain: { endpoints: [{ url: "http://127.0.0.1:${port}/v1" }] } }
models:
  gpt: { pool: plain }
  behind: { pool: main }
${special.map((name) => `  ${JSON.stringify(name)}: { pool: plain }`).join("\n")}`,
  });
});

afterAll(async () => {
  await fleet?.close();
  await behind?.close();
});

interface Told {
  readonly error: {
    readonly type: string;
    readonly code: string;
    readonly param: string;
    readonly message: string;
  };
}

function post(path: string, body: object): Promise<Response> {
  return fetch(`${fleet.gateway}${path}`, { method: "POST", body: JSON.stringify(body) });
}

describe("operations beside chat", () => {
  test.each([
    { path: "/v1/completions", body: { prompt: "hello" }, object: "text_completion" },
    { path: "/v1/responses", body: { input: "hello" }, object: "response" },
    { path: "/v1/embeddings", body: { input: ["hello"] }, object: "list" },
  ])("$path reaches the backend by its model", async ({ path, body, object }) => {
    const response = await post(path, { ...body, model: "gpt" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ object, model: "gpt" });
    const unknown = await post(path, { ...body, model: "nope" });
    expect(unknown.status).toBe(404);
    expect((await unknown.json()) as Told).toMatchObject({
      error: { type: "invalid_request_error", code: "model_not_found", param: "model" },
    });
    expect((await post(path, body)).status).toBe(400);
    const wrong = await fetch(`${fleet.gateway}${path}`);
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("POST");
  });

  test("the operation is appended to the endpoint's URL", async () => {
    for (const path of ["completions", "responses", "embeddings"])
      await post(`/v1/${path}?api-version=1`, { model: "behind" });
    const seen = await fetch(`${behind.origin}/_demo/requests`);
    const { api } = (await seen.json()) as { api: { path: string }[] };
    const expected = ["completions", "responses", "embeddings"].map((path) => `/v1/behind/${path}`);
    expect(api.map(({ path }) => path)).toEqual(expected);
  });

  test.each(["/v1/completions", "/v1/responses"])("%s streams", async (path) => {
    const response = await post(path, { model: "gpt", prompt: "a b", input: "a b", stream: true });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(await response.text()).toContain("data: {");
  });
});

describe("GET /v1/models/{id}", () => {
  test.each(["gpt", ...special])("%s, encoded as JavaScript does", async (name) => {
    const response = await fetch(`${fleet.gateway}/v1/models/${encodeURIComponent(name)}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: name, object: "model", created: 0, owned_by: "fairlead" });
  });

  test.each([
    "openai/gpt-4.1",
    "openai%2fgpt-4.1",
    "openai%2Fgpt%2D4%2E1",
    "org/model%3A1%20%c3%bc",
    "openai/gpt-4.1?a=b",
  ])("%s, written otherwise", async (path) => {
    expect((await fetch(`${fleet.gateway}/v1/models/${path}`)).status).toBe(200);
  });

  test.each(["nope", "aXb", "openai", "openai/", "openai/gpt-4x1", "gpt/", "%2e%2e%2fmodels", "gpt%00"])(
    "%s is not there",
    async (path) => {
      const response = await fetch(`${fleet.gateway}/v1/models/${path}`);
      const told = (await response.json()) as Told;
      expect({ status: response.status, type: told.error.type }).toEqual({
        status: path === "gpt%00" ? 400 : 404,
        type: "invalid_request_error",
      });
      if (response.status === 404)
        expect(told.error).toMatchObject({ code: "model_not_found", param: "model" });
    },
  );

  test("names with special characters are routed by, too", async () => {
    for (const model of special)
      expect((await post("/v1/embeddings", { model, input: "x" })).status).toBe(200);
  });

  test("only GET", async () => {
    const response = await fetch(`${fleet.gateway}/v1/models/gpt`, { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET");
  });
});

describe("everything else", () => {
  test.each([
    "/",
    "/v1",
    "/v2/chat/completions",
    "/v1/chat",
    "/v1/files",
    "/v1/responses/resp_1",
    "/v1%2Fmodels",
  ])("%s is 404, as OpenAI-shaped JSON", async (path) => {
    const response = await post(path, { model: "gpt" });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    const { error } = (await response.json()) as Told;
    expect(error).toMatchObject({ type: "invalid_request_error", code: "not_found" });
    expect(error.message).toBe(`Unknown request URL: POST ${path}`);
  });
});

test("the models answer while the control plane is away", async () => {
  await fleet.controlPlane.stop("SIGKILL");
  expect(
    ((await (await fetch(`${fleet.gateway}/v1/models`)).json()) as { data: object[] }).data,
  ).toHaveLength(7);
  expect((await fetch(`${fleet.gateway}/v1/models/openai%2Fgpt-4.1`)).status).toBe(200);
  expect((await post("/v1/completions", { model: "gpt", prompt: "x" })).status).toBe(200);
});
