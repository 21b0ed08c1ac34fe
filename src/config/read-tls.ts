import { createPrivateKey, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { Secret } from "../base/secret.ts";
import { type BackendTls, type OwnCa, type OwnCertificate, usualTls } from "../model/backend-tls.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Path } from "./path.ts";
import { contentOf } from "./read-secret.ts";
import type { Reading } from "./reading.ts";

type TlsFile = NonNullable<NonNullable<ConfigFile["providers"]>[string]["tls"]>;

/** One section `tls` as far as it says something; a provider's and an endpoint's have the same keys. */
export function readTls(reading: Reading, path: Path, owner: string, file: TlsFile): Partial<BackendTls> {
  const { ca, certificate, key, serverName, dangerouslyAcceptAnyCertificate } = file;
  if (dangerouslyAcceptAnyCertificate === true) {
    reading.warn({
      path: [...path, "dangerouslyAcceptAnyCertificate"],
      message: "whoever is on the way can read and change everything, the key included",
      hint: "trust the backend's authority with `ca` instead",
    });
    if (ca !== undefined)
      reading.fault({
        path: [...path, "ca"],
        message: "is not looked at when any certificate is accepted",
        hint: "leave out `dangerouslyAcceptAnyCertificate`",
      });
  }
  if (serverName !== undefined && isIP(serverName) !== 0)
    reading.fault({ path: [...path, "serverName"], message: "is an address", expected: "a DNS name" });
  return {
    ...(ca === undefined ? {} : { ca: readCa(reading, [...path, "ca"], owner, ca) }),
    ...(certificate === undefined && key === undefined
      ? {}
      : { certificate: readCertificate(reading, path, owner, file) }),
    ...(serverName === undefined ? {} : { serverName: serverName.toLowerCase() }),
    ...(dangerouslyAcceptAnyCertificate === undefined ? {} : { unchecked: dangerouslyAcceptAnyCertificate }),
  };
}

/** What an endpoint says, laid over what its provider says, key by key. */
export function tlsOf(provider: Partial<BackendTls> | undefined, own: Partial<BackendTls>): BackendTls {
  const tls = { ...usualTls, ...provider, ...own };
  return own.ca === undefined ? tls : { ...tls, unchecked: own.unchecked ?? false };
}

function readCa(
  reading: Reading,
  path: Path,
  owner: string,
  source: NonNullable<TlsFile["ca"]>,
): OwnCa | undefined {
  const pem = contentOf(reading, path, source);
  if (pem === undefined) return undefined;
  if (!pem.includes("-----BEGIN CERTIFICATE-----")) {
    reading.fault({ path, message: "holds no certificate", expected: "PEM: -----BEGIN CERTIFICATE-----" });
    return undefined;
  }
  return { owner, pem };
}

/** Checked here to the end: Envoy would refuse a pair that does not fit, and the checks could not be made. */
function readCertificate(
  reading: Reading,
  path: Path,
  owner: string,
  { certificate, key }: TlsFile,
): OwnCertificate | undefined {
  if (certificate === undefined || key === undefined) {
    const missing = key === undefined ? "key" : "certificate";
    reading.fault({
      path: [...path, missing],
      message: "is missing",
      expected: "certificate and key, both",
      hint: `write ${missing}: { file: … }`,
    });
    return undefined;
  }
  const chain = contentOf(reading, [...path, "certificate"], certificate);
  const secret = contentOf(reading, [...path, "key"], key);
  if (chain === undefined || secret === undefined) return undefined;
  const parsed = parsedOr(() => new X509Certificate(chain));
  const privateKey = parsedOr(() => createPrivateKey(secret));
  const refuse = (part: "certificate" | "key", message: string, expected: string) =>
    reading.fault({ path: [...path, part], message, expected });
  if (parsed === undefined) refuse("certificate", "holds no certificate", "PEM: -----BEGIN CERTIFICATE-----");
  if (privateKey === undefined)
    refuse("key", "holds no private key, or one with a passphrase", "PEM: -----BEGIN PRIVATE KEY-----");
  if (parsed === undefined || privateKey === undefined) return undefined;
  if (!parsed.checkPrivateKey(privateKey)) {
    refuse("key", "does not belong to the certificate", "the key that the certificate was made for");
    return undefined;
  }
  return { owner, chain, key: new Secret(secret) };
}

function parsedOr<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
