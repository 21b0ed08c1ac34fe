import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { KeyStore } from "../../../src/keys/key-store.ts";
import type { Fleet } from "./fleet.ts";

const main = join(import.meta.dirname, "../../../src/main.ts");

/** Runs `fairlead keys …` as a process of its own, and gives what it printed. */
export async function keysCommand(fleet: Fleet, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    main,
    "keys",
    ...args,
    "--config",
    fleet.configFile,
  ]);
  return stdout.trim();
}

/** The fleet's keys, for what no command does. */
export function keysOf(fleet: Fleet): KeyStore {
  return new KeyStore({ folder: join(fleet.folder, "fairlead-keys"), given: undefined });
}
