import type { CliContext } from "./context.ts";

/** Asks to stop, once: aborted, with the reason, by Ctrl-C, a kill, or a closed terminal. */
export interface StopSignals {
  readonly signal: AbortSignal;
  /** Puts everything back as it was. */
  release(): void;
}

const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * npm passes Ctrl-C on to a program that the terminal has already told: a second signal so soon after
 * the first is the same wish.
 */
const echoMs = 500;

/** How often it is looked whether the shell that npm started us in is still there. */
const parentCheckMs = 500;

/**
 * Listens for the wish to stop. `force` is called by the next wish after the first, when stopping takes
 * too long. Between npm and us is a shell that does not pass a kill on: when npm has started us, the
 * end of that shell is a wish to stop, too.
 */
export function stopSignals(env: CliContext["env"], force: () => void): StopSignals {
  const wish = new AbortController();
  let firstMs = 0;
  const listener = (name: NodeJS.Signals) => {
    if (!wish.signal.aborted) {
      firstMs = performance.now();
      wish.abort(name);
    } else if (performance.now() - firstMs > echoMs) force();
  };
  for (const name of names) process.on(name, listener);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent && !wish.signal.aborted) wish.abort("npm has ended");
  }, parentCheckMs).unref();
  if (env.npm_lifecycle_event === undefined) clearInterval(watch);
  return {
    signal: wish.signal,
    release: () => {
      clearInterval(watch);
      for (const name of names) process.off(name, listener);
    },
  };
}

/** Resolves when the wish to stop comes. */
export function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
