import { describeProblem, type Problem } from "../base/problem.ts";
import { exitCode } from "./exit-code.ts";

/** Something a user can understand and mend: shown as it is, without a stack, and ended with this code. */
export class Failure extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** What went wrong, in words a user can act on where the kind of error is known. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && "port" in error && error.code === "EADDRINUSE") {
    const host = "address" in error ? `${String(error.address)}:` : "";
    return `the address ${host}${String(error.port)} is taken by another program`;
  }
  return error.message;
}

/** Every problem on a line of its own. */
export function refused(file: string, problems: readonly Problem[]): Failure {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new Failure(
    exitCode.refused,
    `${file} has ${count}:\n${problems.map((problem) => `  ${describeProblem(problem)}`).join("\n")}`,
  );
}
