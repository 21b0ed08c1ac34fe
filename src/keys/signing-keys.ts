import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import { err, ok, type Result } from "../base/result.ts";
import type { PublicJwk } from "../model/client-keys.ts";

/** A key that tokens are signed with (ES256). */
export interface SigningKey {
  /** The beginning of its thumbprint (RFC 7638), so that the same key has the same name everywhere. */
  readonly kid: string;
  readonly key: KeyObject;
}

/**
 * Which key signs, which one will, and which did. Envoys know all of them: a key is known everywhere
 * long before it first signs, so that no rotation has a moment in which a new token is unknown.
 */
export interface SigningKeys {
  readonly signing: SigningKey;
  readonly next: SigningKey;
  readonly old: readonly SigningKey[];
}

export function makeSigningKeys(): SigningKeys {
  return { signing: makeKey(), next: makeKey(), old: [] };
}

/** @param inUse of those that signed before, which still have tokens that have not expired */
export function rotated({ signing, next, old }: SigningKeys, inUse: (kid: string) => boolean): SigningKeys {
  return { signing: next, next: makeKey(), old: [signing, ...old.filter(({ kid }) => inUse(kid))] };
}

export function allOf({ signing, next, old }: SigningKeys): readonly SigningKey[] {
  return [signing, next, ...old];
}

export function signingKeyOf(key: KeyObject): SigningKey {
  return { kid: publicJwk(key).kid, key };
}

/** @param key a private or public key on the curve P-256 */
export function publicJwk(key: KeyObject): PublicJwk {
  const { x = "", y = "" } = (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });
  const thumbprint = createHash("sha256").update(JSON.stringify({ crv: "P-256", kty: "EC", x, y }));
  const kid = thumbprint.digest("base64url").slice(0, 16);
  return { kty: "EC", crv: "P-256", x, y, kid, alg: "ES256", use: "sig" };
}

/** As it is kept, private parts included. */
export function formatSigningKeys({ signing, next, old }: SigningKeys): string {
  const jwk = ({ key }: SigningKey) => key.export({ format: "jwk" });
  const kept = { signing: jwk(signing), next: jwk(next), old: old.map(jwk) };
  return `${JSON.stringify(kept, undefined, 2)}\n`;
}

/** An error is words that follow "the file X". They never hold what it holds. */
export function parseSigningKeys(text: string): Result<SigningKeys, string> {
  try {
    const kept = JSON.parse(text) as { signing: JsonWebKey; next: JsonWebKey; old: readonly JsonWebKey[] };
    return ok({ signing: read(kept.signing), next: read(kept.next), old: kept.old.map(read) });
  } catch {
    return err("does not hold signing keys as Fairlead writes them");
  }
}

function read(jwk: JsonWebKey): SigningKey {
  if (jwk.crv !== "P-256") throw new Error("not on the curve P-256");
  return signingKeyOf(createPrivateKey({ key: jwk, format: "jwk" }));
}

function makeKey(): SigningKey {
  return signingKeyOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
}
