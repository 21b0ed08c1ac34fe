import { hash } from "node:crypto";
import { invalidWire } from "./wire-reader.ts";

/** The names of a request, as they came. The same object for the same bytes, as long as it is remembered. */
export interface NameList {
  readonly bytes: Buffer;
  readonly names: readonly string[];
  /** Length of the longest name. */
  readonly longest: number;
}

export const emptyList: NameList = { bytes: Buffer.alloc(0), names: [], longest: 0 };

/** Below this, looking a list up costs more than reading it. */
const shortBytes = 256;
const remembered = 64;
const rememberedBytes = 32 * 1024 * 1024;

/**
 * Reads lists of names. In state of the world a client repeats its whole list with every
 * acknowledgement, and a fleet sends the same list from everywhere: a list seen lately is known by its
 * bytes and not read again.
 */
export class NameLists {
  readonly #known = new Map<string, NameList>();
  #bytes = 0;

  /**
   * @param field repeated string fields of one number, one after the other as they came
   * @param previous the list that this one most likely is
   */
  read(field: Buffer, previous: NameList): NameList {
    if (field.length === 0) return emptyList;
    if (previous.bytes.equals(field)) return previous;
    if (field.length < shortBytes) return listOf(field);
    const digest = hash("sha256", field, "base64");
    const known = this.#known.get(digest);
    if (known !== undefined) return known;
    const made = listOf(field);
    this.#remember(digest, made);
    return made;
  }

  #remember(digest: string, list: NameList): void {
    this.#known.set(digest, list);
    this.#bytes += list.bytes.length;
    for (const [oldest, { bytes }] of this.#known) {
      if (this.#known.size <= remembered && this.#bytes <= rememberedBytes) return;
      this.#known.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }
}

function listOf(field: Buffer): NameList {
  const names: string[] = [];
  let longest = 0;
  for (let at = 0; at < field.length; ) {
    at += 1;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = field[at];
      if (byte === undefined || shift > 28) throw invalidWire();
      at += 1;
      length += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    if (at + length > field.length) throw invalidWire();
    const name = field.toString("utf8", at, at + length);
    names.push(name);
    longest = Math.max(longest, name.length);
    at += length;
  }
  // A copy, because the request's buffer is the transport's and may be far larger.
  return { bytes: Buffer.from(field), names, longest };
}
