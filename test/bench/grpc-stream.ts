import { type ClientHttp2Session, type ClientHttp2Stream, connect } from "node:http2";
import { Deframer } from "../../src/grpc/frames.ts";

/** One call on a connection of its own, as a client that costs little and always reads. */
export class GrpcStream {
  readonly #session: ClientHttp2Session;
  readonly #call: ClientHttp2Stream;

  constructor(port: number, path: string, onMessage: (message: Buffer) => void) {
    this.#session = connect(`http://127.0.0.1:${port}`, {
      settings: { initialWindowSize: 4 * 1024 * 1024 },
    });
    this.#session.on("connect", () => this.#session.setLocalWindowSize(4 * 1024 * 1024));
    this.#call = this.#session.request(
      { ":method": "POST", ":path": path, "content-type": "application/grpc", te: "trailers" },
      { endStream: false },
    );
    const deframer = new Deframer(Number.POSITIVE_INFINITY);
    this.#call.on("data", (chunk: Buffer) => deframer.take(chunk, onMessage));
    const fail = (error: Error) => {
      throw new Error(`a stream of the load client broke: ${error.message}`);
    };
    this.#session.on("error", fail);
    this.#call.on("error", fail);
  }

  /** Sends what `frame` made of a message. */
  write(framed: Buffer): void {
    this.#call.write(framed);
  }

  close(): void {
    for (const one of [this.#session, this.#call]) one.removeAllListeners("error").on("error", () => {});
    this.#session.destroy();
  }
}
