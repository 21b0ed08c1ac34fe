/** How fast new streams are let in. */
export interface Admission {
  /** Streams a second, for as long as they come. */
  readonly streamsPerSecond: number;
  /** How many may come at once after a quiet time. */
  readonly burst: number;
}

/**
 * A bucket of tokens that fills with time: a fleet that comes back all at once is let in at a pace at
 * which everyone is served, and the others are told to come again (Envoy does, with a growing pause).
 */
export class AdmissionBucket {
  readonly #admission: Admission;
  #tokens: number;
  #filledAtMs: number;

  constructor(admission: Admission, nowMs: number) {
    this.#admission = admission;
    this.#tokens = admission.burst;
    this.#filledAtMs = nowMs;
  }

  /** @param cost tokens that it takes; nobody is let in for a part. */
  admits(nowMs: number, cost = 1): boolean {
    const { streamsPerSecond, burst } = this.#admission;
    const earned = (Math.max(0, nowMs - this.#filledAtMs) / 1_000) * streamsPerSecond;
    this.#tokens = Math.min(burst, this.#tokens + earned);
    this.#filledAtMs = nowMs;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }
}
