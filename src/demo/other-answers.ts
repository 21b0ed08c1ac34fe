import { type Answering, answerText, countTokens, usageOf, wordsOf } from "./chat-answer.ts";
import type { ChatRequest } from "./chat-request.ts";
import type { EmbeddingsRequest } from "./other-requests.ts";

/** The body of an answer of `/completions`. */
export function textCompletion(request: ChatRequest, answering: Answering): object {
  const text = answerText(request, answering.backend);
  return { ...textChunk(request, answering, text, "stop"), usage: usageOf(request, countTokens(text)) };
}

export function textCompletionChunks(
  request: ChatRequest,
  answering: Answering,
  chunks: number | undefined,
): readonly object[] {
  const words = wordsOf(request, answering.backend, chunks);
  return [
    ...words.map((word) => textChunk(request, answering, word, null)),
    textChunk(request, answering, "", "stop"),
  ];
}

function textChunk(request: ChatRequest, answering: Answering, text: string, finishReason: string | null) {
  return {
    id: answering.id,
    object: "text_completion",
    created: answering.createdSeconds,
    model: request.model,
    choices: [{ index: 0, text, logprobs: null, finish_reason: finishReason }],
  };
}

/** The body of an answer of `/responses`. */
export function responseObject(request: ChatRequest, answering: Answering): object {
  const text = answerText(request, answering.backend);
  const tokens = { input: countTokens(request.prompt), output: countTokens(text) };
  return {
    ...responseHead(request, answering, "completed"),
    output: [
      {
        id: `msg-${answering.id}`,
        type: "message",
        status: "completed",
        role: "assistant",
        content: [{ type: "output_text", text, annotations: [] }],
      },
    ],
    usage: {
      input_tokens: tokens.input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: tokens.output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: tokens.input + tokens.output,
    },
  };
}

/** The events of a streamed answer of `/responses`; each has a `type`, which is the event's name. */
export function responseEvents(
  request: ChatRequest,
  answering: Answering,
  chunks: number | undefined,
): readonly object[] {
  const place = { item_id: `msg-${answering.id}`, output_index: 0, content_index: 0 };
  const created = { ...responseHead(request, answering, "in_progress"), output: [] };
  return [
    { type: "response.created", response: created },
    ...wordsOf(request, answering.backend, chunks).map((delta) => ({
      type: "response.output_text.delta",
      ...place,
      delta,
    })),
    { type: "response.completed", response: responseObject(request, answering) },
  ].map((event, index) => ({ ...event, sequence_number: index }));
}

function responseHead(request: ChatRequest, answering: Answering, status: string): object {
  return {
    id: answering.id,
    object: "response",
    created_at: answering.createdSeconds,
    status,
    model: request.model,
  };
}

/** Three numbers for each text, from its length: enough to see that the right text has the right ones. */
export function embeddings(request: EmbeddingsRequest): object {
  const tokens = request.inputs.reduce((sum, text) => sum + countTokens(text), 0);
  return {
    object: "list",
    model: request.model,
    data: request.inputs.map((text, index) => {
      const vector = [text.length, 0.5, -1];
      const embedding = request.base64
        ? Buffer.from(new Float32Array(vector).buffer).toString("base64")
        : vector;
      return { object: "embedding", index, embedding };
    }),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}
