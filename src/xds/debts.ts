import { isCollection } from "../snapshot/resource-key.ts";
import type { TypeStore } from "../snapshot/type-store.ts";
import { type Held, hasAlready, type Sent } from "./sent.ts";

/** What one client may be owed of one type, name by name where it is not everything. */
export class Debts {
  /** Everything selected is owed, and the client is known to have nothing. */
  whole = false;
  /** An answer is owed even if there is nothing: to a first wildcard (C15, X9). */
  answer = false;
  /** Something has changed since the last response: what was refused with others is worth another try. */
  news = false;
  /** What may differ from what the client has, with what it has. */
  readonly #pending = new Map<string, Held>();
  /** Keys that are owed an answer even when nothing changed (W3, X4). */
  readonly #forced = new Set<string>();
  /** Keys whose time to live is to be renewed. */
  readonly #beats = new Set<string>();

  /** Whether there is something to look at; it may turn out that nothing is owed. */
  get any(): boolean {
    return this.whole || this.answer || this.#pending.size > 0;
  }

  /** Whether nothing is owed name by name. */
  get none(): boolean {
    return this.#pending.size === 0;
  }

  has(key: string): boolean {
    return this.#pending.has(key);
  }

  /** It may be another than what the client has; what it has was noted before if it is there already. */
  differs(key: string, held: Held): void {
    if (!this.#pending.has(key)) this.#pending.set(key, held);
  }

  /** What the client has is this, whatever was noted before. */
  correct(key: string, held: Held): void {
    this.#pending.set(key, held);
  }

  /** An answer is owed about this one, the same or not. */
  force(key: string, held: Held): void {
    this.differs(key, held);
    this.#forced.add(key);
  }

  forget(key: string): void {
    this.#pending.delete(key);
    this.#forced.delete(key);
    this.#beats.delete(key);
  }

  /** Only these are owed from now on, and for no answer. */
  keep(kept: ReadonlyMap<string, Held>): void {
    this.#pending.clear();
    this.#forced.clear();
    for (const [key, held] of kept) this.#pending.set(key, held);
  }

  pending(): Iterable<readonly [string, Held]> {
    return this.#pending;
  }

  isForced(key: string): boolean {
    return this.#forced.has(key);
  }

  forced(): Iterable<string> {
    return this.#forced;
  }

  /** Whether an answer is owed about something that the client does not have. */
  get first(): boolean {
    for (const key of this.#forced) if (this.#pending.get(key) === undefined) return true;
    return false;
  }

  /** What of these is owed because it changed; it is owed no longer. */
  takeChanged(keys: Iterable<string>, type: TypeStore): ReadonlyMap<string, Sent> {
    const taken = new Map<string, Sent>();
    for (const key of keys) {
      const held = this.#pending.get(key);
      const resource = type.get(key);
      if (held === undefined || resource === undefined || hasAlready(held, resource)) continue;
      taken.set(key, { resource, held });
      this.#pending.delete(key);
      this.#forced.delete(key);
    }
    return taken;
  }

  beat(key: string): void {
    this.#beats.add(key);
  }

  takeBeats(): readonly string[] {
    const beats = [...this.#beats];
    this.#beats.clear();
    return beats;
  }

  /** Names that are asked for and not there. */
  missing(type: TypeStore): readonly string[] {
    return [...this.#forced].filter((key) => type.get(key) === undefined && !isCollection(key));
  }
}
