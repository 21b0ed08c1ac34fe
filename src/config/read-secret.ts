import { Secret } from "../base/secret.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

type SourceFile = NonNullable<NonNullable<ConfigFile["admin"]>["token"]>;

export function readSecret(reading: Reading, path: Path, source: SourceFile): Secret | undefined {
  const text = contentOf(reading, path, source)?.replace(/\r?\n$/, "");
  if (text === undefined) return undefined;
  if (text === "") {
    reading.fault({ path, message: `${whereFrom(source)} is empty` });
    return undefined;
  }
  // It becomes a header: anything else in it could be a second header.
  if (!/^[\x21-\x7e]+$/.test(text)) {
    reading.fault({
      path,
      message: `${whereFrom(source)} holds spaces, line breaks or other characters that no key has`,
    });
    return undefined;
  }
  return new Secret(text);
}

export function contentOf(reading: Reading, path: Path, source: SourceFile): string | undefined {
  if ((source.env === undefined) === (source.file === undefined)) {
    reading.fault({
      path,
      message: "names none or both of env and file",
      expected: "{ env: NAME } or { file: PATH }",
    });
    return undefined;
  }
  if (source.file !== undefined) {
    const read = reading.around.readFile(source.file);
    if (!read.ok)
      reading.fault({ path: [...path, "file"], message: `the file ${source.file} ${read.error}` });
    return read.ok ? read.value : undefined;
  }
  const name = source.env ?? "";
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    reading.fault({
      path: [...path, "env"],
      message: "is not the name of an environment variable",
      hint: "if it is the secret itself, put it into a variable and write the variable's name",
    });
    return undefined;
  }
  const value = Object.hasOwn(reading.around.env, name) ? reading.around.env[name] : undefined;
  if (value === undefined) {
    reading.fault({
      path: [...path, "env"],
      message: `the environment variable ${shownName(name)} is not set`,
      hint: looksLikeVariable(name) ? `export ${name}=…` : undefined,
    });
  }
  return value;
}

/** What does not look like a variable may be the secret itself. */
function looksLikeVariable(name: string): boolean {
  return /^[A-Z_][A-Z0-9_]{0,63}$/.test(name);
}

function shownName(name: string): string {
  return looksLikeVariable(name) ? name : "that is named here";
}

function whereFrom(source: SourceFile): string {
  return source.env === undefined
    ? `the file ${source.file}`
    : `the environment variable ${shownName(source.env)}`;
}
