import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Secret } from "../../../src/base/secret.ts";
import { contextOf, decided, endpoint, pool, type RunningAdmin, running, viewOf } from "./fixture.ts";

/** As much of OpenAPI 3.1 as the document uses. */
const operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean() }))
    .optional(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string().min(1),
      content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })),
    }),
  ),
});

const openApiDocument = z.object({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.object({ title: z.string(), version: z.string() }),
  security: z.array(z.unknown()),
  paths: z.record(z.string().startsWith("/"), z.record(z.string(), operation)),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    securitySchemes: z.record(z.string(), z.unknown()),
  }),
});

let admin: RunningAdmin;
let document: z.output<typeof openApiDocument>;
beforeAll(async () => {
  admin = await running(contextOf(viewOf([pool("a", [endpoint("a-1")])], { "a-1": decided() })));
  document = openApiDocument.parse(await (await admin.get("/docs/json")).json());
});
afterAll(() => admin.close());

describe("the document", () => {
  test("has every route, and nothing else", () => {
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual([
      "DELETE /api/v1/keys/{id}",
      "GET /api/v1/config",
      "GET /api/v1/keys",
      "GET /api/v1/keys/{id}",
      "GET /api/v1/nodes",
      "GET /api/v1/pools",
      "GET /api/v1/pools/{pool}",
      "GET /healthz",
      "GET /metrics",
      "GET /readyz",
      "GET /v1/stats",
      "PATCH /api/v1/pools/{pool}/endpoints/{id}",
      "POST /api/v1/keys",
    ]);
  });

  test("names every parameter of a path", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(inPath);
      }
    }
  });

  test("gives every operation a name of its own, a success and its errors", () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { responses } of operations) {
      expect(Object.keys(responses).filter((status) => /^20[01]$/.test(status)).length).toBe(1);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["401", "403", "429", "500"]));
      for (const [status, { content }] of Object.entries(responses)) {
        const [type] = Object.keys(content);
        if (status.startsWith("2")) expect(["application/json", "text/plain"]).toContain(type);
        else expect(type).toBe("application/problem+json");
      }
    }
  });

  test("refers to no schema that is not there, and carries none that nobody uses", () => {
    const text = JSON.stringify(document);
    const used = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(document.components.schemas)));
    expect([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref)).toSatisfy((refs: string[]) =>
      refs.every((ref) => ref.startsWith("#/components/schemas/")),
    );
  });

  test("describes every field", () => {
    expect(fieldsWithoutDescription(document)).toEqual([]);
  });

  test("leaves no answer open: every object names its fields", () => {
    expect(document.components.schemas.EndpointStatus).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: expect.arrayContaining(["id", "health", "share", "lastProbe"]),
    });
  });

  test("demands the token only when there is one, and never to see whether the process lives", async () => {
    expect(document.security).toEqual([]);
    const guarded = await running(contextOf(viewOf([], {})), { token: new Secret("t") });
    const answer = await guarded.get("/docs/json", { headers: { authorization: "Bearer t" } });
    const withToken = openApiDocument.parse(await answer.json());
    await guarded.close();
    expect(withToken.security).toEqual([{ token: [] }]);
    expect(Object.keys(withToken.components.securitySchemes)).toEqual(["token"]);
    expect(withToken.paths["/healthz"]?.get?.security).toEqual([]);
    expect(withToken.paths["/api/v1/pools"]?.get?.security).toBeUndefined();
  });
});

describe("the page", () => {
  test("has all its parts here, and its policy lets it use them and nothing else", async () => {
    const page = await admin.get("/docs");
    expect(page.headers.get("content-type")).toContain("text/html");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/https?:|upgrade-insecure-requests/);
    const html = await page.text();
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, at]) => at ?? "");
    expect(parts.length).toBeGreaterThan(4);
    for (const at of parts) {
      const part = await admin.get(new URL(at, page.url).pathname);
      expect([at, part.status]).toEqual([at, 200]);
      await part.arrayBuffer();
    }
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
  });

  test("asks no server on the internet about the document", async () => {
    expect(await (await admin.get("/docs/static/swagger-initializer.js")).text()).toContain(
      '"validatorUrl":null',
    );
  });
});

/** Paths of all properties in the document's schemas that say nothing about themselves; a reference may say it. */
function fieldsWithoutDescription(document: unknown): string[] {
  const missing: string[] = [];
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === "properties")
        for (const [name, field] of Object.entries(child)) check(field, `${at}.${name}`);
      visit(child, `${at}.${key}`);
    }
  };
  const check = (field: unknown, at: string): void => {
    const said = z
      .object({ description: z.string().min(1) })
      .or(z.object({ $ref: z.string() }))
      .safeParse(field);
    if (!said.success) missing.push(at);
  };
  visit(document, "");
  return missing;
}
