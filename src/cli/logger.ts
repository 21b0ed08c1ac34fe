import { type Logger, pino } from "pino";
import { prettyLine } from "./pretty-line.ts";

export const logFormats = ["pretty", "json"] as const;
export const logLevels = ["debug", "info", "warn", "error"] as const;

export interface LogOptions {
  /** Unless given: pretty when `output` is a terminal, JSON otherwise. */
  readonly logFormat?: (typeof logFormats)[number] | undefined;
  readonly logLevel: (typeof logLevels)[number];
}

/** Where the log goes: `process.stderr` in earnest. */
export interface LogOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** The one logger of the process, on stderr: stdout belongs to what a command was asked for. */
export function createLogger(options: LogOptions, output: LogOutput, color: boolean): Logger {
  const format = options.logFormat ?? (output.isTTY === true ? "pretty" : "json");
  if (format === "json") {
    const formatters = { level: (label: string) => ({ level: label }) };
    const timestamp = pino.stdTimeFunctions.isoTime;
    return pino({ level: options.logLevel, base: null, timestamp, formatters }, output);
  }
  return pino(
    { level: options.logLevel, base: null },
    { write: (line) => output.write(prettyLine(line, color)) },
  );
}

/** Colours on a terminal, unless NO_COLOR says otherwise. */
export function colorOn(env: Readonly<Record<string, string | undefined>>, output: LogOutput): boolean {
  return output.isTTY === true && (env.NO_COLOR ?? "") === "";
}
