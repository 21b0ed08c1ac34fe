/**
 * The mean of the latest values, in the memory of two numbers: exact for the first `window`, and from then on
 * weighted exponentially, so that the latest `window` make up two thirds of it.
 */
export interface RecentMean {
  readonly count: number;
  /** 0 while there is no value. */
  readonly mean: number;
}

export const noValues: RecentMean = { count: 0, mean: 0 };

const window = 100;

export function withValue({ count, mean }: RecentMean, value: number): RecentMean {
  const weight = Math.min(count + 1, window);
  return { count: weight, mean: mean + (value - mean) / weight };
}
