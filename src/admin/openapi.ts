import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { createJsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { AdminApp } from "./admin-app.ts";

/**
 * The OpenAPI 3.1 document at `/docs/json`, and a page to read and try it at `/docs`. The page needs
 * nothing from the network: its scripts and styles come with the package.
 */
export async function openApi(
  app: AdminApp,
  { needsToken }: { readonly needsToken: boolean },
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Fairlead admin API",
        version: "1.0.0",
        description:
          "Read-only windows on the control plane, and commands. Times are ISO 8601 in UTC, durations are " +
          "milliseconds, and every error is a problem document (RFC 9457).",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/", description: "This server" }],
      tags: [
        { name: "pools", description: "Pools and their endpoints" },
        { name: "fleet", description: "The Envoys, the configuration, and requests" },
        { name: "process", description: "Fairlead itself" },
      ],
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description:
              "The admin token; needed everywhere but at /healthz and /readyz once one is configured.",
          },
        },
      },
      security: needsToken ? [{ token: [] }] : [],
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
    transformObject: (document) => withoutUnusedSchemas(jsonSchemaTransformObject(document)),
  });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: pagePolicy,
    // Its default asks a server on the internet whether the document is valid.
    uiConfig: { validatorUrl: null, deepLinking: true, tryItOutEnabled: true },
    theme: { title: "Fairlead admin API" },
  });
}

/** The page sets styles from its scripts; everything else comes from its own files. */
const pagePolicy = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "connect-src": "'self'",
  "font-src": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "img-src": "'self' data:",
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
};

type Document = ReturnType<typeof jsonSchemaTransformObject>;

/**
 * Names of schemas are global to the process, so other rooms' schemas would stand in the document
 * too; and each of ours comes twice, as it is read and as it is written. Only what some route refers
 * to stays.
 */
function withoutUnusedSchemas(document: Document): Document {
  if (!("components" in document)) return document;
  const { schemas = {}, ...components } = document.components ?? {};
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow(document.paths);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...components, schemas: kept } } as Document;
}
