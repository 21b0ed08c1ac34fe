import type { TokenUsage } from "../facts/token-usage.ts";
import type { Any } from "../proto/any.ts";
import { unpack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";

type Reported = MessageTypes["envoy.data.ai.v3.TokenUsage"];

/** No answer has more; what says so is wrong, or lies. */
const mostTokens = 100_000_000;

/**
 * What Envoy read of an answer's usage. Its figures have one meaning, whoever the backend is: the input with
 * what came from a cache, the output with what was thought.
 *
 * @returns undefined when the backend told nothing; "implausible" when a figure is no number of tokens
 */
export function tokenUsage(any: Any | undefined): TokenUsage | "implausible" | undefined {
  const reported = any === undefined ? undefined : read(any);
  if (any === undefined || reported?.extractionStatus === "FAILED") return undefined;
  // PARTIAL: Envoy itself has left out a figure, as one below 0.
  if (reported?.extractionStatus !== "COMPLETE") return "implausible";
  const usage = {
    prompt: reported.inputTokens?.value ?? 0,
    completion: reported.outputTokens?.value ?? 0,
    cached: reported.inputTokenDetails?.cachedTokens?.value ?? 0,
    reasoning: reported.outputTokenDetails?.reasoningTokens?.value ?? 0,
  };
  return Object.values(usage).every(isPlausible) ? usage : "implausible";
}

function read(any: Any): Reported | undefined {
  try {
    const { name, message } = unpack(any);
    return name === "envoy.data.ai.v3.TokenUsage" ? (message as Reported) : undefined;
  } catch {
    return undefined;
  }
}

function isPlausible(figure: number): boolean {
  return Number.isInteger(figure) && figure >= 0 && figure <= mostTokens;
}
