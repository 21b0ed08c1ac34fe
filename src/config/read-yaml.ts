import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from "yaml";
import type { Problem } from "../base/problem.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Place, placesIn } from "./line-places.ts";
import { formatPath, type Path } from "./path.ts";
import { Places } from "./places.ts";
import { shown } from "./shown.ts";
import { beyondLimit, deepest, mostAliases } from "./yaml-limits.ts";

/** The file as plain values, with the place of each. */
export interface ReadYaml {
  readonly value: unknown;
  placeOf(path: Path): Place;
  /** The place of the key itself, for a key that should not be there. */
  placeOfKey(path: Path): Place;
}

const largestFile = 5 * 1024 * 1024;
/** After aliases are followed: a bomb of aliases grows here, a real file does not. */
const mostNodes = 500_000;
const mostProblems = 50;

/** Keys that mean something to JavaScript and nothing to us. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads YAML 1.2 (core schema, no merge keys) and tells every fault of its form. Never throws, and
 * never takes long: depth, nodes and aliases are bounded before anything is built.
 */
export function readYaml(file: string, text: string): Result<ReadYaml, readonly Problem[]> {
  const at = placesIn(text);
  const whole = (message: string, hint?: string): Problem => ({
    path: "",
    file,
    line: 1,
    column: 1,
    message,
    ...(hint === undefined ? {} : { hint }),
  });
  if (Buffer.byteLength(text) > largestFile)
    return err([whole(`the file is larger than ${largestFile} bytes`)]);
  const nul = text.indexOf("\0");
  if (nul >= 0) return err([whole("the file holds a NUL byte", "is it a YAML file, saved as UTF-8?")]);
  try {
    const beyond = beyondLimit(text);
    if (beyond !== undefined)
      return err([{ ...whole(beyond.message), ...placesIn(text.slice(0, beyond.offset))(beyond.offset) }]);
    const documents = parseAllDocuments(text, {
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
    const faults = [...document.errors, ...document.warnings].slice(0, mostProblems);
    const problems = faults.map(
      ({ message, pos }): Problem => ({
        path: "",
        file,
        ...at(pos[0]),
        message: shown(withoutText(message)),
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
    const walk = new Walk(file, at);
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

/** The parser ends some messages with the text it stumbled over, and that may be a secret. */
function withoutText(message: string): string {
  return message.replaceAll("\n", " ").replace(/^(Unexpected scalar token[^:]*): .*$/, "$1");
}

/** From nodes to plain values; remembers where each value and key is. */
class Walk {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #at: (offset: number) => Place;
  readonly #places = new Places();
  /** The latest of each name: an alias means the last anchor above it. */
  readonly #anchors = new Map<string, Node>();
  /** What each alias means was settled where it stands, also when it is seen again through another. */
  readonly #meant = new Map<Alias, Node | undefined>();
  readonly #open = new Set<Node>();
  #nodes = 0;
  #aliases = 0;
  #following = false;

  constructor(file: string, at: (offset: number) => Place) {
    this.#file = file;
    this.#at = at;
  }

  /** Of what is missing the place is that of what it is missing in. */
  placeOf(path: Path): Place {
    const offset = this.#places.nearestValue(path);
    return offset === undefined ? { line: 1, column: 1 } : this.#at(offset);
  }

  placeOfKey(path: Path): Place {
    const offset = this.#places.key(path);
    return offset === undefined ? this.placeOf(path) : this.#at(offset);
  }

  plain(node: Node | null, path: Path): unknown {
    if (this.#nodes > mostNodes || this.#aliases > mostAliases) return undefined;
    if (node === null) return null;
    this.#nodes += 1;
    const offset = node.range?.[0] ?? 0;
    this.#places.setValue(path, offset);
    if (this.#nodes > mostNodes)
      return this.#refuse(path, offset, "the file grows too large when its aliases are followed");
    if (path.length > deepest)
      return this.#refuse(path, offset, `the file nests deeper than ${deepest} levels`);
    if (isAlias(node)) return this.#alias(node, path, offset);
    if (node.anchor !== undefined && !this.#following) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return node.value;
    this.#open.add(node);
    const plain = isSeq(node)
      ? node.items.map((item, index) => this.plain(item as Node | null, [...path, index]))
      : isMap(node)
        ? this.#map(node, path)
        : undefined;
    this.#open.delete(node);
    return plain;
  }

  #map(node: Node & { items: unknown[] }, path: Path): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    for (const item of node.items as { key: Node; value: Node | null }[]) {
      const offset = item.key.range?.[0] ?? 0;
      const key = wordOf(item.key);
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
      this.#places.setKey([...path, key], offset);
      plain[key] = this.plain(item.value, [...path, key]);
    }
    return plain;
  }

  #alias(node: Alias, path: Path, offset: number): unknown {
    this.#aliases += 1;
    if (this.#aliases > mostAliases)
      return this.#refuse(path, offset, `more than ${mostAliases} aliases are followed`);
    if (!this.#meant.has(node)) this.#meant.set(node, this.#anchors.get(node.source));
    const target = this.#meant.get(node);
    if (target === undefined)
      return this.#refuse(path, offset, `there is no anchor "&${node.source}" above this alias`);
    if (this.#open.has(target))
      return this.#refuse(path, offset, `the alias "*${node.source}" is inside of what it stands for`);
    const outer = this.#following;
    this.#following = true;
    const plain = this.plain(target, path);
    this.#following = outer;
    return plain;
  }

  #refuse(path: Path, offset: number, message: string, hint?: string): undefined {
    const place = this.#at(offset);
    const problem = { path: shown(formatPath(path)), file: this.#file, ...place, message: shown(message) };
    this.problems.push(hint === undefined ? problem : { ...problem, hint });
    return undefined;
  }
}

/** Of a key that YAML reads as a number or so, the text: `4.10` is not `4.1`. */
function wordOf(key: Node): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}
