import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly body: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A backend whose every answer a test writes itself; its health checks are answered with 200. */
export class ScriptedBackend implements AsyncDisposable {
  readonly #server: Server;
  /** Bodies of the requests, in the order in which they came. */
  readonly bodies: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(answer: (asked: Asked) => void): Promise<ScriptedBackend> {
    const server = createServer();
    const backend = new ScriptedBackend(server);
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      let body = "";
      request.setEncoding("utf8");
      request.on("data", (part: string) => {
        body += part;
      });
      request.on("end", () => {
        if (request.url?.endsWith("/health") === true) return void response.end("{}");
        backend.bodies.push(body);
        answer({ body, request, response });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return backend;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** The events at once, and `[DONE]`. */
export function events(response: ServerResponse, objects: readonly object[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const one of objects) response.write(`data: ${JSON.stringify(one)}\n\n`);
  response.end("data: [DONE]\n\n");
}
