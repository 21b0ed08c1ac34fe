import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { type AddressInfo, createServer as createListener, type Server, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { Clock } from "../base/clock.ts";
import { formatAddress, type ListenAddress } from "../base/listen-address.ts";
import type { Log } from "../base/log.ts";
import { type Admission, AdmissionBucket } from "./admission.ts";
import { Arrivals, peerOf } from "./arrivals.ts";
import { type GrpcCall, type GrpcConnection, grpcStatus } from "./grpc-call.ts";
import { notGrpc, refuse, ServerCall } from "./server-call.ts";
import { SessionLives, type SessionTimes } from "./session-lives.ts";
import { followTlsFiles, type TlsFiles } from "./tls-files.ts";

export interface GrpcServerOptions {
  readonly listen: ListenAddress;
  /** Handlers by path, as in `/package.Service/Method`; another path is answered with UNIMPLEMENTED. */
  readonly methods: ReadonlyMap<string, (call: GrpcCall) => void>;
  readonly log: Log;
  readonly clock: Clock;
  /** Files of our certificate; without them the port is plaintext. With `clientCa` clients need one too. */
  readonly tls?: TlsFiles | undefined;
  /** New streams a second; false lets everyone in. */
  readonly admission: Admission | false;
  readonly times: SessionTimes;
  /** Most bytes of one message from a client. */
  readonly longestMessage: number;
  /** Most calls on one connection at a time; more are refused by HTTP/2 itself. */
  readonly callsPerConnection: number;
  /** Says why a connection may not call at all; undefined when it may. */
  readonly refusal?: ((connection: GrpcConnection) => string | undefined) | undefined;
  readonly onRefused?: ((peer: string, reason: string) => void) | undefined;
}

export interface GrpcServer {
  readonly address: ListenAddress;
  /** Refuses what is new, ends every connection as soon as its calls have ended, at the latest after `drainMs`. */
  close(drainMs: number): Promise<void>;
}

/** Serves gRPC over HTTP/2. It knows nothing of what is said; frames that many calls share are never copied. */
export async function startGrpcServer(options: GrpcServerOptions): Promise<GrpcServer> {
  const { server, stopFollowing } = createHttp2(options);
  const listener = createListener();
  const door = new Door(listener, server, options);
  try {
    const port = await listen(listener, options.listen);
    return {
      address: { host: options.listen.host, port },
      close: async (drainMs) => {
        stopFollowing();
        await door.close(drainMs);
      },
    };
  } catch (error) {
    stopFollowing();
    door.stop();
    throw error;
  }
}

function createHttp2(options: GrpcServerOptions): {
  readonly server: Http2Server | Http2SecureServer;
  readonly stopFollowing: () => void;
} {
  const settings = {
    settings: { maxConcurrentStreams: options.callsPerConnection, initialWindowSize: 1024 * 1024 },
    maxSessionMemory: 64,
  };
  if (options.tls === undefined) return { server: createServer(settings), stopFollowing: () => {} };
  const followed = followTlsFiles(options.tls, {
    log: options.log,
    onChange: (material) => server.setSecureContext({ ...material, ca: material.ca }),
  });
  const server = createSecureServer({
    ...settings,
    ...followed.current,
    minVersion: "TLSv1.2",
    requestCert: followed.current.ca !== undefined,
    rejectUnauthorized: followed.current.ca !== undefined,
    allowHTTP1: false,
  });
  return { server, stopFollowing: () => followed.close() };
}

/** A fleet that comes back at once: where the queue is full the kernel drops a client, which tries again after a second. */
const backlog = 4_096;

function listen(server: Server, address: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: Error) =>
      reject(new Error(`cannot listen for xDS on ${formatAddress(address)}: ${error.message}`)),
    );
    server.listen({ port: address.port, host: address.host, backlog }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

/** Lets connections and calls in, and sees them out. */
class Door {
  readonly #listener: Server;
  readonly #arrivals: Arrivals;
  readonly #options: GrpcServerOptions;
  readonly #lives: SessionLives;
  readonly #bucket: AdmissionBucket | undefined;
  readonly #connections = new WeakMap<ServerHttp2Session, GrpcConnection>();
  /** A client that does not read keeps its socket half open after its session has ended. */
  readonly #sockets = new Set<Socket>();
  #closing = false;

  constructor(listener: Server, server: Http2Server | Http2SecureServer, options: GrpcServerOptions) {
    this.#listener = listener;
    this.#arrivals = new Arrivals((socket) => server.emit("connection", socket));
    this.#options = options;
    this.#lives = new SessionLives(options.times, options.clock);
    if (options.admission !== false) {
      this.#bucket = new AdmissionBucket(options.admission, options.clock.nowMs());
    }
    listener.on("connection", (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
      this.#arrivals.add(socket);
    });
    server.on("session", (session: ServerHttp2Session) => {
      // A peer that breaks HTTP/2 loses its connection, and nobody else anything.
      session.on("error", (error: Error) =>
        options.log.debug({ error: error.message }, "a connection broke"),
      );
      if (this.#closing) session.destroy();
      else this.#lives.began(session);
    });
    server.on("tlsClientError", (error: Error) =>
      options.onRefused?.("", `the TLS handshake failed: ${error.message}`),
    );
    server.on("stream", (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) =>
      this.#accept(stream, headers),
    );
  }

  #accept(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const status = notGrpc(headers);
    if (status !== undefined) {
      stream.on("error", () => {});
      stream.respond({ ":status": status }, { endStream: true });
      return;
    }
    const path = headers[":path"] ?? "";
    const handler = this.#options.methods.get(path);
    if (handler === undefined) {
      refuse(stream, grpcStatus.unimplemented, `no such method: ${path}`);
      return;
    }
    if (this.#closing) {
      refuse(stream, grpcStatus.unavailable, "shutting down");
      return;
    }
    const { session } = stream;
    if (session === undefined) return;
    const connection = this.#connection(session as ServerHttp2Session);
    this.#arrivals.called(connection.peer);
    const reason = this.#options.refusal?.(connection);
    if (reason !== undefined) {
      this.#options.onRefused?.(connection.peer, reason);
      refuse(stream, grpcStatus.permissionDenied, reason);
      return;
    }
    if (this.#bucket?.admits(this.#options.clock.nowMs()) === false) {
      this.#options.onRefused?.(connection.peer, "too many new streams");
      refuse(stream, grpcStatus.resourceExhausted, "too many new streams, come again");
      return;
    }
    handler(new ServerCall(stream, connection, this.#options.longestMessage));
  }

  #connection(session: ServerHttp2Session): GrpcConnection {
    const known = this.#connections.get(session);
    if (known !== undefined) return known;
    const socket = session.socket as Partial<TLSSocket>;
    const connection = {
      peer: peerOf(session.socket),
      certificate: session.encrypted === true ? socket.getPeerX509Certificate?.() : undefined,
    };
    this.#connections.set(session, connection);
    return connection;
  }

  stop(): void {
    this.#closing = true;
    this.#arrivals.stop();
    this.#lives.stop();
  }

  async close(drainMs: number): Promise<void> {
    this.stop();
    const closed = new Promise<void>((resolve) => this.#listener.close(() => resolve()));
    this.#lives.endAll();
    const cancel = this.#options.clock.schedule(drainMs, () => {
      for (const socket of this.#sockets) socket.destroy();
    });
    await closed;
    cancel();
  }
}
