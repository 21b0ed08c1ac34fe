/** Walks the top-level fields of an encoded message (protobuf "Encoding"), without making objects of it. */
export interface Field {
  readonly number: number;
  /** Where the field begins, with its tag. */
  readonly start: number;
  /** Where its content begins and ends; for a number the content is the number's own bytes. */
  readonly from: number;
  readonly to: number;
  readonly wireType: number;
}

export function invalidWire(): Error {
  return new Error("the bytes are not a message");
}

export function* fieldsOf(bytes: Buffer): Generator<Field> {
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    const tag = varint(bytes, at);
    const wireType = tag.value & 7;
    const number = Math.floor(tag.value / 8);
    if (number === 0) throw invalidWire();
    let from = tag.next;
    let to: number;
    if (wireType === 2) {
      const length = varint(bytes, from);
      from = length.next;
      to = from + length.value;
    } else if (wireType === 0) to = varint(bytes, from).next;
    else if (wireType === 1) to = from + 8;
    else if (wireType === 5) to = from + 4;
    else throw invalidWire();
    if (to > bytes.length) throw invalidWire();
    yield { number, start, from, to, wireType };
    at = to;
  }
}

function varint(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let shift = 0; shift < 70; shift += 7) {
    const byte = bytes[from + shift / 7];
    if (byte === undefined) throw invalidWire();
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next: from + shift / 7 + 1 };
  }
  throw invalidWire();
}
