import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Log } from "../base/log.ts";

/** PEM files of a server's certificate. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
  /** The authority of client certificates; with it every client must have one. */
  readonly clientCa?: string | undefined;
}

export interface TlsMaterial {
  readonly cert: string;
  readonly key: string;
  readonly ca: string | undefined;
}

/** The files are compared by content, so whatever way they are replaced, also by symbolic links, is seen. */
const checkMs = 5_000;

/**
 * Reads the files, and again every few seconds. What is half written, or does not fit together, is told
 * once and waited out; the last good stays. Throws when they cannot be used at the start.
 */
export function followTlsFiles(
  files: TlsFiles,
  { onChange, log }: { readonly onChange: (material: TlsMaterial) => void; readonly log: Log },
): { readonly current: TlsMaterial; close(): void } {
  let current = readTlsFiles(files);
  let told: string | undefined;
  const timer = setInterval(() => {
    try {
      const next = readTlsFiles(files);
      told = undefined;
      if (next.cert === current.cert && next.key === current.key && next.ca === current.ca) return;
      current = next;
      onChange(next);
      log.info(
        { certificate: files.certificate },
        "the xDS certificate was replaced; new connections get it",
      );
    } catch (error) {
      const { message } = error as Error;
      if (told !== message)
        log.error({ error: message }, "the xDS certificate cannot be read again; the last good one stays");
      told = message;
    }
  }, checkMs);
  timer.unref();
  return {
    get current() {
      return current;
    },
    close: () => clearInterval(timer),
  };
}

/** Throws, with the file's name, when one cannot be read, or the key is not the certificate's. */
function readTlsFiles({ certificate, key, clientCa }: TlsFiles): TlsMaterial {
  const cert = readPem(certificate);
  const privateKey = readPem(key);
  const ca = clientCa === undefined ? undefined : readPem(clientCa);
  const leaf = parsed(certificate, () => new X509Certificate(cert));
  const secret = parsed(key, () => createPrivateKey(privateKey));
  if (!leaf.checkPrivateKey(secret)) throw new Error(`${key} is not the key of ${certificate}`);
  if (clientCa !== undefined && ca !== undefined) parsed(clientCa, () => new X509Certificate(ca));
  return { cert, key: privateKey, ca };
}

function readPem(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
}

function parsed<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Error(`${file} is not usable PEM: ${(error as Error).message}`, { cause: error });
  }
}
