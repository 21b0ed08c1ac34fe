/** ISO 8601 in UTC: `2026-11-24T09:30:00.000Z`. */
export function isoTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** 0 stands for "never" in what the engine remembers. */
export function isoTimeOrNull(epochMs: number): string | null {
  return epochMs > 0 ? isoTime(epochMs) : null;
}

/** How long ago in ms; never negative, since a clock may be set back. */
export function ageMs(epochMs: number, nowMs: number): number {
  return Math.max(0, Math.round(nowMs - epochMs));
}
