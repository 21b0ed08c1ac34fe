import type { Sent } from "./sent.ts";

/** How long an unexplained refusal is left alone before its parts are tried. */
const pauseMs = 5_000;

/** Most responses spent on finding the bad ones among many; what is not cleared by then stays refused. */
const trialsMax = 64;

/**
 * The resources that one client refused and is not sent again (C5), and the search for the bad ones
 * among them: a response is refused as a whole, but often for one resource of many, and the others must
 * not wait for somebody to mend that one. If the client's words name some, those are the bad ones.
 * Otherwise, after a pause, halves are tried, so that a client that refuses everything costs a bounded
 * number of responses and never the same one twice.
 */
export class Refusals {
  readonly #refused = new Map<string, Sent>();
  #trials: (readonly string[])[] = [];
  #trialsLeft = 0;
  #trialsFromMs = 0;

  get size(): number {
    return this.#refused.size;
  }

  get(key: string): Sent | undefined {
    return this.#refused.get(key);
  }

  keys(): Iterable<string> {
    return this.#refused.keys();
  }

  /** It has changed, or is not wanted any more. Gives what the client has. */
  forget(key: string): Sent | undefined {
    const known = this.#refused.get(key);
    if (known === undefined) return undefined;
    this.#refused.delete(key);
    this.#trials = this.#trials.map((group) => group.filter((other) => other !== key)).filter(some);
    return known;
  }

  /**
   * Takes what was refused; gives the keys that are cleared by the client's words, and owed again.
   *
   * @param refused what of the refused response still stands; what has changed since is owed anyway
   * @param all keys of everything in that response
   */
  refuse(
    refused: ReadonlyMap<string, Sent>,
    all: readonly string[],
    words: string,
    trial: boolean,
    nowMs: number,
  ): readonly string[] {
    for (const [key, one] of refused) this.#refused.set(key, one);
    if (all.length <= 1) return [];
    const keys = [...refused.keys()];
    const named = new Set(all.filter((key) => names(words, key)));
    if (named.size > 0 && named.size < all.length) return keys.filter((key) => !named.has(key));
    if (!trial) {
      this.#trialsLeft = trialsMax;
      this.#trialsFromMs = nowMs + pauseMs;
    }
    const middle = keys.length >> 1;
    this.#trials.unshift(...[keys.slice(0, middle), keys.slice(middle)].filter(some));
    return [];
  }

  /**
   * Those of which nobody knows whether they are bad, to be sent once more with the next change: what was
   * refused may have been refused for what changes now. None if there are more than `most`.
   */
  takeSuspects(most: number): ReadonlyMap<string, Sent> {
    const keys = this.#trials.flat();
    if (keys.length > most) return new Map();
    this.#trials = [];
    return this.#take(keys);
  }

  /** When the next trial may begin; undefined when there is none. */
  get trialAtMs(): number | undefined {
    return this.#trials.length === 0 || this.#trialsLeft === 0 ? undefined : this.#trialsFromMs;
  }

  /** Keys to be sent on their own now, with what the client has; they count as refused no longer. */
  nextTrial(nowMs: number): ReadonlyMap<string, Sent> | undefined {
    if (this.trialAtMs === undefined || nowMs < this.#trialsFromMs) return undefined;
    const group = this.#trials.shift() ?? [];
    this.#trialsLeft -= 1;
    return this.#take(group);
  }

  #take(keys: readonly string[]): ReadonlyMap<string, Sent> {
    const taken = new Map<string, Sent>();
    for (const key of keys) {
      const sent = this.#refused.get(key);
      this.#refused.delete(key);
      if (sent !== undefined) taken.set(key, sent);
    }
    return taken;
  }
}

const some = (group: readonly string[]): boolean => group.length > 0;

/**
 * Whether the client's words name it: as a word of its own. A name of one letter must be in quotes,
 * since it may be an article.
 */
function names(words: string, key: string): boolean {
  for (let at = words.indexOf(key); at >= 0; at = words.indexOf(key, at + 1)) {
    const before = words[at - 1] ?? " ";
    const after = words[at + key.length] ?? " ";
    const quoted = /["'`]/.test(before) && /["'`]/.test(after);
    if (quoted || (key.length > 1 && !inName.test(before) && !inName.test(after.replace(/[.:]/, " "))))
      return true;
  }
  return false;
}

/** What may stand inside a name. */
const inName = /[\w./:@-]/;
