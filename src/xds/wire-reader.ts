/**
 * Walks the top-level fields of an encoded message (protobuf "Encoding") without making objects of them:
 * a list of ten thousand names is as many fields. What it says of the present field changes with `next`.
 */
export class WireReader {
  readonly #bytes: Buffer;
  #next = 0;
  number = 0;
  wireType = 0;
  /** Where the field begins, with its tag. */
  start = 0;
  /** Where its content begins and ends; for a number the content is the number's own bytes. */
  from = 0;
  to = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Goes to the next field; false at the end. Throws where the bytes are no message. */
  next(): boolean {
    if (this.#next >= this.#bytes.length) return false;
    this.start = this.#next;
    const tag = this.#varint();
    this.wireType = tag & 7;
    this.number = Math.floor(tag / 8);
    if (this.number === 0) throw invalidWire();
    this.from = this.#next;
    this.#next = this.to = this.#end();
    if (this.to > this.#bytes.length) throw invalidWire();
    return true;
  }

  /** Goes on behind a run of fields whose end is known. */
  skipTo(end: number): void {
    this.#next = this.to = end;
  }

  text(): string {
    return this.#bytes.toString("utf8", this.from, this.to);
  }

  content(): Buffer {
    return this.#bytes.subarray(this.from, this.to);
  }

  #end(): number {
    if (this.wireType === 2) {
      const length = this.#varint();
      this.from = this.#next;
      return this.from + length;
    }
    if (this.wireType === 0) {
      this.#varint();
      return this.#next;
    }
    if (this.wireType === 1) return this.from + 8;
    if (this.wireType === 5) return this.from + 4;
    throw invalidWire();
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 70; factor *= 128) {
      const byte = this.#bytes[this.#next];
      if (byte === undefined) throw invalidWire();
      this.#next += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw invalidWire();
  }
}

export function invalidWire(): Error {
  return new Error("the bytes are not a message");
}
