import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import type { Clock } from "../../../src/base/clock.ts";
import type { Log } from "../../../src/base/log.ts";
import type { Secret } from "../../../src/base/secret.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import { systemClock } from "../../../src/grpc/system-clock.ts";
import { type BackendTls, usualTls } from "../../../src/model/backend-tls.ts";
import type { EndpointId } from "../../../src/model/pool.ts";
import type { Provider } from "../../../src/model/provider.ts";
import type { ProbeTarget } from "../../../src/observe/probe-target.ts";
import { type Prober, type ProberOptions, startProber } from "../../../src/observe/prober.ts";
import { providerWith } from "../provider-sample.ts";

/** Something on loopback that is probed, and what it saw of the connections to it. */
export interface Backend extends AsyncDisposable {
  readonly port: number;
  readonly open: ReadonlySet<Socket>;
  /** Connections ever. */
  connections(): number;
}

/** Does with each connection whatever a test wants, however rude. */
export async function rawBackend(
  onConnection: (socket: Socket, nth: number) => void,
  tls?: TlsOptions,
): Promise<Backend> {
  let connections = 0;
  const behave = (socket: Socket) => {
    connections += 1;
    socket.on("error", () => {});
    // A socket that nobody reads never learns that the other side has left.
    socket.on("data", () => {});
    onConnection(socket, connections);
  };
  const server = tls ? createTlsServer(tls, behave).on("tlsClientError", () => {}) : createServer(behave);
  return listening(server, () => connections);
}

export async function httpBackend(listener: RequestListener): Promise<Backend> {
  let connections = 0;
  const server = createHttpServer({ keepAliveTimeout: 60_000 }, listener);
  server.on("connection", () => {
    connections += 1;
  });
  return listening(server, () => connections);
}

async function listening(server: Server, connections: () => number): Promise<Backend> {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    open,
    connections,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}

/** A prober, what it reported, and a way to wait for the next of it. */
export interface Watcher extends AsyncDisposable {
  readonly prober: Prober;
  readonly facts: Fact[];
  readonly warnings: string[];
  /** Resolves with the `nth` fact, counted from 1. */
  fact(nth: number): Promise<Fact>;
}

export function watcher(options: Partial<ProberOptions> & { readonly clock?: Clock } = {}): Watcher {
  const facts: Fact[] = [];
  const warnings: string[] = [];
  let arrived = Promise.withResolvers<void>();
  const log: Log = {
    debug() {},
    info() {},
    warn: (_fields, message) => warnings.push(message),
    error: (_fields, message) => warnings.push(message),
  };
  const prober = startProber({
    clock: systemClock,
    random: () => 0.5,
    log,
    ...options,
    report: (fact) => {
      facts.push(fact);
      arrived.resolve();
      arrived = Promise.withResolvers();
    },
  });
  return {
    prober,
    facts,
    warnings,
    async fact(nth) {
      for (;;) {
        const fact = facts[nth - 1];
        if (fact !== undefined) return fact;
        await arrived.promise;
      }
    },
    [Symbol.asyncDispose]: () => prober.close(),
  };
}

/** What a test would change of a target. */
export interface TargetParts {
  readonly id?: string;
  readonly scheme?: "http" | "https";
  readonly host?: string;
  readonly path?: string;
  readonly intervalMs?: number;
  readonly timeoutMs?: number;
  readonly credential?: Secret | undefined;
  readonly provider?: Provider;
  readonly trustedCa?: string;
  readonly tls?: Partial<BackendTls>;
  readonly http2?: boolean;
}

export function targetAt(port: number, parts: TargetParts = {}): ProbeTarget {
  return {
    endpoint: (parts.id ?? "a-1") as EndpointId,
    url: { scheme: parts.scheme ?? "http", host: parts.host ?? "127.0.0.1", port, path: parts.path ?? "/v1" },
    check: {
      path: "/health",
      intervalMs: parts.intervalMs ?? 60_000,
      timeoutMs: parts.timeoutMs ?? 5_000,
      unhealthyThreshold: 3,
      healthyThreshold: 2,
      degradedLatencyMs: 2_000,
    },
    provider: parts.provider ?? providerWith(parts.credential),
    trustedCa: parts.trustedCa ?? "",
    tls: { ...usualTls, ...parts.tls },
    http2: parts.http2 ?? false,
  };
}

/** Waits for something that the other side of a socket will notice soon; the test's time limit ends it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
