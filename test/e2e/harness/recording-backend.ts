import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it arrived, byte for byte. */
export interface Recorded {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What happens to a request: a status, or no answer at all. */
export type Behaviour = number | "reset" | ((response: ServerResponse) => void);

/** A backend that keeps what it got; healthy while it listens. */
export class RecordingBackend {
  readonly #server: Server;
  readonly name: string;
  readonly requests: Recorded[] = [];
  behaviour: Behaviour = 200;
  /** What the checks are answered with. */
  health = 200;

  private constructor(name: string) {
    this.name = name;
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("error", () => response.destroy());
      request.on("end", () => {
        const path = request.url ?? "";
        if (path.endsWith("/health")) response.writeHead(this.health).end();
        else {
          this.requests.push({ path, headers: request.headers, body: Buffer.concat(chunks) });
          this.#answer(response);
        }
      });
    });
    this.#server.keepAliveTimeout = 0;
  }

  static async start(name: string): Promise<RecordingBackend> {
    const backend = new RecordingBackend(name);
    await new Promise<void>((resolve) => backend.#server.listen(0, "127.0.0.1", resolve));
    return backend;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The last request, which must be there. */
  get last(): Recorded {
    const last = this.requests.at(-1);
    if (last === undefined) throw new Error(`${this.name} has got no request`);
    return last;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(response: ServerResponse): void {
    if (typeof this.behaviour === "function") this.behaviour(response);
    else if (this.behaviour === "reset") response.socket?.resetAndDestroy();
    else {
      response.writeHead(this.behaviour, { "content-type": "application/json", "x-demo-backend": this.name });
      response.end(`{"from":"${this.name}"}`);
    }
  }
}
