import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of one running fleet: its logs, its bootstrap, and the id of its process. */
export interface RunFolder {
  readonly path: string;
  /** Opens a log in it that starts empty. */
  log(name: string): { readonly file: string; line(text: string): void; close(): Promise<void> };
  /** Writes a file in it, and gives its path. */
  write(name: string, text: string): string;
  /** Says that this process runs from here. */
  claim(): void;
  release(): void;
}

const pidFile = "fairlead.pid";

/** One folder per gateway port, so that fleets on different ports do not overwrite each other's logs. */
export function runFolder(parent: string, gatewayPort: number): RunFolder {
  const path = resolve(parent, String(gatewayPort));
  return {
    path,
    log: (name) => {
      mkdirSync(path, { recursive: true });
      const file = join(path, name);
      const stream = createWriteStream(file, { flags: "w" });
      // A full disk must not end the fleet; the log then has a gap.
      stream.on("error", () => {});
      return {
        file,
        line: (text) => void stream.write(`${text}\n`),
        close: () => new Promise((done) => stream.end(() => done())),
      };
    },
    write: (name, text) => {
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    claim: () => {
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, pidFile), `${process.pid}\n`);
    },
    release: () => rmSync(join(path, pidFile), { force: true }),
  };
}

/** The process that runs from this folder; undefined when there is none, or none any more. */
export function runningFrom(folder: RunFolder): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder.path, pidFile), "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
