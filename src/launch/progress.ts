/** Tells a person what takes so long. */
export interface Progress {
  /** A step that is worth a line of its own. */
  step(text: string): void;
  /** Where the current step is; said again and again, and shown as often as the output bears it. */
  at(text: string): void;
  /** The current step is over. */
  done(): void;
}

/** The part of `process.stderr` that is needed. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** How often a plain log gets a line for a step that goes on. */
const plainEveryMs = 5_000;

/**
 * Progress for a terminal (one line that is written over) or for a file (a plain line now and then).
 * `nowMs` is asked only to space the plain lines.
 */
export function progressOn(output: ProgressOutput, nowMs: () => number): Progress {
  let open = false;
  let toldMs = Number.NEGATIVE_INFINITY;
  const close = () => {
    if (open) output.write("\n");
    open = false;
  };
  return {
    step(text) {
      close();
      output.write(`${text}\n`);
      toldMs = nowMs();
    },
    at(text) {
      if (output.isTTY === true) {
        output.write(`\r\u001b[2K  ${text}`);
        open = true;
      } else if (nowMs() - toldMs >= plainEveryMs) {
        output.write(`  ${text}\n`);
        toldMs = nowMs();
      }
    },
    done: close,
  };
}
