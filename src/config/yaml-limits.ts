import { Lexer } from "yaml";

/** Deepest nesting of lists and maps, and so of paths. */
export const deepest = 64;
export const mostAliases = 1_000;

/** A file of 10 000 endpoints has some 400 000. */
const mostTokens = 2_000_000;
const mostDocuments = 2;
const mostStrayBrackets = 50;
const mostMerges = 50;

interface BeyondLimit {
  readonly offset: number;
  readonly message: string;
}

/**
 * Where a text stops being worth parsing; undefined when it can be parsed in bounded time. The parser itself
 * builds all of a file before anybody can count, and a few megabytes of `*a`, `[` or `}` keep it busy for
 * a minute; so the words are counted first, up to the first one too many.
 */
export function beyondLimit(text: string): BeyondLimit | undefined {
  let offset = 0;
  let tokens = 0;
  let aliases = 0;
  let documents = 0;
  let stray = 0;
  let merges = 0;
  let flowDepth = 0;
  let lineDepth = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > mostTokens) return { offset, message: "the file has too many parts to be read" };
    if (marks.has(token)) {
      isScalar = token === scalarMark;
      continue;
    }
    if (isScalar && token === "<<" && ++merges > mostMerges)
      return { offset, message: "merge keys are not supported" };
    const first = isScalar ? "" : (token[0] ?? "");
    isScalar = false;
    if (first === "*" && ++aliases > mostAliases)
      return { offset, message: `more than ${mostAliases} aliases are followed` };
    if (first === "[" || first === "{") flowDepth += 1;
    if (first === "]" || first === "}") {
      if (flowDepth > 0) flowDepth -= 1;
      else if (++stray > mostStrayBrackets)
        return { offset, message: `more than ${mostStrayBrackets} brackets close nothing` };
    }
    if (first === "\n" || first === "\r") lineDepth = 0;
    if (token === "-" || token === "?") lineDepth += 1;
    if (flowDepth > deepest || lineDepth > deepest)
      return { offset, message: `the file nests deeper than ${deepest} levels` };
    if (token === "---" && ++documents > mostDocuments)
      return { offset, message: "the file holds a second document" };
    offset += token.length;
  }
  return undefined;
}

/** What the lexer adds between the pieces of the text: document, end of flow, scalar follows. */
const scalarMark = "\u001f";
const marks: ReadonlySet<string> = new Set(["\u0002", "\u0018", scalarMark]);
