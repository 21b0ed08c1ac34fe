import type { HeaderCondition, LlmModel } from "../model/llm-model.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { requestMetadata } from "./names.ts";

type HeaderMatcher = MessageTypes["envoy.config.route.v3.HeaderMatcher"];
type MetadataMatcher = MessageTypes["envoy.type.matcher.v3.MetadataMatcher"];
type StringMatcher = MessageTypes["envoy.type.matcher.v3.StringMatcher"];

/** Names without a `*` before those with one, and of these the one with more other characters first. */
export function mostSpecificFirst(models: Iterable<LlmModel>): readonly LlmModel[] {
  const rank = ({ name }: LlmModel) => (isPattern(name) ? name.length : Number.POSITIVE_INFINITY);
  return [...models].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

export function isPattern(name: string): boolean {
  return name.includes("*");
}

/** What the body said in `model`. A star stands for one character at least: of nothing there is no model. */
export function modelIs(name: string): MetadataMatcher {
  return {
    filter: requestMetadata,
    path: [{ key: "model" }],
    value: { stringMatch: isPattern(name) ? fits(name, ".+") : { exact: name } },
  };
}

export function headerIs({ name, value }: HeaderCondition): HeaderMatcher {
  if (value === "*") return { name, presentMatch: true };
  return { name, stringMatch: isPattern(value) ? fits(value, ".*") : { exact: value } };
}

function fits(pattern: string, star: string): StringMatcher {
  const pieces = pattern.split("*").map((piece) => piece.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&"));
  return { safeRegex: { regex: `(?s)${pieces.join(star)}` } };
}
