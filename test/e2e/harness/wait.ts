/** Waits until `check` gives something other than undefined or false; fails with `what` and the last error. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 15_000,
): Promise<T> {
  const endMs = performance.now() + timeoutMs;
  let last: unknown;
  while (performance.now() < endMs) {
    try {
      const value = await check();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw new Error(
    `waited ${timeoutMs} ms in vain until ${what}${last === undefined ? "" : `: ${String(last)}`}`,
  );
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
