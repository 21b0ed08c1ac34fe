/** `500ms`, `10s`, `1.5s`, `5m`, `1h`. */
export const durationPattern = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/;

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a text that fits `durationPattern`. */
export function durationMs(text: string): number {
  const [, amount = "0", unit = "ms"] = durationPattern.exec(text) ?? [];
  return Math.round(Number(amount) * (units[unit] ?? 1));
}
