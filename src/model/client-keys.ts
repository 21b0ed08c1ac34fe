import type { Secret } from "../base/secret.ts";

/** What the file says of who may call. */
export interface ClientKeySettings {
  /** Whether Envoy answers only to clients with a key. */
  readonly required: boolean;
  /** Where keys are kept, relative to the configuration file. */
  readonly folder: string;
  /** PEM of the operator's own signing key; undefined for one that Fairlead makes and keeps in the folder. */
  readonly signingKey: Secret | undefined;
  /** PEM of further public keys whose tokens are let in: those that signed before. */
  readonly acceptedKeys: readonly string[];
}

/** What is kept of a key. The key itself is a token that is shown once and kept nowhere. */
export interface ClientKey {
  readonly id: string;
  readonly name: string;
  readonly team: string | undefined;
  /** What it may name in `model`; `*` for everything. */
  readonly models: readonly string[];
  readonly createdMs: number;
  readonly expiresMs: number;
  /** Undefined while it is good. */
  readonly revokedMs: number | undefined;
}

/** All that Envoys are told of keys. It does not grow with their number. */
export interface PublishedKeys {
  /** The public keys that tokens may be signed with, as JSON Web Keys. */
  readonly verification: readonly PublicJwk[];
  /** Ids of revoked keys that have not expired yet, sorted. */
  readonly revoked: readonly string[];
}

export interface PublicJwk {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: "ES256";
  readonly use: "sig";
}

/** What every key begins with, for clients that want `sk-` and for those who search for leaked ones. */
export const keyPrefix = "sk-fairlead-";

/** Who signs: a token of the same signing key for another purpose is not one of ours. */
export const keyIssuer = "fairlead";

/** Stands for every model. */
export const everyModel = "*";
