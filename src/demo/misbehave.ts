import type { ServerResponse } from "node:http";
import { unreachable } from "../base/invariant.ts";
import type { DemoMode } from "./demo-mode.ts";
import { sendError } from "./send.ts";

/**
 * Gives the wrong answer that the mode asks for. False when the mode wants a right one, which is
 * then the caller's to give (`cut` ends it in the middle).
 */
export function misbehave(name: DemoMode["name"], response: ServerResponse): boolean {
  switch (name) {
    case "ok":
    case "slow":
    case "cut":
      return false;
    case "error":
      sendError(response, 500, "server_error", "the demo backend was told to fail");
      return true;
    case "unavailable":
      sendError(response, 503, "server_error", "the demo backend was told to be unavailable");
      return true;
    case "throttled":
      response.setHeader("retry-after", "2");
      sendError(response, 429, "rate_limit_exceeded", "the demo backend was told to throttle");
      return true;
    case "redirect":
      // To an answer with status 200: who follows is taken in.
      response.writeHead(302, { location: "/_demo/mode" }).end();
      return true;
    case "garbage":
      // Bytes of something that is not HTTP, as from a port that another program has taken over.
      response.socket?.end("\u0000\u0001SSH-2.0-not-http\r\n\r\n");
      return true;
    case "reset":
      response.socket?.resetAndDestroy();
      return true;
    case "hang":
      return true;
    case "endless":
      endless(response);
      return true;
    default:
      return unreachable(name);
  }
}

/** A body without an end, as fast as the reader takes it. */
function endless(response: ServerResponse): void {
  const block = Buffer.alloc(16_384, " ");
  response.writeHead(200, { "content-type": "application/json" });
  const fill = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on("drain", fill);
  fill();
}
