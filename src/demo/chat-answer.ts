import type { ChatRequest } from "./chat-request.ts";

/** What every part of one answer carries: which backend gave it, and when. */
export interface Answering {
  readonly backend: string;
  readonly id: string;
  /** Seconds since the epoch, as OpenAI's `created`. */
  readonly createdSeconds: number;
}

/** The answer: it names the backend first, so that a person sees the balancing at work. */
function answerText(request: ChatRequest, backend: string): string {
  const said = shortened(request.lastMessage.replace(/\s+/g, " ").trim());
  return `[${backend}] Hello! You said: "${said}"`;
}

/** The body of an answer that is not streamed. */
export function completion(request: ChatRequest, answering: Answering): object {
  const content = answerText(request, answering.backend);
  return {
    ...head(request, answering),
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content }, logprobs: null, finish_reason: "stop" }],
    usage: usageOf(request, countTokens(content)),
  };
}

/**
 * The objects of a stream, in order: the role, the text word by word, the end, and the usage if it
 * was asked for. With `chunks` the text is that many words instead, however long the answer is.
 */
export function* completionChunks(
  request: ChatRequest,
  answering: Answering,
  chunks: number | undefined,
): Generator<object> {
  const words =
    chunks === undefined
      ? answerText(request, answering.backend).split(/(?<= )/)
      : Array.from({ length: chunks }, (_, index) => `${index} `);
  const chunk = (delta: object, finishReason: string | null) => ({
    ...head(request, answering),
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    ...(request.includeUsage ? { usage: null } : {}),
  });
  yield chunk({ role: "assistant", content: "" }, null);
  for (const content of words) yield chunk({ content }, null);
  yield chunk({}, "stop");
  if (!request.includeUsage) return;
  const usage = usageOf(request, words.length);
  yield { ...head(request, answering), object: "chat.completion.chunk", choices: [], usage };
}

function head(request: ChatRequest, { backend, id, createdSeconds }: Answering): object {
  return { id, created: createdSeconds, model: request.model, system_fingerprint: `demo-${backend}` };
}

function usageOf(request: ChatRequest, completionTokens: number): object {
  const promptTokens = countTokens(request.prompt);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

/** A word is a token: wrong in detail, and easy to check by eye. */
function countTokens(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

const longestEcho = 200;

function shortened(text: string): string {
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text;
}
