import { createHash, timingSafeEqual } from "node:crypto";
import bearerAuth from "@fastify/bearer-auth";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import { invariant } from "../base/invariant.ts";
import type { Secret } from "../base/secret.ts";
import type { AdminApp } from "./admin-app.ts";
import { Refusal } from "./problem-document.ts";
import { isOwnHost, isSameOrigin } from "./same-site.ts";

export interface GuardOptions {
  readonly host: string;
  readonly token: Secret | undefined;
  /** Per client address; what guesses tokens is slowed down by it too. */
  readonly requestsPerSecond: number;
}

/**
 * What every request passes before a route sees it, in this order: security headers, rate limit,
 * Host (only without a token: a token cannot be rebound), Origin, token. Call it before any route.
 */
export async function guard(app: AdminApp, options: GuardOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // It is plain HTTP: a TLS proxy in front, if any, knows better.
    strictTransportSecurity: false,
    xFrameOptions: { action: "deny" },
  });
  await app.register(rateLimit, {
    global: false,
    max: options.requestsPerSecond,
    timeWindow: 1000,
    allowList: ({ routeOptions }) => openToAll.has(routeOptions.url),
  });
  app.addHook("onRequest", app.rateLimit());
  app.addHook("onRequest", async (request) => {
    if (request.headers.host === undefined)
      throw new Refusal("malformed-request", "the Host header is missing");
    if (options.token === undefined) refuseOtherHosts(request, options.host);
    refuseOtherOrigins(request);
  });
  if (options.token !== undefined) await demandToken(app, options.token);
  app.addHook("onSend", async (_request, reply) => {
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}

/**
 * Whoever restarts or routes by health has no token, and learns nothing else here. A flood from the
 * same address must not look like a dead process.
 */
const openToAll: ReadonlySet<string | undefined> = new Set(["/healthz", "/readyz"]);

const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

function refuseOtherHosts({ headers }: FastifyRequest, configuredHost: string): void {
  if (isOwnHost(headers.host, configuredHost)) return;
  throw new Refusal(
    "host-not-allowed",
    "without a token only the names of this machine are answered, as in localhost",
  );
}

function refuseOtherOrigins({ method, headers }: FastifyRequest): void {
  if (reading.has(method) || isSameOrigin(headers.origin, headers.host)) return;
  throw new Refusal("origin-not-allowed", "a page of another site may not change anything here");
}

/** Digests are compared, so that the time taken tells neither the token nor its length. */
async function demandToken(app: AdminApp, token: Secret): Promise<void> {
  const wanted = digest(token.reveal());
  await app.register(bearerAuth, {
    addHook: false,
    keys: [],
    auth: (given) => timingSafeEqual(digest(given), wanted),
  });
  const verify = app.verifyBearerAuth;
  invariant(verify !== undefined, "bearer-auth adds verifyBearerAuth when it adds no hook");
  app.addHook("onRequest", (request, reply, done) => {
    if (openToAll.has(request.routeOptions.url)) done();
    else verify(request, reply, done);
  });
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
