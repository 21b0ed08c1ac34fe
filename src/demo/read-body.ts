import type { IncomingMessage } from "node:http";
import { finished } from "node:stream/promises";

/** Larger bodies are read to their end and forgotten. */
const keptBytes = 64 * 1_048_576;

export interface Body {
  /** undefined when it is longer than the backend keeps. */
  readonly text: string | undefined;
  readonly bytes: number;
}

/** Reads a request's whole body. Rejects when the client leaves first. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= keptBytes) chunks.push(chunk);
    else chunks.length = 0;
  });
  await finished(request);
  return { text: bytes <= keptBytes ? Buffer.concat(chunks).toString("utf8") : undefined, bytes };
}
