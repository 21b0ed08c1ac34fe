import type { Secret } from "../base/secret.ts";

/** How an https backend is checked, and how we show ourselves to it. */
export interface BackendTls {
  /** The only authorities it may have its certificate from; undefined for the public ones and `gateway.trustedCa`. */
  readonly ca: OwnCa | undefined;
  /** What we show of ourselves when it asks; undefined for nothing. */
  readonly certificate: OwnCertificate | undefined;
  /** Sent as SNI, and looked for in its certificate; undefined for the URL's host. */
  readonly serverName: string | undefined;
  /** Said by the operator: any certificate will do. */
  readonly unchecked: boolean;
}

/** PEM. The owner tells where it was written: `provider/<name>` or `endpoint/<id>`. */
export interface OwnCa {
  readonly owner: string;
  readonly pem: string;
}

export interface OwnCertificate {
  readonly owner: string;
  /** PEM: ours, and those between it and the authority. */
  readonly chain: string;
  /** PEM. */
  readonly key: Secret;
}

/** Where nothing is said. */
export const usualTls: BackendTls = {
  ca: undefined,
  certificate: undefined,
  serverName: undefined,
  unchecked: false,
};

/** One word for each way of speaking TLS, the same for all who speak it; without what it refers to. */
export function variantOf({ ca, certificate, serverName, unchecked }: BackendTls): string {
  const said = [
    ...(unchecked ? ["unchecked"] : []),
    ...(ca === undefined ? [] : [`ca=${ca.owner}`]),
    ...(certificate === undefined ? [] : [`certificate=${certificate.owner}`]),
    ...(serverName === undefined ? [] : [`name=${serverName}`]),
  ];
  return said.length === 0 ? "tls" : `tls ${said.join(" ")}`;
}

/** Whether a connection made in the one way may serve the other. */
export function sameTls(a: BackendTls, b: BackendTls): boolean {
  return (
    a === b ||
    (variantOf(a) === variantOf(b) &&
      a.ca?.pem === b.ca?.pem &&
      a.certificate?.chain === b.certificate?.chain &&
      a.certificate?.key.reveal() === b.certificate?.key.reveal())
  );
}
