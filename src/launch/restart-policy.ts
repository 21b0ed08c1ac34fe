/** How often a child is started again. Times are in milliseconds. */
export interface RestartPolicy {
  /** Wait before the first restart; it doubles with every further quick death. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A child that ran this long was well, and its next death starts the count again. */
  readonly settledMs: number;
  /** A child that was never well is given up after this many starts: it would never be. */
  readonly hopelessStarts: number;
}

export const defaultRestartPolicy: RestartPolicy = {
  firstDelayMs: 250,
  longestDelayMs: 10_000,
  settledMs: 5_000,
  hopelessStarts: 3,
};

/** What is remembered from one death to the next. */
export interface Deaths {
  /** Quick deaths in a row. */
  readonly quick: number;
  /** Whether the child was ever well. */
  readonly everSettled: boolean;
}

export const noDeaths: Deaths = { quick: 0, everSettled: false };

export function died(before: Deaths, livedMs: number, policy: RestartPolicy): Deaths {
  return livedMs >= policy.settledMs
    ? { quick: 1, everSettled: true }
    : { ...before, quick: before.quick + 1 };
}

/** How long to wait before the next start, or "give up". */
export function nextStart({ quick, everSettled }: Deaths, policy: RestartPolicy): number | "give up" {
  if (!everSettled && quick >= policy.hopelessStarts) return "give up";
  return Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (quick - 1));
}
