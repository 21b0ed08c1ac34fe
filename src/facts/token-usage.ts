/** Tokens of one answer, or of many; whole numbers, not negative. */
export interface TokenUsage {
  /** All of the prompt, with what came from a cache. */
  readonly prompt: number;
  /** All that was written, with what was only thought. */
  readonly completion: number;
  /** Of the prompt, what the backend had in its cache. */
  readonly cached: number;
  /** Of the completion, what was thought and not said. */
  readonly reasoning: number;
}

export const noTokens: TokenUsage = { prompt: 0, completion: 0, cached: 0, reasoning: 0 };

export function sumOf(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    prompt: a.prompt + b.prompt,
    completion: a.completion + b.completion,
    cached: a.cached + b.cached,
    reasoning: a.reasoning + b.reasoning,
  };
}
