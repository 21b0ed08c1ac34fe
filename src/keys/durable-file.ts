import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** What is returned from here is on the disk, whatever happens next. Only this user may read it. */
const ownerOnly = { file: 0o600, folder: 0o700 };

/** The file's text; undefined when there is no such file. Throws what else goes wrong. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Adds a line. Several processes may do so at once: each line is one write. A line that an earlier
 * crash cut short is ended first, so that it spoils none but itself.
 */
export function appendLine(file: string, line: string): void {
  makeFolder(dirname(file));
  const descriptor = openSync(file, "a+", ownerOnly.file);
  try {
    writeSync(descriptor, `${endsInside(descriptor) ? "\n" : ""}${line}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  syncFolder(dirname(file));
}

/** Puts a whole new file in the place of the old one; a reader sees the one or the other. */
export function replaceFile(file: string, text: string): void {
  withCopy(file, text, (copy) => renameSync(copy, file));
}

/** Makes the file unless it is there. Of several that try at once, one does. */
export function createFile(file: string, text: string): void {
  withCopy(file, text, (copy) => {
    try {
      linkSync(copy, file);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  });
}

function withCopy(file: string, text: string, put: (copy: string) => void): void {
  makeFolder(dirname(file));
  const copy = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    const descriptor = openSync(copy, "wx", ownerOnly.file);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    put(copy);
  } finally {
    rmSync(copy, { force: true });
  }
  syncFolder(dirname(file));
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: ownerOnly.folder });
}

function endsInside(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last.toString() !== "\n";
}

/** A file's name is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
