import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Pair {
  readonly key: string;
  readonly cert: string;
}

export interface Authority {
  /** Path of its certificate. */
  readonly file: string;
  /** A certificate for these names, as in `DNS:localhost` or `IP:127.0.0.1`; PEM, and beside it as files. */
  issue(name: string, names: string): Pair;
}

/** A certificate authority of the test's own, made by `openssl` in the folder. */
export function makeAuthority(folder: string, called: string): Authority {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const out = (name: string) => ["-keyout", `${name}.key`, "-out", `${name}.pem`, "-subj", `/CN=${name}`];
  openssl("req", "-x509", ...newKey, ...out(called));
  return {
    file: join(folder, `${called}.pem`),
    issue(name, names) {
      const by = ["-CA", `${called}.pem`, "-CAkey", `${called}.key`];
      openssl("req", "-x509", ...newKey, ...by, ...out(name), "-addext", `subjectAltName=${names}`);
      const read = (end: string) => readFileSync(join(folder, `${name}.${end}`), "utf8");
      return { key: read("key"), cert: read("pem") };
    },
  };
}
