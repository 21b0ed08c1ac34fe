import type { Problem } from "../base/problem.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Desired } from "../model/desired.ts";
import { checkShape, type Fault } from "./check-shape.ts";
import { formatPath, type Path } from "./path.ts";
import { type ReadYaml, readYaml } from "./read-yaml.ts";
import { shown } from "./shown.ts";
import { toDesired } from "./to-desired.ts";

export interface ConfigInputs {
  /** As the operator named it; only shown. */
  readonly file: string;
  readonly text: string;
  /** Where `{ env: NAME }` looks. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads a path as written in the file; an error is words that follow "the file X", e.g. "does not exist". */
  readonly readFile: (path: string) => Result<string, string>;
  /** The one section whose meaning counts, for who needs no other: what is wrong with the others' is passed over. */
  readonly only?: string | undefined;
}

export interface Parsed {
  readonly desired: Desired;
  /** What works, but may not be what is meant. */
  readonly warnings: readonly Problem[];
}

/** Text → what the operator means, or everything that is wrong with it. Never throws, and touches nothing but its inputs. */
export function parseConfig(inputs: ConfigInputs): Result<Parsed, readonly Problem[]> {
  const text = inputs.text.startsWith("\uFEFF") ? inputs.text.slice(1) : inputs.text;
  const read = readYaml(inputs.file, text);
  if (!read.ok) return read;
  const yaml = read.value;
  const value = withoutExtensions(yaml.value);
  const shape = checkShape(value);
  const meant =
    shape.file &&
    toDesired(shape.file, {
      env: inputs.env,
      readFile: inputs.readFile,
      sourceOf: (path) => ({ path: formatPath(path), ...yaml.placeOf(path) }),
      writtenNames: {
        providers: namesIn(value, "providers") ?? [],
        pools: namesIn(value, "pools") ?? [],
        models: namesIn(value, "models"),
        groups: namesIn(value, "groups"),
      },
    });
  const misshapen = (fault: Fault) => shape.faults.some(({ path }) => isWithin(path, fault.path));
  const counts = ({ path }: Fault) => inputs.only === undefined || path[0] === inputs.only;
  const told =
    meant?.faults.filter((fault) => counts(fault) && (fault.ofWhole !== true || !misshapen(fault))) ?? [];
  const faults = eachPlaceOnce([...shape.faults, ...told]);
  if (meant === undefined || faults.length > 0)
    return err(inOrder(faults.map((fault) => problemOf(fault, inputs.file, yaml))));
  return ok({
    desired: meant.desired,
    warnings: meant.warnings.map((fault) => problemOf(fault, inputs.file, yaml)),
  });
}

/** Top-level keys that start with `x-` are the operator's own, a place for anchors. */
function withoutExtensions(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("x-")));
}

function namesIn(value: unknown, section: string): readonly string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const named = (value as Readonly<Record<string, unknown>>)[section];
  return typeof named === "object" && named !== null ? Object.keys(named) : undefined;
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, index) => path[index] === step);
}

/** What was left out for its shape is not missing as well, and a common check is not wrong once per pool. */
function eachPlaceOnce(faults: readonly Fault[]): readonly Fault[] {
  const told = new Map<string, Fault>();
  for (const fault of faults) {
    const path = formatPath(fault.path);
    if (!told.has(path)) told.set(path, fault);
  }
  return [...told.values()];
}

function problemOf(fault: Fault, file: string, yaml: ReadYaml): Problem {
  const place = (path: Path) => (fault.atKey === true ? yaml.placeOfKey(path) : yaml.placeOf(path));
  return {
    path: shown(formatPath(fault.path)),
    file,
    ...place(fault.path),
    message: shown(fault.message),
    ...(fault.expected === undefined ? {} : { expected: shown(fault.expected) }),
    ...(fault.hint === undefined ? {} : { hint: shown(fault.hint) }),
  };
}

/** As a person reads the file: from the top down. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
