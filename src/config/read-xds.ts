import { createPrivateKey, X509Certificate } from "node:crypto";
import { isLoopback, type ListenAddress } from "../base/listen-address.ts";
import type { XdsSettings } from "../model/desired.ts";
import type { ConfigFile } from "./config-schema.ts";
import { durationMs } from "./duration.ts";
import type { Path } from "./path.ts";
import { readAddress } from "./read-address.ts";
import type { Reading } from "./reading.ts";

type XdsFile = NonNullable<ConfigFile["xds"]>;

export function readXds(reading: Reading): XdsSettings {
  const { xds = {} } = reading.file;
  const listen = readAddress(reading, ["xds", "listen"], xds.listen, 18_000);
  checkReach(reading, listen, xds);
  checkClients(reading, xds);
  return {
    listen,
    allowPlaintext: xds.allowPlaintext === true,
    tls: readTls(reading, xds.tls),
    clients: xds.clients?.map(({ san, node, cluster }) => ({ san, node, cluster })),
    newStreamsPerSecond: xds.newStreamsPerSecond ?? 1_000,
    maxConnectionAgeMs: xds.maxConnectionAge === undefined ? undefined : durationMs(xds.maxConnectionAge),
  };
}

function checkReach(reading: Reading, listen: ListenAddress, xds: XdsFile): void {
  if (isLoopback(listen.host) || xds.allowPlaintext === true || xds.tls !== undefined) return;
  reading.fault({
    path: ["xds", "listen"],
    message: `${listen.host} can be reached from other machines, and xDS carries the providers' credentials unencrypted`,
    hint: "give it a certificate with `tls:`, or write `allowPlaintext: true` beside it if the network is yours alone",
  });
}

function checkClients(reading: Reading, { clients, tls }: XdsFile): void {
  if (clients === undefined || tls?.clientCa !== undefined) return;
  reading.fault({
    path: ["xds", "clients"],
    message: "clients are told by their certificates, and none are asked for",
    hint: "name the authority of their certificates in `tls: { clientCa: ca.pem }`",
  });
}

function readTls(reading: Reading, tls: XdsFile["tls"]): XdsSettings["tls"] {
  if (tls === undefined) return undefined;
  const at = (file: string): Path => ["xds", "tls", file];
  const cert = readPem(reading, at("certificate"), tls.certificate, (pem) => new X509Certificate(pem));
  const key = readPem(reading, at("key"), tls.key, (pem) => createPrivateKey(pem));
  if (tls.clientCa !== undefined)
    readPem(reading, at("clientCa"), tls.clientCa, (pem) => new X509Certificate(pem));
  if (cert !== undefined && key !== undefined && !cert.checkPrivateKey(key)) {
    reading.fault({ path: at("key"), message: `${tls.key} is not the key of ${tls.certificate}` });
  }
  return { certificate: tls.certificate, key: tls.key, clientCa: tls.clientCa };
}

/** What the file holds, or a fault. What it holds is not shown: it may be the key. */
function readPem<T>(reading: Reading, path: Path, file: string, parse: (pem: string) => T): T | undefined {
  const read = reading.around.readFile(file);
  if (!read.ok) {
    reading.fault({ path, message: `the file ${file} ${read.error}` });
    return undefined;
  }
  try {
    return parse(read.value);
  } catch {
    reading.fault({ path, message: `the file ${file} is not usable`, expected: "PEM: -----BEGIN …" });
    return undefined;
  }
}
