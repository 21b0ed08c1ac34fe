import { setTimeout as pause } from "node:timers/promises";

const betweenMs = 100;
const attemptMs = 2_000;

/**
 * Asks an URL until it answers with 2xx. Gives undefined then, and otherwise what the last attempt
 * said when the time was over. Rejects when `signal` says stop.
 */
export async function waitForAnswer(
  url: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    const said = await ask(url, signal);
    if (said === undefined) return undefined;
    signal.throwIfAborted();
    if (performance.now() >= endMs) return said;
    await pause(betweenMs, undefined, { signal });
  }
}

/** undefined for a good answer, otherwise why it was none. */
async function ask(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]) });
    await response.body?.cancel();
    return response.ok ? undefined : `status ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}
