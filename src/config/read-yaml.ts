import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from "yaml";
import type { Problem } from "../base/problem.ts";
import { err, ok, type Result } from "../base/result.ts";
import { formatPath, type Path } from "./path.ts";

/** The file as plain values, with the place of each. */
export interface ReadYaml {
  readonly value: unknown;
  placeOf(path: Path): Place;
  /** The place of the key itself, for a key that should not be there. */
  placeOfKey(path: Path): Place;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const largestFile = 5 * 1024 * 1024;
const deepest = 64;
/** After aliases are followed: a bomb of aliases grows here, a real file does not. */
const mostNodes = 500_000;
const mostAliases = 1_000;
const mostProblems = 50;

/** Keys that mean something to JavaScript and nothing to us. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads YAML 1.2 (core schema, no merge keys) and tells every fault of its form. Never throws, and
 * never takes long: depth, nodes and aliases are bounded before anything is built.
 */
export function readYaml(file: string, text: string): Result<ReadYaml, readonly Problem[]> {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const whole = (message: string, hint?: string): Problem => ({
    path: "",
    file,
    line: 1,
    column: 1,
    message,
    ...(hint === undefined ? {} : { hint }),
  });
  if (text.length > largestFile) return err([whole(`the file is larger than ${largestFile} bytes`)]);
  const nul = text.indexOf("\0");
  if (nul >= 0) return err([whole("the file holds a NUL byte", "is it a YAML file, saved as UTF-8?")]);
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      version: "1.2",
      schema: "core",
      merge: false,
      strict: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    const [document, second] = Array.isArray(documents) ? documents : [];
    if (document === undefined)
      return err([whole("the file is empty", "a pool and an endpoint are the least")]);
    if (document.errors.some(({ message }) => message.includes("call stack"))) {
      return err([whole("the file nests too deeply to be read")]);
    }
    const problems = document.errors.slice(0, mostProblems).map(
      ({ message, pos }): Problem => ({
        path: "",
        file,
        ...at(pos[0]),
        message: message.replaceAll("\n", " "),
      }),
    );
    if (second !== undefined) {
      problems.push({
        ...whole("the file holds a second document"),
        ...at(second.range?.[0] ?? 0),
        hint: "remove the `---`",
      });
    }
    if (problems.length > 0) return err(problems);
    const walk = new Walk(file, at, document);
    const value = walk.plain(document.contents as Node | null, []);
    if (walk.problems.length > 0) return err(walk.problems.slice(0, mostProblems));
    return ok({ value, placeOf: (path) => walk.placeOf(path), placeOfKey: (path) => walk.placeOfKey(path) });
  } catch (error) {
    if (error instanceof RangeError) return err([whole("the file nests too deeply to be read")]);
    return err([
      whole(`the file cannot be read as YAML: ${error instanceof Error ? error.message : "unknown fault"}`),
    ]);
  }
}

/** From nodes to plain values; remembers where each value and key is. */
class Walk {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #at: (offset: number) => Place;
  readonly #document: Document;
  readonly #values = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  #nodes = 0;
  #aliases = 0;

  constructor(file: string, at: (offset: number) => Place, document: Document) {
    this.#file = file;
    this.#at = at;
    this.#document = document;
  }

  placeOf(path: Path): Place {
    return this.#nearest(this.#values, path);
  }

  placeOfKey(path: Path): Place {
    const offset = this.#keys.get(JSON.stringify(path));
    return offset === undefined ? this.placeOf(path) : this.#at(offset);
  }

  plain(node: Node | null, path: Path): unknown {
    if (this.#nodes > mostNodes || this.#aliases > mostAliases) return undefined;
    if (node === null) return null;
    this.#nodes += 1;
    const offset = node.range?.[0] ?? 0;
    this.#values.set(JSON.stringify(path), offset);
    if (this.#nodes > mostNodes)
      return this.#refuse(path, offset, "the file grows too large when its aliases are followed");
    if (path.length > deepest)
      return this.#refuse(path, offset, `the file nests deeper than ${deepest} levels`);
    if (isAlias(node)) return this.#alias(node, path, offset);
    if (isScalar(node)) return node.value;
    if (isSeq(node))
      return node.items.map((item, index) => this.plain(item as Node | null, [...path, index]));
    return isMap(node) ? this.#map(node, path) : undefined;
  }

  #map(node: Node & { items: unknown[] }, path: Path): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    for (const item of node.items as { key: Node; value: Node | null }[]) {
      const offset = item.key.range?.[0] ?? 0;
      const key = isScalar(item.key) && item.key.value !== null ? String(item.key.value) : undefined;
      if (key === undefined) {
        this.#refuse(path, offset, "a key is not a plain word", "quote it if it is meant as text");
        continue;
      }
      if (forbiddenKeys.has(key)) {
        this.#refuse([...path, key], offset, `the key "${key}" is not allowed`, "choose another name");
        continue;
      }
      if (key === "<<") {
        this.#refuse(
          [...path, key],
          offset,
          "merge keys are not supported",
          "write the keys out, or use an anchor for the whole value",
        );
        continue;
      }
      if (Object.hasOwn(plain, key)) {
        const first = this.placeOfKey([...path, key]);
        const twice = `the key "${key}" is there twice, first in line ${first.line}, column ${first.column}`;
        this.#refuse([...path, key], offset, twice, "remove or rename one of the two");
        continue;
      }
      this.#keys.set(JSON.stringify([...path, key]), offset);
      plain[key] = this.plain(item.value, [...path, key]);
    }
    return plain;
  }

  #alias(node: Parameters<typeof isAlias>[0] & object, path: Path, offset: number): unknown {
    if (!isAlias(node)) return undefined;
    this.#aliases += 1;
    if (this.#aliases > mostAliases)
      return this.#refuse(path, offset, `more than ${mostAliases} aliases are followed`);
    const target = node.resolve(this.#document);
    if (target === undefined)
      return this.#refuse(path, offset, `there is no anchor "&${node.source}" above this alias`);
    return this.plain(target as Node, path);
  }

  #refuse(path: Path, offset: number, message: string, hint?: string): undefined {
    const problem = { path: formatPath(path), file: this.#file, ...this.#at(offset), message };
    this.problems.push(hint === undefined ? problem : { ...problem, hint });
    return undefined;
  }

  /** Of what is missing the place is that of what it is missing in. */
  #nearest(places: ReadonlyMap<string, number>, path: Path): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = places.get(JSON.stringify(path.slice(0, length)));
      if (offset !== undefined) return this.#at(offset);
    }
    return { line: 1, column: 1 };
  }
}
