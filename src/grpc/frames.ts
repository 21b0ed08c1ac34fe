/** Length-Prefixed-Message of gRPC over HTTP/2: one byte for compression, four for the length. */
export const prefixBytes = 5;

/** A message as it goes over the wire, not compressed. */
export function frame(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(prefixBytes + message.length);
  framed.set(message, prefixBytes);
  return framedInPlace(framed);
}

/** The same for a message that was written behind `prefixBytes` of free room. */
export function framedInPlace(roomAndMessage: Buffer): Buffer {
  roomAndMessage[0] = 0;
  roomAndMessage.writeUInt32BE(roomAndMessage.length - prefixBytes, 1);
  return roomAndMessage;
}

export type FrameError =
  | { readonly kind: "compressed" }
  | { readonly kind: "too-long"; readonly bytes: number };

/**
 * Cuts a stream of chunks into messages. What a chunk begins is kept as it came and put together once,
 * so that a message in a thousand pieces is copied once and not a thousand times.
 */
export class Deframer {
  readonly #longest: number;
  #chunks: Buffer[] = [];
  #kept = 0;

  /** @param longest most bytes of a message; a longer one is refused before it is read. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Calls `onMessage` for each complete message; an error makes what follows unreadable. */
  take(chunk: Buffer, onMessage: (message: Buffer) => void): FrameError | undefined {
    this.#chunks.push(chunk);
    this.#kept += chunk.length;
    while (this.#kept >= prefixBytes) {
      const prefix = this.#head(prefixBytes);
      if (prefix[0] !== 0) return { kind: "compressed" };
      const length = prefix.readUInt32BE(1);
      if (length > this.#longest) return { kind: "too-long", bytes: length };
      if (this.#kept < prefixBytes + length) return undefined;
      const whole = this.#head(prefixBytes + length);
      this.#drop(prefixBytes + length);
      onMessage(whole.subarray(prefixBytes, prefixBytes + length));
    }
    return undefined;
  }

  /** At least the first `bytes` in one piece. */
  #head(bytes: number): Buffer {
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= bytes) return first;
    const whole = Buffer.concat(this.#chunks, this.#kept);
    // A prefix in two pieces is rare; the body is only put together when it is all there.
    this.#chunks = [whole];
    return whole;
  }

  #drop(bytes: number): void {
    const first = this.#chunks[0];
    this.#kept -= bytes;
    if (first === undefined) return;
    if (first.length === bytes) this.#chunks.shift();
    else this.#chunks[0] = first.subarray(bytes);
  }
}
