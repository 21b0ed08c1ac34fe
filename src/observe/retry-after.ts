/**
 * How long a `Retry-After` asks to wait, in ms: seconds, or a date (RFC 9110 §10.2.3). Undefined for what is
 * neither, and for what is already over.
 */
export function retryAfterMs(text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  const ms = /^\d{1,12}(\.\d{1,9})?$/.test(trimmed) ? Number(trimmed) * 1_000 : dateMs(trimmed) - nowMs;
  return ms > 0 ? ms : undefined;
}

function dateMs(text: string): number {
  return /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}
