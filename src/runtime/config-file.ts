import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { watch } from "chokidar";
import type { Log } from "../base/log.ts";
import type { Problem } from "../base/problem.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Parsed, parseConfig } from "../config/parse-config.ts";

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

/** Reads and parses the file. A file that cannot be read is a problem like any other. */
export function loadConfig(file: string, env: Env): Result<LoadedConfig, RefusedConfig> {
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

/**
 * Calls `onChange` after the file's content may have changed. The folder is watched and not the file,
 * because editors and Kubernetes replace a file by renaming another over it; a short quiet time lets
 * a half-written file be completed.
 */
export function watchConfig(file: string, onChange: () => void, log: Log): { close(): Promise<void> } {
  const folder = dirname(resolve(file));
  const name = basename(file);
  const quietMs = 100;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    depth: 0,
    ignored: (path) => resolve(path) !== folder && basename(path) !== name && basename(path) !== "..data",
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
  });
  watcher.on("error", (error) =>
    log.error({ file, error: String(error) }, "cannot watch the configuration file"),
  );
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
