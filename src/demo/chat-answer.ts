import type { ChatRequest } from "./chat-request.ts";

/** What every part of one answer carries: which backend gave it, and when. */
export interface Answering {
  readonly backend: string;
  readonly id: string;
  /** Seconds since the epoch, as OpenAI's `created`. */
  readonly createdSeconds: number;
}

/** The answer: it names the backend first, so that a person sees the balancing at work. */
export function answerText(request: ChatRequest, backend: string): string {
  const said = shortened(request.lastMessage.replace(/\s+/g, " ").trim());
  return `[${backend}] Hello! You said: "${said}"`;
}

/** The body of an answer that is not streamed. */
export function completion(request: ChatRequest, answering: Answering): object {
  const content = answerText(request, answering.backend);
  const calls = toolCalls(request);
  const message =
    calls === undefined
      ? { role: "assistant", content }
      : { role: "assistant", content: null, tool_calls: calls };
  const finishReason = calls === undefined ? "stop" : "tool_calls";
  return {
    ...head(request, answering),
    object: "chat.completion",
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason }],
    usage: usageOf(request, countTokens(content)),
  };
}

/** A client that offers a function has it called, with what it said last. */
function toolCalls({ tool, lastMessage }: ChatRequest): readonly object[] | undefined {
  if (tool === undefined) return undefined;
  const call = { name: tool, arguments: JSON.stringify({ said: lastMessage }) };
  return [{ id: "call_demo_1", type: "function", function: call }];
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
  const calls = toolCalls(request);
  const words = calls === undefined ? wordsOf(request, answering.backend, chunks) : [];
  const chunk = (delta: object, finishReason: string | null) => ({
    ...head(request, answering),
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    ...(request.includeUsage ? { usage: null } : {}),
  });
  yield chunk({ role: "assistant", content: "" }, null);
  for (const content of words) yield chunk({ content }, null);
  if (calls !== undefined)
    yield chunk({ tool_calls: calls.map((call, index) => ({ index, ...call })) }, null);
  yield chunk({}, calls === undefined ? "stop" : "tool_calls");
  if (!request.includeUsage) return;
  const usage = usageOf(request, words.length);
  yield { ...head(request, answering), object: "chat.completion.chunk", choices: [], usage };
}

/** The answer in pieces: its words, or that many others. */
export function wordsOf(
  request: ChatRequest,
  backend: string,
  chunks: number | undefined,
): readonly string[] {
  return chunks === undefined
    ? answerText(request, backend).split(/(?<= )/)
    : Array.from({ length: chunks }, (_, index) => `${index} `);
}

function head(request: ChatRequest, { backend, id, createdSeconds }: Answering): object {
  return { id, created: createdSeconds, model: request.model, system_fingerprint: `demo-${backend}` };
}

export function usageOf(request: ChatRequest, completionTokens: number): object {
  const promptTokens = countTokens(request.prompt);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

/** A word is a token: wrong in detail, and easy to check by eye. */
export function countTokens(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

const longestEcho = 200;

function shortened(text: string): string {
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text;
}
