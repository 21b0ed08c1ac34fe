import { randomUUID } from "node:crypto";
import Fastify from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Clock } from "../base/clock.ts";
import { formatAddress, isLoopback, type ListenAddress } from "../base/listen-address.ts";
import type { Log } from "../base/log.ts";
import type { Secret } from "../base/secret.ts";
import type { AdminApp } from "./admin-app.ts";
import { allowedMethods, type KnownRoute } from "./allowed-methods.ts";
import type { AdminContext } from "./context.ts";
import { fleetRoutes } from "./fleet-routes.ts";
import { guard } from "./guard.ts";
import { keyRoutes } from "./key-routes.ts";
import { livenessRoutes } from "./liveness-routes.ts";
import { openApi } from "./openapi.ts";
import { poolRoutes } from "./pool-routes.ts";
import { Refusal } from "./problem-document.ts";
import { refuse, refuseConnection } from "./refuse.ts";

export interface AdminOptions {
  readonly listen: ListenAddress;
  /** Demanded from every client once it is given; needed for any address that is not loopback. */
  readonly token: Secret | undefined;
  readonly context: AdminContext;
  readonly log: Log;
  readonly clock: Clock;
  readonly limits?: Partial<AdminLimits>;
}

/** Defaults are far from what people and dashboards do, and close enough to stop a flood. */
interface AdminLimits {
  /** Per client address; 200. */
  readonly requestsPerSecond: number;
  /** From a request's first byte to its last; 10 s. */
  readonly requestTimeoutMs: number;
  /** How long a change may take to be published before its request is refused; 10 s. */
  readonly publishTimeoutMs: number;
  /** How long answers under way may still take after `close`; 2 s. */
  readonly closeTimeoutMs: number;
}

export interface AdminServer {
  /** Where it listens: the port is the real one when 0 was asked for. */
  readonly address: ListenAddress;
  /** Takes no new requests, lets those under way end, and cuts what does not end in time. */
  close(): Promise<void>;
}

/**
 * Starts the admin API. Rejects when the address is taken, and when it could be reached from other
 * machines without a token.
 */
export async function startAdmin(options: AdminOptions): Promise<AdminServer> {
  const { listen, token, clock, log } = options;
  if (token === undefined && !isLoopback(listen.host)) {
    throw new Error(
      `the admin API at ${formatAddress(listen)} could be reached from other machines: configure a token, or listen on 127.0.0.1`,
    );
  }
  if (token !== undefined && token.reveal().trim() === "") throw new Error("the admin API's token is empty");
  const limits = { ...defaultLimits, ...options.limits };
  const app = await build(options, limits);
  try {
    await app.listen({ host: listen.host, port: listen.port });
  } catch (error) {
    await app.close();
    throw cannotListen(listen, error);
  }
  const address = { host: listen.host, port: portOf(app, listen) };
  log.info({ address: formatAddress(address), token: token !== undefined }, "the admin API is listening");
  return {
    address,
    async close() {
      const cancel = clock.schedule(limits.closeTimeoutMs, () => app.server.closeAllConnections());
      await app.close();
      cancel();
    },
  };
}

const defaultLimits: AdminLimits = {
  requestsPerSecond: 200,
  requestTimeoutMs: 10_000,
  publishTimeoutMs: 10_000,
  closeTimeoutMs: 2_000,
};

async function build(options: AdminOptions, limits: AdminLimits): Promise<AdminApp> {
  const { log } = options;
  const app = Fastify({
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    requestTimeout: limits.requestTimeoutMs,
    connectionTimeout: 60_000,
    keepAliveTimeout: 30_000,
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
    // While it stops, a request that is under way is answered by its route like any other.
    return503OnClosing: false,
    // Node exchanges the two limits when the headers' one (60 s unless set) is the larger.
    http: {
      // The guard refuses it, with a problem document.
      requireHostHeader: false,
      headersTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1_000, limits.requestTimeoutMs),
    },
    // Node limits all header fields, the path among them, to 16 KiB: names need no limit of their own.
    routerOptions: { maxParamLength: 16 * 1024 },
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply, log),
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, randomUUID()),
  }).withTypeProvider<ZodTypeProvider>();
  app.server.maxConnections = 512;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply, log));
  const routes: KnownRoute[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  await guard(app, { ...limits, host: options.listen.host, token: options.token });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    const allowed = allowedMethods(routes, path);
    if (allowed.length === 0 || allowed.includes(request.method)) {
      throw new Refusal("not-found", `nothing is at ${JSON.stringify(path)}; /docs lists what there is`);
    }
    reply.header("allow", allowed.join(", "));
    throw new Refusal("method-not-allowed", `this path knows ${allowed.join(", ")}`);
  });
  await openApi(app, { needsToken: options.token !== undefined });
  livenessRoutes(app, options);
  poolRoutes(app, { ...options, publishTimeoutMs: limits.publishTimeoutMs });
  fleetRoutes(app, options);
  keyRoutes(app, options);
  await app.ready();
  return app;
}

function cannotListen(listen: ListenAddress, error: unknown): Error {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const why =
    code === "EADDRINUSE" ? "something else listens there (another Fairlead?)" : String(code ?? error);
  return new Error(`the admin API cannot listen on ${formatAddress(listen)}: ${why}`, { cause: error });
}

function portOf(app: AdminApp, listen: ListenAddress): number {
  const bound = app.server.address();
  return bound !== null && typeof bound === "object" ? bound.port : listen.port;
}
