/** Asks to stop, once: aborted with the signal's name by Ctrl-C, a kill, or a closed terminal. */
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

/** Listens for the wish to stop. `force` is called by the next wish after the first, when stopping takes too long. */
export function stopSignals(force: () => void): StopSignals {
  const wish = new AbortController();
  let firstMs = 0;
  const listener = (name: NodeJS.Signals) => {
    if (!wish.signal.aborted) {
      firstMs = performance.now();
      wish.abort(name);
    } else if (performance.now() - firstMs > echoMs) force();
  };
  for (const name of names) process.on(name, listener);
  return {
    signal: wish.signal,
    release: () => {
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
