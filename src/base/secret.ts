/**
 * A value that must travel but never be shown. Printing, inspecting or serialising it gives
 * `[secret]`; only `reveal()` gives the text, so every use can be found by searching for that word.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  /** Same content, without telling what it is. */
  equals(other: Secret): boolean {
    return this.#text === other.#text;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  /** What `console.log` and `util.inspect` show. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[secret]";
  }
}
