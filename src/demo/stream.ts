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
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  }
  if (mode.name === "cut") response.write("data: {", () => response.destroy());
  else response.end("data: [DONE]\n\n");
}
