import { framedInPlace, prefixBytes } from "../grpc/frames.ts";
import { controlPlane, deltaEntries, sotwEntries } from "./response-entries.ts";
import type { Saying } from "./say.ts";
import { fieldSize, textSize, WireWriter } from "./wire-writer.ts";

/** A response, ready for the wire. */
export interface Response {
  readonly nonce: string;
  /** With gRPC's prefix. */
  readonly frame: Buffer;
}

const remembered = 256;
const rememberedBytes = 64 * 1024 * 1024;

/**
 * Encodes responses, each once: streams that are owed the same are given the same bytes, nonce and all.
 * A nonce only has to be new to its stream (C1), so they count up for the whole server, and a stream
 * takes a response that exists already only when its nonce is higher than the last it had.
 */
export class Responses {
  readonly #identifier: Uint8Array;
  readonly #made = new Map<string, Response & { readonly number: number }>();
  #bytes = 0;
  #nonces = 0;

  constructor(identifier: string) {
    this.#identifier = controlPlane(identifier);
  }

  /**
   * @param key what the saying is known by: equal keys are equal sayings
   * @param after nonce that the stream had last; "" for none
   */
  of(key: string, after: string, saying: Saying): Response {
    const known = this.#made.get(key);
    if (known !== undefined && known.number > numberOf(after)) return known;
    this.#nonces += 1;
    const nonce = this.#nonces.toString(36);
    const made = { nonce, number: this.#nonces, frame: this.#encode(saying, nonce) };
    this.#remember(key, made);
    return made;
  }

  #remember(key: string, made: Response & { readonly number: number }): void {
    const replaced = this.#made.get(key);
    if (replaced !== undefined) {
      this.#made.delete(key);
      this.#bytes -= replaced.frame.length;
    }
    this.#made.set(key, made);
    this.#bytes += made.frame.length;
    for (const [oldest, { frame }] of this.#made) {
      if (this.#made.size <= remembered && this.#bytes <= rememberedBytes) return;
      this.#made.delete(oldest);
      this.#bytes -= frame.length;
    }
  }

  /** `DiscoveryResponse` or `DeltaDiscoveryResponse` (discovery.proto): they differ in few fields. */
  #encode(saying: Saying, nonce: string): Buffer {
    const { version, typeUrl, removed, dialect } = saying;
    const entries = dialect === "sotw" ? sotwEntries(saying) : deltaEntries(saying);
    const size =
      textSize(version) +
      entries.size +
      textSize(typeUrl) +
      textSize(nonce) +
      removed.reduce((sum, name) => sum + textSize(name), 0) +
      fieldSize(this.#identifier.length);
    const writer = new WireWriter(size, prefixBytes);
    writer.text(1, version);
    entries.write(writer);
    writer.text(4, typeUrl);
    writer.text(5, nonce);
    for (const name of removed) writer.text(6, name);
    writer.raw(dialect === "sotw" ? 6 : 7, this.#identifier);
    return framedInPlace(writer.bytes);
  }
}

function numberOf(nonce: string): number {
  return nonce === "" ? 0 : Number.parseInt(nonce, 36);
}
