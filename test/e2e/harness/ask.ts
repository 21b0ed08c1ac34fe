import { type Agent, request } from "node:http";

export interface Question {
  readonly path?: string;
  readonly method?: string;
  readonly body?: string;
  /** One that keeps connections; without it each question has a connection of its own. */
  readonly agent?: Agent;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The client's own; tells the connection. */
  readonly port: number;
}

const chat = JSON.stringify({ model: "gpt", messages: [{ role: "user", content: "hello" }] });

/** Asks a gateway by hand, with a key or without: a chat with the model `gpt`, unless said otherwise. */
export function ask(gateway: string, token: string | undefined, question: Question = {}): Promise<Answer> {
  const { path = "/v1/chat/completions", method = "POST", agent } = question;
  const { body = method === "POST" ? chat : undefined } = question;
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const options = { method, headers, agent: agent ?? false };
    const sent = request(`${gateway}${path}`, options, (response) => {
      let text = "";
      const port = response.socket.localPort ?? 0;
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text, port }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
