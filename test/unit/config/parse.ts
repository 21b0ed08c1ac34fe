import { err, ok } from "../../../src/base/result.ts";
import { parseConfig } from "../../../src/config/parse-config.ts";

export const env: Readonly<Record<string, string | undefined>> = {
  KEY: "sk-canary-0123456789",
  EMPTY: "",
  SPACED: "sk canary",
  BROKEN: "sk-canary\r\nx-admin: 1",
};

const files: Readonly<Record<string, string>> = {
  "key.txt": "sk-canary-from-file\n",
  "ca.pem": "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n",
  "notes.txt": "hello",
};

export function parse(text: string) {
  return parseConfig({
    file: "fairlead.yaml",
    text,
    env,
    readFile: (path) => (files[path] === undefined ? err("does not exist") : ok(files[path])),
  });
}

/** The problems, short: `line:column path: message`. */
export function problems(text: string): readonly string[] {
  const parsed = parse(text);
  return parsed.ok
    ? []
    : parsed.error.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
}

/** Parses what must be right, and fails with its problems when it is not. */
export function desired(text: string) {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 2));
  return parsed.value.desired;
}
