import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of our own, and backends it signed, made by `openssl` on the spot. */
export interface Certificates {
  /** PEM of the authority. */
  readonly ca: string;
  /** For `backend.test` and 127.0.0.1. */
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly otherName: Certificate;
  readonly selfSigned: Certificate;
}

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "fairlead-certificates-"));
  const file = (name: string) => join(folder, name);
  const text = (name: string) => readFileSync(file(name), "utf8");
  const openssl = (...parts: string[]) => execFileSync("openssl", parts, { stdio: "pipe", cwd: folder });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

  const selfSigned = (name: string): Certificate => {
    openssl(
      "req",
      "-x509",
      ...newKey,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.pem`,
      "-subj",
      `/CN=${name}`,
    );
    return { cert: text(`${name}.pem`), key: text(`${name}.key`) };
  };
  const signed = (name: string, names: string, days: number): Certificate => {
    writeFileSync(file(`${name}.ext`), `subjectAltName=${names}`);
    openssl("req", ...newKey, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    openssl(
      ...["x509", "-req", "-in", `${name}.csr`, "-out", `${name}.pem`, "-extfile", `${name}.ext`],
      ...["-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", `${days}`],
    );
    return { cert: text(`${name}.pem`), key: text(`${name}.key`) };
  };

  try {
    const here = "DNS:backend.test,IP:127.0.0.1";
    return {
      ca: selfSigned("authority").cert,
      good: signed("good", here, 2),
      expired: signed("expired", here, -1),
      otherName: signed("other-name", "DNS:other.test", 2),
      selfSigned: selfSigned("self-signed"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
