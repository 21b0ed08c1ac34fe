import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { DemoMode } from "./demo-mode.ts";

/** Server-sent events, at the mode's pace. A stream that is cut ends without its last chunk and without a goodbye. */
export async function stream(
  chunks: readonly object[],
  response: ServerResponse,
  mode: DemoMode,
  left: AbortSignal,
): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  for (const chunk of chunks) {
    if (mode.chunkDelayMs > 0) await wait(mode.chunkDelayMs, undefined, { signal: left });
    response.write(`${eventLine(chunk)}data: ${JSON.stringify(chunk)}\n\n`);
  }
  if (mode.name === "cut") response.write("data: {", () => response.destroy());
  else response.end(chunks.some(isNamed) ? undefined : "data: [DONE]\n\n");
}

/** Streams of `/responses` name their events, and end with one instead of `[DONE]`. */
function eventLine(chunk: object): string {
  return isNamed(chunk) ? `event: ${chunk.type}\n` : "";
}

function isNamed(chunk: object): chunk is { readonly type: string } {
  return "type" in chunk;
}
