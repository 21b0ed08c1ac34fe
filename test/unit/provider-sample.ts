import type { Secret } from "../../src/base/secret.ts";
import { bearer, type Provider } from "../../src/model/provider.ts";

/** A provider with a key, or none, and what a test says otherwise. */
export function providerWith(secret: Secret | undefined, parts: Partial<Provider> = {}): Provider {
  return {
    name: "main",
    credential: secret && { secret, sentAs: bearer },
    headers: new Map(),
    query: new Map(),
    tls: undefined,
    source: { path: "providers.main.credential", line: 1, column: 1 },
    ...parts,
  };
}
