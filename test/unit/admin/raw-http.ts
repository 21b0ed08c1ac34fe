import { connect } from "node:net";

/** What `fetch` would never send: bytes as they are. Resolves with everything that came back. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (text) => {
      received += text;
    });
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

/** One request with exactly these header lines, on a connection of its own. */
export function request(port: number, line: string, headers: readonly string[], body = ""): Promise<string> {
  const length = body === "" ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  return sendRaw(
    port,
    [`${line} HTTP/1.1`, ...headers, ...length, "connection: close", "", body].join("\r\n"),
  );
}

export function statusIn(response: string): number {
  return Number(response.split(" ", 2)[1]);
}

export function bodyIn(response: string): unknown {
  return JSON.parse(response.slice(response.indexOf("\r\n\r\n") + 4));
}
