import type { Fact } from "../facts/fact.ts";
import type { PublishedKeys } from "../model/client-keys.ts";
import type { Desired } from "../model/desired.ts";
import type { Batch, OverrideRequest } from "./turn.ts";

/**
 * Where everything that happens waits for the next turn. A burst becomes one batch: whatever arrives
 * in one round of the event loop is one turn, and a lone verdict waits for nothing. Of two
 * configurations the later one wins, and of two sets of keys. It is bounded by what it is about: facts come at
 * the pace of the probes, which have at most one per endpoint under way, and of the access logs, whose streams are
 * read at a pace of their own, a message at a time, and every message is taken before the next is read.
 */
export class Inbox {
  readonly #onBatch: (batch: Batch) => void;
  #facts: Fact[] = [];
  #overrides: OverrideRequest[] = [];
  #desired: Desired | undefined;
  #keys: PublishedKeys | undefined;
  #scheduled: NodeJS.Immediate | undefined;

  constructor(onBatch: (batch: Batch) => void) {
    this.#onBatch = onBatch;
  }

  report(fact: Fact): void {
    this.#facts.push(fact);
    this.wake();
  }

  override(request: OverrideRequest): void {
    this.#overrides.push(request);
    this.wake();
  }

  configure(desired: Desired): void {
    this.#desired = desired;
    this.wake();
  }

  publishKeys(keys: PublishedKeys): void {
    this.#keys = keys;
    this.wake();
  }

  /** Takes the turn now, for a caller who wants to see its effect. */
  flush(): void {
    if (this.#scheduled === undefined) return;
    clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    const batch = {
      facts: this.#facts,
      overrides: this.#overrides,
      desired: this.#desired,
      keys: this.#keys,
    };
    this.#facts = [];
    this.#overrides = [];
    this.#desired = undefined;
    this.#keys = undefined;
    this.#onBatch(batch);
  }

  close(): void {
    if (this.#scheduled !== undefined) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
  }

  /** Takes a turn soon, also without anything that came in: time alone may change a judgement. */
  wake(): void {
    this.#scheduled ??= setImmediate(() => this.flush());
  }
}
