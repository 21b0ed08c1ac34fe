import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type ChatRequest, parseObject } from "./chat-request.ts";
import { type DemoMode, parseModeChange } from "./demo-mode.ts";
import { chatDialect, type Dialect, dialects, posted } from "./dialects.ts";
import { misbehave } from "./misbehave.ts";
import { embeddings } from "./other-answers.ts";
import { parseEmbeddingsRequest } from "./other-requests.ts";
import { type Body, readBody } from "./read-body.ts";
import { fingerprint, RequestLog, visibleHeaders } from "./request-log.ts";
import { sendError, sendJson } from "./send.ts";
import { stream } from "./stream.ts";

export interface DemoBackendOptions {
  /** Told in every answer: header `x-demo-backend`, `system_fingerprint`, and the text. */
  readonly name: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string | undefined;
  /** Waited before every answer, checks too; 0. */
  readonly latencyMs?: number | undefined;
  /** Waited before every chunk of a stream; 20. */
  readonly chunkDelayMs?: number | undefined;
  /** Where the API starts; `/v1`. "" puts the operations at the root. */
  readonly pathPrefix?: string | undefined;
  /** Whether API requests without a bearer key get 401; false. Which key it is does not matter. */
  readonly requireBearer?: boolean | undefined;
}

/** Where the API starts unless it is said. */
export const defaultPrefix = "/v1";

/** One request at a time, from its head to the end of its answer. */
export class Backend {
  readonly #options: DemoBackendOptions;
  readonly #prefix: string;
  readonly #log = new RequestLog();
  readonly #defaults: DemoMode;
  #modes: { readonly health: DemoMode; readonly api: DemoMode };
  /** Answers that end early because the mode says so, not because the client left. */
  readonly #cutByUs = new WeakSet<ServerResponse>();
  #answers = 0;

  constructor(options: DemoBackendOptions) {
    this.#options = options;
    this.#prefix = options.pathPrefix ?? defaultPrefix;
    this.#defaults = {
      name: "ok",
      latencyMs: options.latencyMs ?? 0,
      chunkDelayMs: options.chunkDelayMs ?? 20,
      chunks: undefined,
    };
    this.#modes = { health: this.#defaults, api: this.#defaults };
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = new AbortController();
    response.once("close", () => {
      if (response.writableFinished) return;
      if (!this.#cutByUs.has(response)) this.#log.abort();
      left.abort();
    });
    response.on("error", () => left.abort());
    response.setHeader("x-demo-backend", this.#options.name);
    try {
      const body = await readBody(request);
      const { pathname } = new URL(request.url ?? "/", "http://demo");
      if (pathname.startsWith("/_demo/")) this.#control(request, pathname, body, response);
      else await this.#serve(request, pathname, body, response, left.signal);
    } catch (error) {
      // The client left, which is counted already; anything else is a bug and must be seen.
      if (!left.signal.aborted && !request.destroyed) sendError(response, 500, "bug", String(error));
    }
  }

  async #serve(
    request: IncomingMessage,
    path: string,
    body: Body,
    response: ServerResponse,
    left: AbortSignal,
  ): Promise<void> {
    const kind = path === `${this.#prefix}/health` ? "health" : "api";
    this.#log.add(kind, {
      atMs: Date.now(),
      method: request.method ?? "",
      path: request.url ?? "",
      host: request.headers.host ?? "",
      headers: visibleHeaders(request.headers),
      authorization: fingerprint(request.headers.authorization),
      bodyBytes: body.bytes,
      model: modelIn(body),
    });
    const mode = this.#modes[kind];
    if (mode.latencyMs > 0) await wait(mode.latencyMs, undefined, { signal: left });
    if (rude.has(mode.name)) this.#cutByUs.add(response);
    if (misbehave(mode.name, response)) return;
    if (kind === "health") sendJson(response, 200, { status: "ok", backend: this.#options.name });
    else await this.#api(request, path, body, response, mode, left);
  }

  async #api(
    request: IncomingMessage,
    path: string,
    body: Body,
    response: ServerResponse,
    mode: DemoMode,
    left: AbortSignal,
  ): Promise<void> {
    const operation = path.startsWith(`${this.#prefix}/`) ? path.slice(this.#prefix.length) : "";
    const bearer = fingerprint(request.headers.authorization)?.scheme.toLowerCase() === "bearer";
    if (this.#options.requireBearer === true && !bearer) {
      sendError(response, 401, "invalid_api_key", "You didn't provide an API key.");
    } else if (operation === "/models" && request.method === "GET") {
      sendJson(response, 200, this.#models());
    } else if (!posted.has(operation)) {
      sendError(response, 404, "unknown_url", `Unknown request URL: ${request.method} ${path}`);
    } else if (request.method !== "POST") {
      sendError(response, 405, "method_not_allowed", `Not allowed to ${request.method} on ${path}`);
    } else if (body.text === undefined) {
      sendError(response, 413, "request_too_large", "the body is too large");
    } else {
      await this.#post(operation, body.text, response, mode, left);
    }
  }

  async #post(
    operation: string,
    body: string,
    response: ServerResponse,
    mode: DemoMode,
    left: AbortSignal,
  ): Promise<void> {
    if (operation === "/embeddings") {
      const asked = parseEmbeddingsRequest(body);
      if (asked.ok) sendJson(response, 200, embeddings(asked.value));
      else sendError(response, 400, "invalid_request", asked.error);
      return;
    }
    const spoken = dialects[operation] ?? chatDialect;
    const asked = spoken.parse(body);
    if (asked.ok) await this.#say(asked.value, spoken, response, mode, left);
    else sendError(response, 400, "invalid_request", asked.error);
  }

  async #say(
    chat: ChatRequest,
    { idPrefix, whole, pieces }: Dialect,
    response: ServerResponse,
    mode: DemoMode,
    left: AbortSignal,
  ): Promise<void> {
    this.#answers += 1;
    const answering = {
      backend: this.#options.name,
      id: `${idPrefix}-${this.#options.name}-${this.#answers}`,
      createdSeconds: Math.floor(Date.now() / 1_000),
    };
    if (chat.stream) {
      const chunks = [...pieces(chat, answering, mode.chunks)];
      await stream(mode.name === "cut" ? chunks.slice(0, chunks.length / 2) : chunks, response, mode, left);
    } else if (mode.name === "cut") {
      const text = JSON.stringify(whole(chat, answering));
      response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    } else {
      sendJson(response, 200, whole(chat, answering));
    }
  }

  #models(): object {
    const { name } = this.#options;
    return { object: "list", data: [{ id: name, object: "model", created: 0, owned_by: "demo" }] };
  }

  /** The side door: what arrived, and how to behave from now on. */
  #control(request: IncomingMessage, path: string, body: Body, response: ServerResponse): void {
    const asked = `${request.method} ${path}`;
    if (asked === "GET /_demo/requests") sendJson(response, 200, this.#log.report());
    else if (asked === "DELETE /_demo/requests") {
      this.#log.clear();
      response.writeHead(204).end();
    } else if (asked === "GET /_demo/mode") sendJson(response, 200, this.#modes);
    else if (asked === "POST /_demo/mode") this.#change(body, response);
    else sendError(response, 404, "unknown_url", "there are /_demo/mode and /_demo/requests");
  }

  #change(body: Body, response: ServerResponse): void {
    const change = parseModeChange(parseObject(body.text ?? ""), this.#defaults);
    if (!change.ok) {
      sendError(response, 400, "invalid_mode", change.error);
      return;
    }
    const { mode, scope } = change.value;
    this.#modes = {
      health: scope === "api" ? this.#modes.health : mode,
      api: scope === "health" ? this.#modes.api : mode,
    };
    sendJson(response, 200, this.#modes);
  }
}

const rude: ReadonlySet<DemoMode["name"]> = new Set(["reset", "garbage", "cut"]);

function modelIn(body: Body): string | undefined {
  const model = parseObject(body.text ?? "")?.model;
  return typeof model === "string" ? model : undefined;
}
