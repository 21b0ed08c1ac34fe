/** One thing that is wrong with what an operator wrote: where it is, what it is, and what would be right. */
export interface Problem {
  /** Dotted path of the value, as in `pools.gpt-4.1.endpoints[1].weight`; "" is the whole file. */
  readonly path: string;
  /** File as the operator named it. */
  readonly file: string;
  /** 1-based place of the value in the file; 1:1 where nothing better is known. */
  readonly line: number;
  readonly column: number;
  /** What was found and what is wrong with it, without a full stop. Never contains a secret. */
  readonly message: string;
  /** What would be accepted, e.g. "a number from 1 to 128". */
  readonly expected?: string;
  /** What to do about it, e.g. "did you mean `weight`?". */
  readonly hint?: string;
}

/** One line a person can act on: `fairlead.yaml:12:7 pools.a.endpoints[0]: unknown key "wieght" (did you mean …)`. */
export function describeProblem(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const at = problem.path === "" ? "" : ` ${problem.path}`;
  const expected = problem.expected === undefined ? "" : `; expected ${problem.expected}`;
  const hint = problem.hint === undefined ? "" : ` (${problem.hint})`;
  return `${place}${at}: ${problem.message}${expected}${hint}`;
}
