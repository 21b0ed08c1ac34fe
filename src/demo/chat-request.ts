import { err, ok, type Result } from "../base/result.ts";

/** The part of a chat completion request that the demo backend looks at. */
export interface ChatRequest {
  readonly model: string;
  readonly stream: boolean;
  /** `stream_options.include_usage`: a last chunk with the tokens. */
  readonly includeUsage: boolean;
  /** The text of all messages: what the prompt's tokens are counted from. */
  readonly prompt: string;
  /** The text of the last message, which the answer repeats. */
  readonly lastMessage: string;
  /** Name of the first function that the client offers; undefined without one, or once it was called. */
  readonly tool: string | undefined;
}

/** Reads a body as OpenAI's servers do, as far as a demo needs it. */
export function parseChatRequest(text: string): Result<ChatRequest, string> {
  const body = parseObject(text);
  if (body === undefined) return err("We could not parse the JSON body of your request.");
  const model = body.model;
  if (typeof model !== "string" || model === "") return err("you must provide a model parameter");
  const messages = body.messages;
  if (!Array.isArray(messages) || messages.length === 0) return err("'messages' is a required property");
  const texts = messages.map(textOf);
  return ok({
    model,
    stream: body.stream === true,
    includeUsage: asObject(body.stream_options)?.include_usage === true,
    prompt: texts.join(" "),
    lastMessage: texts.at(-1) ?? "",
    tool: asObject(messages.at(-1))?.role === "tool" ? undefined : firstTool(body.tools),
  });
}

/** The JSON object in a text; undefined for anything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A message's content is a text, or a list of parts of which some are texts. */
function textOf(message: unknown): string {
  const content = asObject(message)?.content;
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part) => String(asObject(part)?.text ?? "")).join(" ");
}

function firstTool(tools: unknown): string | undefined {
  const name = Array.isArray(tools) ? asObject(asObject(tools[0])?.function)?.name : undefined;
  return typeof name === "string" ? name : undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}
