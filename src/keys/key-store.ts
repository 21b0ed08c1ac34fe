import { randomBytes } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { invariant } from "../base/invariant.ts";
import type { ClientKey, PublishedKeys } from "../model/client-keys.ts";
import { appendLine, createFile, replaceFile, textOf } from "./durable-file.ts";
import { type Issued, issuedIn, issuedLine, type Revoked, revokedIn, revokedLine } from "./key-lines.ts";
import {
  allOf,
  formatSigningKeys,
  makeSigningKeys,
  parseSigningKeys,
  publicJwk,
  rotated,
  type SigningKey,
  type SigningKeys,
} from "./signing-keys.ts";
import { tokenOf } from "./token.ts";

export interface KeyStoreOptions {
  /** Made at first use, for this user alone. */
  readonly folder: string;
  /** The operator's own key, instead of those in the folder. */
  readonly given: GivenKeys | undefined;
}

export interface GivenKeys {
  readonly signing: SigningKey;
  /** Signed before; their tokens stay good. */
  readonly accepted: readonly SigningKey[];
}

export interface NewKey {
  readonly name: string;
  readonly team: string | undefined;
  readonly models: readonly string[];
  readonly expiresMs: number;
}

/** Something about the kept files that a person has to mend; the message says which and what. */
export class KeyStoreError extends Error {}

/**
 * The keys of one installation, in a folder. Issuing a key touches a file that nobody follows, so it
 * costs the fleet nothing; revoking and rotating touch the two that the control plane follows. Every
 * process that has the folder may do any of it at any time.
 */
export class KeyStore {
  readonly #folder: string;
  readonly #given: GivenKeys | undefined;

  constructor({ folder, given }: KeyStoreOptions) {
    this.#folder = folder;
    this.#given = given;
  }

  /** Issues a key. The token is in nothing but what is returned. */
  create(asked: NewKey, nowMs: number): { readonly key: ClientKey; readonly token: string } {
    const key = { id: newId(), ...asked, createdMs: nowMs, revokedMs: undefined };
    const signing = this.#given?.signing ?? this.#signingKeys().signing;
    const token = tokenOf(key, signing);
    this.#tried(issuedFile, (file) => appendLine(file, issuedLine({ key, kid: signing.kid })));
    return { key, token };
  }

  /** Every key, the oldest first, read as it is asked for: there may be millions. */
  async *list(): AsyncIterable<ClientKey> {
    const revoked = this.#revoked();
    for await (const { key } of this.#issued()) yield withRevocation(key, revoked);
  }

  async find(id: string): Promise<ClientKey | undefined> {
    for await (const { key } of this.#issued((line) => line.includes(id)))
      if (key.id === id) return withRevocation(key, this.#revoked());
    return undefined;
  }

  /** Revokes a key, for good. One that is revoked already stays as it is. Undefined when there is none of the id. */
  async revoke(id: string, nowMs: number): Promise<ClientKey | undefined> {
    const key = await this.find(id);
    if (key === undefined || key.revokedMs !== undefined) return key;
    const entry = { id, revokedMs: nowMs, expiresMs: key.expiresMs };
    this.#tried(revokedFile, (file) => appendLine(file, revokedLine(entry)));
    return { ...key, revokedMs: nowMs };
  }

  /** Lets the next key sign, and makes one more. Those that signed before stay known while a token of theirs is good. */
  async rotate(nowMs: number): Promise<SigningKeys> {
    if (this.#given !== undefined) {
      throw new KeyStoreError(
        "the signing key is given by `clientKeys.signingKey`: put another there, and the old one's public key into `clientKeys.acceptedKeys`",
      );
    }
    const inUse = new Set<string>();
    for await (const { key, kid } of this.#issued()) if (key.expiresMs > nowMs) inUse.add(kid);
    const after = rotated(this.#signingKeys(), (kid) => inUse.has(kid));
    this.#tried(signingFile, (file) => replaceFile(file, formatSigningKeys(after)));
    return after;
  }

  /**
   * What Envoys are to be told.
   *
   * @param onUnreadable is told of every line that says nothing: a crash cut it short, or somebody edited the file
   */
  published(nowMs: number, onUnreadable: (place: string) => void): PublishedKeys {
    const keys =
      this.#given === undefined ? allOf(this.#signingKeys()) : [this.#given.signing, ...this.#given.accepted];
    const revoked = [...this.#revoked(onUnreadable).values()];
    return {
      verification: keys.map(({ key }) => publicJwk(key)).sort((a, b) => (a.kid < b.kid ? -1 : 1)),
      revoked: revoked
        .filter(({ expiresMs }) => expiresMs > nowMs)
        .map(({ id }) => id)
        .sort(),
    };
  }

  #signingKeys(): SigningKeys {
    return this.#tried(signingFile, (file) => {
      if (textOf(file) === undefined) createFile(file, formatSigningKeys(makeSigningKeys()));
      const text = textOf(file);
      invariant(text !== undefined, "a file that was made is there");
      const parsed = parseSigningKeys(text);
      if (!parsed.ok) throw new KeyStoreError(`the file ${file} ${parsed.error}`);
      return parsed.value;
    });
  }

  #revoked(onUnreadable: (place: string) => void = () => {}): ReadonlyMap<string, Revoked> {
    const file = join(this.#folder, revokedFile);
    const lines = (this.#tried(revokedFile, textOf) ?? "").split("\n");
    const revoked = new Map<string, Revoked>();
    for (const [index, line] of lines.entries()) {
      const entry = line === "" ? undefined : revokedIn(line);
      if (entry !== undefined && !revoked.has(entry.id)) revoked.set(entry.id, entry);
      if (entry === undefined && line !== "") onUnreadable(`${file}:${index + 1}`);
    }
    return revoked;
  }

  async *#issued(wanted: (line: string) => boolean = () => true): AsyncIterable<Issued> {
    const file = join(this.#folder, issuedFile);
    if (!existsSync(file)) return;
    try {
      for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
        const issued = wanted(line) ? issuedIn(line) : undefined;
        if (issued !== undefined) yield issued;
      }
    } catch (error) {
      throw unusable(file, error);
    }
  }

  #tried<T>(name: string, act: (file: string) => T): T {
    const file = join(this.#folder, name);
    try {
      return act(file);
    } catch (error) {
      throw error instanceof KeyStoreError ? error : unusable(file, error);
    }
  }
}

export const signingFile = "signing-keys.json";
export const revokedFile = "revoked.jsonl";
const issuedFile = "issued.jsonl";

function newId(): string {
  return `key_${randomBytes(10).toString("hex")}`;
}

function withRevocation(key: Issued["key"], revoked: ReadonlyMap<string, Revoked>): ClientKey {
  return { ...key, revokedMs: revoked.get(key.id)?.revokedMs };
}

function unusable(file: string, error: unknown): KeyStoreError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const why =
    code === "EACCES" || code === "EPERM"
      ? "may not be read or written by this user"
      : code === "EROFS" || code === "ENOSPC"
        ? `cannot be written (${code})`
        : `cannot be used (${code})`;
  return new KeyStoreError(`the file ${file} ${why}`, { cause: error });
}
