import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import { Deframer, frame } from "./frames.ts";
import { type GrpcCall, type GrpcConnection, grpcStatus } from "./grpc-call.ts";

/** How long a client that reads nothing may keep an ended call open. */
const lingerMs = 1_000;

const nothing = (): void => {};

/** A call over one HTTP/2 stream (grpc/doc/PROTOCOL-HTTP2.md). */
export class ServerCall implements GrpcCall {
  readonly connection: GrpcConnection;
  readonly #stream: ServerHttp2Stream;
  #status: { readonly code: number; readonly details: string } | undefined;
  onMessage: (message: Buffer) => void = nothing;
  onHalfClose: () => void = nothing;
  onClosed: () => void = nothing;
  onDrain: () => void = nothing;

  constructor(stream: ServerHttp2Stream, connection: GrpcConnection, longestMessage: number) {
    this.connection = connection;
    this.#stream = stream;
    const deframer = new Deframer(longestMessage);
    stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => this.#sendStatus());
    stream.on("data", (chunk: Buffer) => {
      if (this.#status !== undefined) return;
      const error = deframer.take(chunk, (message) => {
        if (this.#status === undefined) this.onMessage(message);
      });
      if (error?.kind === "compressed") this.end(grpcStatus.unimplemented, "compression is not supported");
      if (error?.kind === "too-long")
        this.end(
          grpcStatus.resourceExhausted,
          `a message of ${error.bytes} bytes; ${longestMessage} are allowed`,
        );
    });
    stream.on("end", () => this.onHalfClose());
    stream.on("drain", () => this.onDrain());
    // What broke is told by "close", which always follows.
    stream.on("error", nothing);
    stream.on("close", () => this.onClosed());
  }

  get peer(): string {
    return this.connection.peer;
  }

  write(message: Uint8Array): boolean {
    return this.writeFrame(frame(message));
  }

  writeFrame(framed: Buffer): boolean {
    if (this.#status !== undefined || this.#stream.destroyed) return false;
    return this.#stream.write(framed);
  }

  end(code: number, details = ""): void {
    if (this.#status !== undefined || this.#stream.destroyed) return;
    this.#status = { code, details };
    this.#stream.end();
    // Taken back when the stream closes: a second of ended calls is much where streams come and go.
    const timer = setTimeout(() => this.#close(), lingerMs).unref();
    this.#stream.once("close", () => clearTimeout(timer));
  }

  #sendStatus(): void {
    const { code, details } = this.#status ?? { code: grpcStatus.ok, details: "" };
    this.#stream.sendTrailers(statusHeaders(code, details));
    // A client need not end its half any more (RFC 9113 §8.1); without this it would keep the stream.
    setImmediate(() => this.#close());
  }

  #close(): void {
    if (!this.#stream.closed) this.#stream.close(constants.NGHTTP2_NO_ERROR);
  }
}

/** Ends a stream that never became a call, in one frame of headers ("Trailers-Only"). */
export function refuse(stream: ServerHttp2Stream, code: number, details: string): void {
  stream.on("error", nothing);
  stream.respond(
    { ":status": 200, "content-type": "application/grpc", ...statusHeaders(code, details) },
    { endStream: true },
  );
  stream.close(constants.NGHTTP2_NO_ERROR);
}

/** Whether this is a gRPC request at all; undefined when it is, otherwise the HTTP status to answer with. */
export function notGrpc(headers: IncomingHttpHeaders): number | undefined {
  if (headers[":method"] !== "POST") return 405;
  return headers["content-type"]?.startsWith("application/grpc") === true ? undefined : 415;
}

function statusHeaders(code: number, details: string): Record<string, string> {
  return { "grpc-status": `${code}`, ...(details === "" ? {} : { "grpc-message": percentEncoded(details) }) };
}

/** Printable ASCII without `%` stands for itself ("Percent-Encoded" of PROTOCOL-HTTP2.md). */
function percentEncoded(details: string): string {
  const encoded = Array.from(Buffer.from(details, "utf8"), (byte) =>
    byte >= 0x20 && byte <= 0x7e && byte !== 0x25
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return encoded.join("");
}
