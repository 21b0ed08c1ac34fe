/** How long a client is given to ask for the endpoints of a cluster that it has acknowledged. */
const askMs = 250;

/**
 * The clusters that a client was sent and does not use yet, because their endpoints are not
 * acknowledged. A route that comes now would answer 503 until they are.
 */
export class Warming {
  readonly #sinceMs = new Map<string, number>();
  #ackedAtMs: number | undefined;

  some(is: (key: string) => boolean): boolean {
    for (const key of this.#sinceMs.keys()) if (is(key)) return true;
    return false;
  }

  /** These clusters were sent. */
  began(keys: Iterable<string>, nowMs: number): void {
    for (const key of keys) this.#sinceMs.set(key, nowMs);
    this.#ackedAtMs = undefined;
  }

  clustersAcked(nowMs: number): void {
    this.#ackedAtMs = nowMs;
  }

  /** Endpoints of these were acknowledged; undefined for all. */
  ended(keys: readonly string[] | undefined): void {
    if (keys === undefined) this.#sinceMs.clear();
    else for (const key of keys) this.#sinceMs.delete(key);
  }

  /**
   * Until when what refers to clusters waits; undefined when nothing is waited for.
   *
   * @param asked whether the client has asked for the endpoints of a cluster that has some; undefined
   *   when there are none to ask for
   */
  untilMs(asked: (key: string) => boolean | undefined, holdMs: number, nowMs: number): number | undefined {
    let until: number | undefined;
    for (const [key, sinceMs] of this.#sinceMs) {
      const wanted = asked(key);
      const patienceMs =
        wanted === true || this.#ackedAtMs === undefined ? sinceMs + holdMs : this.#ackedAtMs + askMs;
      const endsMs = Math.min(sinceMs + holdMs, patienceMs);
      if (wanted === undefined || endsMs <= nowMs) this.#sinceMs.delete(key);
      else until = Math.max(until ?? 0, endsMs);
    }
    return until;
  }
}
