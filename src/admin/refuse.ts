import type { Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../base/log.ts";
import { documentOf, problemMediaType, Refusal, statusOf } from "./problem-document.ts";
import { refusalOf } from "./refusal-of.ts";

/** Ends a request with a problem document; logs what the client is not told. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const refusal = refusalOf(error);
  const at = { requestId: request.id, method: request.method, path: pathOf(request.url) };
  if (refusal.code === "internal-error") log.error({ ...at, err: error }, "the admin API failed to answer");
  else log.debug({ ...at, code: refusal.code }, "the admin API refused a request");
  if (refusal.code === "unauthorized") reply.header("www-authenticate", 'Bearer realm="fairlead"');
  return reply
    .code(statusOf(refusal.code))
    .header("x-request-id", request.id)
    .header("cache-control", "no-store")
    .type(problemMediaType)
    .send(documentOf(refusal, request.id));
}

/** For bytes that never became a request: what arrived is not HTTP, is too large, or did not end in time. */
export function refuseConnection(error: { readonly code?: string }, socket: Socket, requestId: string): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = brokenRequest(error.code);
  const body = JSON.stringify(documentOf(refusal, requestId));
  socket.end(
    [
      `HTTP/1.1 ${statusOf(refusal.code)} ${refusal.code}`,
      `content-type: ${problemMediaType}`,
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
    () => socket.destroy(),
  );
}

function brokenRequest(code: string | undefined): Refusal {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new Refusal("headers-too-large", "all header fields together are limited to 16 KiB");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new Refusal("request-timeout", "the request did not arrive completely in time");
    default:
      return new Refusal("malformed-request", "what arrived is not an HTTP/1.1 request");
  }
}

/** Without the query: nobody is asked to put a secret there, and somebody will. */
function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}
