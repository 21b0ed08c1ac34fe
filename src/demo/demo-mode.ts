import { err, ok, type Result } from "../base/result.ts";

/** How a demo backend behaves. Everything but `ok` and `slow` is a way in which real backends fail. */
const demoModeNames = [
  "ok",
  "slow",
  "error",
  "unavailable",
  "throttled",
  "hang",
  "garbage",
  "reset",
  "cut",
  "endless",
  "redirect",
] as const;

export interface DemoMode {
  readonly name: (typeof demoModeNames)[number];
  /** Waited before every answer; 0 for `ok`, 1500 for `slow`. */
  readonly latencyMs: number;
  /** Waited before every chunk of a stream. */
  readonly chunkDelayMs: number;
  /** How many chunks of text a stream has; undefined is one per word of the answer. */
  readonly chunks: number | undefined;
}

/** The checks (`/health`), the API (everything else), or both. */
const demoScopes = ["all", "health", "api"] as const;

interface ModeChange {
  readonly mode: DemoMode;
  readonly scope: (typeof demoScopes)[number];
}

/** Longest wait that can be asked for, an hour: longer ones are surely a slip of the unit. */
const longestWaitMs = 3_600_000;
const slowLatencyMs = 1_500;

/** What `POST /_demo/mode` was sent, or what is wrong with it. `defaults` are how the backend was started. */
export function parseModeChange(body: unknown, defaults: DemoMode): Result<ModeChange, string> {
  if (typeof body !== "object" || body === null) return err("the body is a JSON object");
  const raw = body as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(raw).find((key) => !knownKeys.has(key));
  if (unknown !== undefined) return err(`unknown key "${unknown}"; there are ${[...knownKeys].join(", ")}`);
  const name = demoModeNames.find((known) => known === (raw.mode ?? "ok"));
  if (name === undefined) return err(`"mode" is one of ${demoModeNames.join(", ")}`);
  const scope = demoScopes.find((known) => known === (raw.scope ?? "all"));
  if (scope === undefined) return err(`"scope" is one of ${demoScopes.join(", ")}`);
  const wrong = numberKeys.find((key) => raw[key] !== undefined && !isCount(raw[key]));
  if (wrong !== undefined) return err(`"${wrong}" is a whole number from 0 to ${longestWaitMs}`);
  const latencyMs = numberOr(raw.latencyMs, name === "slow" ? slowLatencyMs : defaults.latencyMs);
  const chunkDelayMs = numberOr(raw.chunkDelayMs, defaults.chunkDelayMs);
  return ok({ mode: { name, latencyMs, chunkDelayMs, chunks: numberOr(raw.chunks, undefined) }, scope });
}

const numberKeys = ["latencyMs", "chunkDelayMs", "chunks"] as const;
const knownKeys: ReadonlySet<string> = new Set(["mode", "scope", ...numberKeys]);

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= longestWaitMs;
}

function numberOr<T>(value: unknown, otherwise: T): number | T {
  return typeof value === "number" ? value : otherwise;
}
