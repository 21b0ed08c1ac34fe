import { sign } from "node:crypto";
import { type ClientKey, keyIssuer, keyPrefix } from "../model/client-keys.ts";
import type { SigningKey } from "./signing-keys.ts";

/** What a client sends: the prefix and a JSON Web Token. Whoever has it is the client. */
export function tokenOf(key: ClientKey, { kid, key: signingKey }: SigningKey): string {
  const said = `${encoded({ alg: "ES256", kid })}.${encoded(claimsOf(key))}`;
  const signature = sign("sha256", Buffer.from(said), { key: signingKey, dsaEncoding: "ieee-p1363" });
  return `${keyPrefix}${said}.${signature.toString("base64url")}`;
}

function claimsOf({ id, name, team, models, createdMs, expiresMs }: ClientKey): object {
  return {
    iss: keyIssuer,
    jti: id,
    name,
    ...(team === undefined ? {} : { team }),
    models,
    iat: Math.floor(createdMs / 1_000),
    exp: Math.floor(expiresMs / 1_000),
  };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
