import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** One request exactly as it arrived. */
export interface Recorded {
  readonly url: string;
  /** By name in lower case; a header that came twice has both values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/** A backend within the test's own process, which keeps all that it gets but health checks. */
export interface Recorder extends AsyncDisposable {
  readonly port: number;
  readonly seen: Recorded[];
  readonly checks: Recorded[];
  /** Called when a request is given up before its answer is complete. */
  onGone: () => void;
  /** How it answers from now on. */
  answer: (response: ServerResponse, request: IncomingMessage) => void;
}

export async function startRecorder(answer: Recorder["answer"]): Promise<Recorder> {
  const seen: Recorded[] = [];
  const checks: Recorded[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      const { url = "" } = request;
      const headers = request.headersDistinct as Recorded["headers"];
      const isCheck = /\/health(\?|$)/.test(url);
      (isCheck ? checks : seen).push({ url, headers, body });
      response.once("close", () => response.writableFinished || recorder.onGone());
      if (isCheck) response.end("{}");
      else recorder.answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const recorder: Recorder = {
    port: portOf(server),
    seen,
    checks,
    answer,
    onGone: () => {},
    [Symbol.asyncDispose]: () => end(server),
  };
  return recorder;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function end(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
