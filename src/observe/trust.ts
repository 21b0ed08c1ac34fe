import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import type { BackendTls } from "../model/backend-tls.ts";

/** The public authorities, those of NODE_EXTRA_CA_CERTS, and the machine's own; PEM, each once. */
export function knownAuthorities(): readonly string[] {
  return [...new Set([...getCACertificates("default"), ...getCACertificates("system")])];
}

/**
 * Makes contexts that trust the public authorities, the machine's own, and `trustedCa` (PEM; "" for none), or
 * the backend's own authorities alone, and show its client certificate. Reading several hundred certificates
 * takes tens of milliseconds, so the latest ones are kept.
 */
export function trustKeeper(): (trustedCa: string, tls: BackendTls) => SecureContext {
  const kept = new Map<string, SecureContext>();
  return (trustedCa, { ca, certificate }) => {
    const key = JSON.stringify([
      ca?.pem ?? trustedCa,
      ca === undefined,
      certificate?.owner,
      certificate?.chain,
    ]);
    const context = kept.get(key) ?? contextOf(trustedCa, ca, certificate);
    kept.delete(key);
    kept.set(key, context);
    for (const [oldest] of kept) if (kept.size > contextsKept) kept.delete(oldest);
    return context;
  };
}

/** Origins hold theirs; this many are found again without being made anew. */
const contextsKept = 16;

function contextOf(
  trustedCa: string,
  own: BackendTls["ca"],
  certificate: BackendTls["certificate"],
): SecureContext {
  const usual = trustedCa === "" ? [...knownAuthorities()] : [...knownAuthorities(), trustedCa];
  return createSecureContext({
    ca: own === undefined ? usual : [own.pem],
    ...(certificate && { cert: certificate.chain, key: certificate.key.reveal() }),
  });
}
