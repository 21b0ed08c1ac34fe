import type { Result } from "../base/result.ts";
import { type Answering, completion, completionChunks } from "./chat-answer.ts";
import { type ChatRequest, parseChatRequest } from "./chat-request.ts";
import { responseEvents, responseObject, textCompletion, textCompletionChunks } from "./other-answers.ts";
import { parseTextRequest } from "./other-requests.ts";

/** How one operation asks for a text and is answered. */
export interface Dialect {
  readonly idPrefix: string;
  parse(body: string): Result<ChatRequest, string>;
  whole(request: ChatRequest, answering: Answering): object;
  pieces(request: ChatRequest, answering: Answering, chunks: number | undefined): Iterable<object>;
}

export const chatDialect: Dialect = {
  idPrefix: "chatcmpl",
  parse: parseChatRequest,
  whole: completion,
  pieces: completionChunks,
};

/** By operation. */
export const dialects: Readonly<Record<string, Dialect>> = {
  "/chat/completions": chatDialect,
  "/completions": {
    idPrefix: "cmpl",
    parse: (body) => parseTextRequest(body, "prompt"),
    whole: textCompletion,
    pieces: textCompletionChunks,
  },
  "/responses": {
    idPrefix: "resp",
    parse: (body) => parseTextRequest(body, "input"),
    whole: responseObject,
    pieces: responseEvents,
  },
};

/** Operations that are called with a body. */
export const posted: ReadonlySet<string> = new Set([...Object.keys(dialects), "/embeddings"]);
