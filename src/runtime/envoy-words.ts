/** What Envoy writes out of the resource: to its end, or to where Envoy cut its own words off. */
const written = /goo\.gle\/debug.*?(?:\\x0a(?=: |, |$)|$)/gs;

/**
 * What Envoy says when it refuses, without the resource that it writes out in between: every name and
 * address of the resource is in that, also those that are in order. Line breaks arrive escaped.
 */
export function withoutResource(words: string): string {
  return words.replace(written, "the resource").replace(/\\x0a$/, "");
}

/** The end of what Envoy says: of causes that each name the next, the last. */
export function reasonIn(words: string): string {
  const said = withoutResource(words);
  if (said === "the resource") return "the reason is cut off, and only in Envoy's own log";
  const cause = said.split(" | caused by ");
  const last =
    cause.length === 1 ? said.replace(/^the resource: /, "") : (cause.at(-1) ?? "").replace(/\)$/, "");
  return last.length > longestReason ? `${last.slice(0, longestReason)}…` : last;
}

const longestReason = 300;

/** One step into a message that is not valid, as in `LocalityLbEndpointsValidationError.LbEndpoints[1]`. */
export interface Step {
  readonly field: string;
  /** Of a repeated field, which of its messages. */
  readonly index: number | undefined;
}

/** The way to the fault, from the resource inwards; empty when Envoy tells none. */
export function stepsIn(words: string): readonly Step[] {
  return [...withoutResource(words).matchAll(/\w+ValidationError\.(\w+)(?:\[(\d+)\])?/g)].map(
    ([, field = "", index]) => ({ field, index: index === undefined ? undefined : Number(index) }),
  );
}

/**
 * Whether the text is in Envoy's words, as a word of its own and not as the beginning or the end of a
 * longer name or address. A text of one letter must be in quotes, since it may be an article.
 */
export function mentions(words: string, text: string): boolean {
  if (text === "" || !words.includes(text)) return false;
  if (text.length === 1) return quotes(words, text);
  return new RegExp(String.raw`(?<![\w.:@-]|(?<!\/)\/)${RegExp.escape(text)}(?![\w@/-]|[.:]\w)`).test(words);
}

/** Whether it is there in quotes, where no name is taken for one of Envoy's own words. */
export function quotes(words: string, text: string): boolean {
  return [`"${text}"`, `'${text}'`, `\`${text}\``].some((quoted) => words.includes(quoted));
}
