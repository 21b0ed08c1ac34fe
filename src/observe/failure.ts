import { errors } from "undici";

/** What went wrong on the network, in words for a person. Never holds anything that was sent. */
export function describeFailure(error: unknown): string {
  if (error instanceof errors.HTTPParserError) return "the answer is not HTTP";
  const code = codeOf(error);
  if (code === undefined) return "connection failed";
  if (code.startsWith("ERR_SSL_")) return "the port does not speak TLS as we do";
  return reasons[code] ?? `connection failed (${code})`;
}

/**
 * Our own side has run out of sockets, ports or memory: says nothing about the backend, and would say
 * it about all of them at once.
 */
export function isOurTrouble(error: unknown): boolean {
  return ["EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "EADDRNOTAVAIL"].includes(codeOf(error) ?? "");
}

/** The other side ended the connection, as a server also does to one that was idle for long. */
export function isHangUp(error: unknown): boolean {
  return ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE", "ECONNABORTED"].includes(codeOf(error) ?? "");
}

/** Node's, OpenSSL's and undici's codes. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset",
  ECONNABORTED: "connection reset",
  EPIPE: "connection closed without a complete answer",
  ETIMEDOUT: "no answer to the attempt to connect",
  EHOSTUNREACH: "host unreachable",
  ENETUNREACH: "network unreachable",
  EAFNOSUPPORT: "no address of a kind that this machine can reach",
  EACCES: "this machine does not permit the connection",
  EPERM: "this machine does not permit the connection",
  ENOTFOUND: "the host name does not resolve",
  EAI_AGAIN: "the host name cannot be resolved at the moment",
  EPROTO: "the port does not speak TLS as we do",
  CERT_HAS_EXPIRED: "the certificate has expired",
  CERT_NOT_YET_VALID: "the certificate is not valid yet",
  CERT_REVOKED: "the certificate was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another name",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate is from an authority that is not trusted",
  UNABLE_TO_GET_ISSUER_CERT: "the certificate is from an authority that is not trusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "the certificate is from an authority that is not trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the certificate is from an authority that is not trusted",
  UND_ERR_SOCKET: "connection closed without a complete answer",
  UND_ERR_HEADERS_OVERFLOW: "the answer's headers are longer than 16 KiB",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer is not as long as it says",
  UND_ERR_INVALID_ARG: "the path or the credential cannot be sent in an HTTP request",
};

/** Of several addresses that were tried, the first error speaks for all. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : undefined;
}
