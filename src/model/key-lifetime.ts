const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** For a key whose maker did not say: a year. */
export const defaultLifetime = "365d";

/** What would be right. */
export const lifetimeExpected = "a time such as 30m, 12h or 90d, at most 3650d";

const longestMs = 3_650 * 86_400_000;

/** Milliseconds of `30m`, `12h`, `90d`; undefined for what is no such time, is 0, or is longer than ten years. */
export function lifetimeMs(text: string): number | undefined {
  const [, amount = "0", unit = ""] = /^(\d{1,7})([mhd])$/.exec(text) ?? [];
  const ms = Number(amount) * (units[unit] ?? 0);
  return ms > 0 && ms <= longestMs ? ms : undefined;
}
