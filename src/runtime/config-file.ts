import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Log } from "../base/log.ts";
import type { Problem } from "../base/problem.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Parsed, parseConfig } from "../config/parse-config.ts";
import { watchFiles } from "./watch-files.ts";

export interface LoadedConfig extends Parsed {
  /** Hash of the text, 16 hex characters. */
  readonly revision: string;
}

export interface RefusedConfig {
  readonly revision: string;
  readonly problems: readonly Problem[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** Secrets and certificates are small; whatever is larger is not one. */
const largestReferredFile = 1_048_576;
const largestConfigFile = 5_242_880;

/**
 * Reads and parses the file. A file that cannot be read is a problem like any other.
 *
 * @param only the one section that is needed; the secrets of the others may then be missing
 */
export function loadConfig(file: string, env: Env, only?: string): Result<LoadedConfig, RefusedConfig> {
  const text = readSmallFile(file, largestConfigFile);
  if (!text.ok) {
    const problem = { path: "", file, line: 1, column: 1, message: `the file ${text.error}` };
    return err({ revision: "", problems: [problem] });
  }
  const revision = createHash("sha256").update(text.value).digest("hex").slice(0, 16);
  const parsed = parseConfig({
    file,
    text: text.value,
    env,
    only,
    readFile: (path) => readSmallFile(resolve(dirname(file), path), largestReferredFile),
  });
  return parsed.ok ? ok({ ...parsed.value, revision }) : err({ revision, problems: parsed.error });
}

/** Only regular files, and never more than `limit` bytes: a path is input like anything else. */
function readSmallFile(path: string, limit: number): Result<string, string> {
  try {
    const { size } = statSync(path);
    if (!statSync(path).isFile()) return err("is not a regular file");
    if (size > limit) return err(`is larger than ${limit} bytes`);
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    return err(readFailure(error));
  }
}

function readFailure(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "does not exist";
  if (code === "EACCES" || code === "EPERM") return "may not be read by this user";
  return `cannot be read (${String(code)})`;
}

/** Calls `onChange` after the file's content may have changed; Kubernetes changes it through `..data`. */
export function watchConfig(file: string, onChange: () => void, log: Log): { close(): Promise<void> } {
  return watchFiles(dirname(resolve(file)), [basename(file), "..data"], onChange, log);
}
