interface Started {
  readonly close: () => void | Promise<void>;
  readonly kill?: (() => void) | undefined;
}

/** What a command has started so far. Closed in reverse order, whatever happens. */
export class Lifetime {
  readonly #started: Started[] = [];

  /** Remembers how to stop something, politely and at once. */
  add(close: () => void | Promise<void>, kill?: () => void): void {
    this.#started.push({ close, kill });
  }

  /** Stops everything; one that fails to stop does not keep the others from it. Failures are given back. */
  async close(): Promise<readonly unknown[]> {
    const failures: unknown[] = [];
    for (let last = this.#started.at(-1); last !== undefined; last = this.#started.at(-1)) {
      try {
        await last.close();
      } catch (error) {
        failures.push(error);
      }
      this.#started.pop();
    }
    return failures;
  }

  /** Ends what would outlive this process. For the moment before it exits without waiting. */
  kill(): void {
    for (const { kill } of this.#started.toReversed()) kill?.();
  }
}
