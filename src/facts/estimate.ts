import type { RequestFinished } from "./fact.ts";
import type { RecentMean } from "./recent-mean.ts";
import type { TokenUsage } from "./token-usage.ts";

/** An English word of four letters is a token. */
const usualPromptBytes = 4;

/** A chunk with one token, as OpenAI writes it. */
const usualChunkBytes = 250;

/**
 * Tokens of an answer without a usage: a stream that was cut, or one whose backend tells nothing. What went
 * over the wire is divided by what a token of this model took where the backend told. Undefined for what
 * cannot be estimated or cost nothing: answers that are errors, or that were never begun.
 */
export function estimateOf(
  { status, streamed, requestBytes, responseBytes }: RequestFinished,
  model: { readonly bytesPerPromptToken: RecentMean; readonly bytesPerStreamedToken: RecentMean },
): TokenUsage | undefined {
  if (!streamed || status !== 200) return undefined;
  const share = (bytes: number, learnt: RecentMean, usual: number) =>
    Math.round(bytes / (learnt.count > 0 && learnt.mean > 0 ? learnt.mean : usual));
  return {
    prompt: share(requestBytes, model.bytesPerPromptToken, usualPromptBytes),
    completion: share(responseBytes, model.bytesPerStreamedToken, usualChunkBytes),
    cached: 0,
    reasoning: 0,
  };
}
