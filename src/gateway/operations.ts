/** What clients may call with a body that names a model. */
export interface Operation {
  readonly path: string;
  /** Appended to an endpoint's URL. */
  readonly operation: string;
  /** Whether the body's `stream` makes the answer a stream of events. */
  readonly streams: boolean;
}

export const operations: readonly Operation[] = [
  { path: "/v1/chat/completions", operation: "/chat/completions", streams: true },
  { path: "/v1/completions", operation: "/completions", streams: true },
  { path: "/v1/responses", operation: "/responses", streams: true },
  { path: "/v1/embeddings", operation: "/embeddings", streams: false },
];

/** The first of the operations with `"stream": true` added to its body. */
export const chatStream: Operation = {
  path: "/v1/chat/completions/stream",
  operation: "/chat/completions",
  streams: true,
};
