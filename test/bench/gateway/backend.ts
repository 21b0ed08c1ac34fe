import { createServer, type Server, type ServerResponse } from "node:http";

const json = JSON.stringify({
  id: "x",
  object: "chat.completion",
  choices: [{ index: 0, message: { role: "assistant", content: "hello" }, finish_reason: "stop" }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
const chunkBody = { object: "chat.completion.chunk", choices: [{ index: 0, delta: { content: "x" } }] };
const chunk = `data: ${JSON.stringify(chunkBody)}\n\n`;

/** As little work as possible: the answers are made once. A stream has as many chunks as `max_tokens` says. */
export function startBackend(port: number): Server {
  return createServer((request, response) => {
    let chunks: number | undefined;
    request.on("data", (data: Buffer) => {
      // The bodies of this benchmark have it in front, within the first piece.
      chunks ??= data.includes('"stream":true')
        ? Number(/"max_tokens":(\d+)/.exec(data.toString("latin1", 0, 200))?.[1])
        : 0;
    });
    request.on("end", () => {
      const streams = chunks !== undefined && chunks > 0;
      response.setHeader("content-type", streams ? "text/event-stream" : "application/json");
      if (streams) stream(response, chunks ?? 0);
      else response.end(json);
    });
  }).listen(port, "127.0.0.1");
}

/** One chunk for each turn of the event loop, so that each is a packet of its own, as tokens are. */
function stream(response: ServerResponse, left: number): void {
  if (left === 0) {
    response.end("data: [DONE]\n\n");
    return;
  }
  response.write(chunk);
  setImmediate(() => stream(response, left - 1));
}
