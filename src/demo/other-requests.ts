import { err, ok, type Result } from "../base/result.ts";
import { type ChatRequest, parseObject } from "./chat-request.ts";

export interface EmbeddingsRequest {
  readonly model: string;
  readonly inputs: readonly string[];
  /** Numbers as base64 of little-endian floats, as OpenAI's clients ask for, or as a list. */
  readonly base64: boolean;
}

/** The request of `/completions` (its text is `prompt`) or `/responses` (`input`), as if it were a chat's. */
export function parseTextRequest(text: string, key: "prompt" | "input"): Result<ChatRequest, string> {
  const body = parseObject(text);
  if (body === undefined) return err("We could not parse the JSON body of your request.");
  const { model } = body;
  if (typeof model !== "string" || model === "") return err("you must provide a model parameter");
  const prompt = body[key];
  if (typeof prompt !== "string") return err(`'${key}' is a required property, a text in this demo`);
  return ok({
    model,
    stream: body.stream === true,
    includeUsage: false,
    prompt,
    lastMessage: prompt,
    tool: undefined,
  });
}

export function parseEmbeddingsRequest(text: string): Result<EmbeddingsRequest, string> {
  const body = parseObject(text);
  if (body === undefined) return err("We could not parse the JSON body of your request.");
  const { model, input } = body;
  if (typeof model !== "string" || model === "") return err("you must provide a model parameter");
  const inputs = Array.isArray(input) ? input : [input];
  if (inputs.length === 0 || !inputs.every((one) => typeof one === "string"))
    return err("'input' is a required property, a text or a list of texts");
  return ok({ model, inputs, base64: body.encoding_format === "base64" });
}
