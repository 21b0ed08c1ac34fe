import { z } from "zod";
import { didYouMean } from "./closest.ts";
import { type ConfigFile, configSchema } from "./config-schema.ts";
import type { Path } from "./path.ts";
import { shown } from "./shown.ts";

/** What is wrong, before its place in the file is known. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly expected?: string | undefined;
  readonly hint?: string | undefined;
  /** The place is that of the key, not of its value. */
  readonly atKey?: boolean;
  /** Not told when a part of it has the wrong shape: what is missed may be that part. */
  readonly ofWhole?: boolean;
}

export interface CheckedShape {
  /** What of the file has the right shape; undefined when too little has. */
  readonly file: ConfigFile | undefined;
  readonly faults: readonly Fault[];
}

/** Known words that do not work yet; saying so is better than "unknown". */
const notYet: ReadonlySet<string> = new Set([
  "cheapestOf",
  "fastestOf",
  "minSuccessRate",
  "lowestCost",
  "lowestLatency",
]);

/** Each round costs a look at the whole file; after so many faults the rest can wait for the next try. */
const mostRounds = 50;

/**
 * Checks the shape of all of the file. What has the wrong shape is told and then left out, so that the
 * rest is checked as well and its own faults, references to other parts included, are told at once.
 */
export function checkShape(value: unknown): CheckedShape {
  const faults: Fault[] = [];
  const rest = structuredClone(value);
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = configSchema.safeParse(rest);
    if (parsed.success) return { file: parsed.data, faults: unique(faults) };
    const { issues } = parsed.error;
    for (const issue of issues) faults.push(...faultsOf(issue, rest));
    const keys = issues.filter(({ code }) => code === "unrecognized_keys");
    const [other] = issues.filter(({ code }) => code !== "unrecognized_keys");
    // One at a time: leaving it out may take others with it.
    const toLeaveOut = keys.length > 0 ? keys : other === undefined ? [] : [other];
    if (!toLeaveOut.every((issue) => leaveOut(issue, rest))) break;
  }
  return { file: undefined, faults: unique(faults) };
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): readonly Fault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(path);
    // Such a key may be the secret itself, written between the braces.
    if (isSecret(path)) {
      const hint = issue.keys.map((key) => didYouMean(key, known)).find((meant) => meant !== undefined);
      const message = `has a key that is not one of ${known.join(", ")}`;
      return [{ path, message, expected: expectedAt(path), hint }];
    }
    return issue.keys.map((key) => unknownKey([...path, key], key, known));
  }
  const found = valueAt(value, path);
  const expected = expectedAt(path);
  if (found === undefined) return [{ path, message: "is missing", expected }];
  if (typeof found === "string" && notYet.has(found)) {
    return [{ path, message: `"${found}" is not supported yet`, expected }];
  }
  return [{ path, message: describe(found, path), expected, hint: hintFor(found, path, expected) }];
}

function unknownKey(path: Path, key: string, known: readonly string[]): Fault {
  if (notYet.has(key)) return { path, atKey: true, message: `\`${key}\` is not supported yet` };
  return {
    path,
    atKey: true,
    message: `unknown key "${key}"`,
    expected: known.length === 0 ? undefined : `one of ${known.join(", ")}`,
    hint: didYouMean(key, known),
  };
}

/** What was found, short. What could be a secret written in the wrong place is never shown. */
function describe(found: unknown, path: Path): string {
  if (isSecret(path) || isSecret(path.slice(0, -1))) {
    return typeof found === "string" ? "must not be written into this file" : "has the wrong form";
  }
  if (found === null) return "is empty";
  if (Array.isArray(found)) return found.length === 0 ? "is an empty list" : `is a list of ${found.length}`;
  if (typeof found === "object") return "is a map";
  if (typeof found !== "string") return `is ${String(found)}`;
  if (path[0] === "providers") return "is a text";
  return `is ${JSON.stringify(found.length > 80 ? `${shown(found).slice(0, 80)}…` : found)}`;
}

function isSecret(path: Path): boolean {
  const last = path.at(-1);
  return last === "credential" || last === "token" || (last === "key" && path[0] !== "xds");
}

function hintFor(found: unknown, path: Path, expected: string | undefined): string | undefined {
  if (typeof found === "number" && expected?.startsWith("a duration") === true)
    return `did you mean ${found}s?`;
  if (typeof found === "number" && expected?.startsWith("a size") === true) return `did you mean ${found}B?`;
  if (typeof found === "string" && expected?.startsWith("one of ") === true) {
    return didYouMean(found, expected.slice("one of ".length).split(", "));
  }
  if (typeof found === "string" && expected?.startsWith("{ env") === true) {
    return "put it into an environment variable and write { env: ITS_NAME }";
  }
  if (path.at(-2) === "endpoints" && typeof found === "string") return "write { url: … }";
  if (expected === "a text" && typeof found === "number") return "put it into quotes";
  if (path.at(-1) === "endpoints" && found !== null && typeof found === "object" && !Array.isArray(found)) {
    return "start each endpoint with a dash";
  }
  return undefined;
}

/** Removes what an issue is about; false when that would be everything. */
function leaveOut(issue: z.core.$ZodIssue, root: unknown): boolean {
  const path = [...issue.path];
  if (issue.code === "unrecognized_keys") {
    const holder = valueAt(root, path);
    for (const key of issue.keys) if (isRecord(holder)) delete holder[key];
    return isRecord(holder);
  }
  // What is missing cannot be taken out: what it is missing in goes.
  for (let length = path.length; length > 0; length -= 1) {
    const holder = valueAt(root, path.slice(0, length - 1));
    const step = path[length - 1];
    // An element stays where it is, or the places of those after it would be wrong: the whole list goes.
    if (Array.isArray(holder)) continue;
    if (isRecord(holder) && typeof step === "string" && Object.hasOwn(holder, step)) {
      delete holder[step];
      return true;
    }
  }
  return false;
}

/** Each once; and what was left out for its shape, or for that of a part of it, is not missing as well. */
function unique(faults: readonly Fault[]): readonly Fault[] {
  const told = new Map<string, Fault>();
  const around = new Set<string>();
  for (const fault of faults) {
    const path = JSON.stringify(fault.path);
    if (told.has(path) || (fault.message === "is missing" && around.has(path))) continue;
    told.set(path, fault);
    for (let length = fault.path.length - 1; length > 0; length -= 1)
      if (typeof fault.path[length] === "number") around.add(JSON.stringify(fault.path.slice(0, length)));
  }
  return [...told.values()];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === "number") return value[step];
    return isRecord(value) && typeof step === "string" && Object.hasOwn(value, step)
      ? value[step]
      : undefined;
  }, root);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function expectedAt(path: Path): string | undefined {
  const meta = schemaAt(path)?.meta() as { readonly expected?: string } | undefined;
  return meta?.expected;
}

function keysAt(path: Path): readonly string[] {
  const schema = schemaAt(path);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The schema of the value at a path, without the wrapper that makes it optional. */
function schemaAt(path: Path): z.ZodType | undefined {
  let schema: unknown = configSchema;
  for (const step of path) {
    const inner = unwrapped(schema);
    if (inner instanceof z.ZodObject) schema = inner.shape[step as string];
    else if (inner instanceof z.ZodRecord) schema = inner.valueType;
    else if (inner instanceof z.ZodArray) schema = inner.element;
    else return undefined;
  }
  const found = unwrapped(schema);
  return found instanceof z.ZodType ? found : undefined;
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}
