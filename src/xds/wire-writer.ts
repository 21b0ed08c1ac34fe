/**
 * Writes the length-delimited fields of a message into one buffer (protobuf "Encoding"). The size is worked
 * out before, so that ten thousand resources are copied once and not once for each message around them.
 * Field numbers must be below 16: their tags are one byte. An empty field is not written, as proto3 has it.
 */
export class WireWriter {
  readonly bytes: Buffer;
  #at: number;

  /** @param room bytes left free in front, for who carries the message */
  constructor(size: number, room = 0) {
    this.bytes = Buffer.allocUnsafe(room + size);
    this.#at = room;
  }

  text(field: number, value: string): void {
    if (value === "") return;
    this.begin(field, Buffer.byteLength(value));
    this.#at += this.bytes.write(value, this.#at);
  }

  raw(field: number, value: Uint8Array): void {
    if (value.length === 0) return;
    this.begin(field, value.length);
    this.bytes.set(value, this.#at);
    this.#at += value.length;
  }

  /** The head of a field whose content of `length` bytes is written next. */
  begin(field: number, length: number): void {
    this.bytes[this.#at] = (field << 3) | 2;
    this.#at += 1;
    let rest = length;
    for (; rest >= 128; rest = Math.floor(rest / 128)) {
      this.bytes[this.#at] = (rest % 128) | 128;
      this.#at += 1;
    }
    this.bytes[this.#at] = rest;
    this.#at += 1;
  }
}

/** Bytes that a field takes with its head, for content of this many bytes; 0 for none. */
export function fieldSize(length: number): number {
  if (length === 0) return 0;
  let head = 2;
  for (let rest = length; rest >= 128; rest = Math.floor(rest / 128)) head += 1;
  return head + length;
}

export function textSize(value: string): number {
  return fieldSize(Buffer.byteLength(value));
}
