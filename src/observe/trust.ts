import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";

/** The public authorities, those of NODE_EXTRA_CA_CERTS, and the machine's own; PEM, each once. */
export function knownAuthorities(): readonly string[] {
  return [...new Set([...getCACertificates("default"), ...getCACertificates("system")])];
}

/**
 * Makes contexts that trust the public authorities, the machine's own, and `trustedCa` (PEM; "" for
 * none). Reading several hundred certificates takes tens of milliseconds, so the latest one is kept.
 */
export function trustKeeper(): (trustedCa: string) => SecureContext {
  let latest: { readonly trustedCa: string; readonly context: SecureContext } | undefined;
  return (trustedCa) => {
    if (latest?.trustedCa !== trustedCa) {
      const known = knownAuthorities();
      const ca = trustedCa === "" ? [...known] : [...known, trustedCa];
      latest = { trustedCa, context: createSecureContext({ ca }) };
    }
    return latest.context;
  };
}
