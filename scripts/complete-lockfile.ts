/**
 * Completes `package-lock.json` after `npm install`: `npm run lock`.
 *
 * npm writes an entry only for the optional platform packages it could look up. A registry mirror
 * that carries one platform then yields a lock file that `npm ci` refuses everywhere ("Missing: …
 * from lock file"). This adds the entries that are missing, with the platform read from the
 * package's name, so that one lock file works on every platform and with any mirror. Entries that
 * npm wrote itself, with their integrity, are left as they are.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockEntry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, LockEntry> };

const systems = [
  "linux",
  "darwin",
  "win32",
  "freebsd",
  "openbsd",
  "netbsd",
  "android",
  "aix",
  "sunos",
  "openharmony",
];
const processors = [
  "x64",
  "arm64",
  "arm",
  "ia32",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "mips64el",
  "wasm32",
];

/** `@biomejs/cli-linux-x64-musl` → linux, x64, musl. A name that tells no platform gives an entry for none we run on. */
function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const words = name.split(/[-/.]/);
  const os = systems.find((system) => words.includes(system)) ?? "none";
  const cpu = processors.find((processor) => words.includes(processor)) ?? "none";
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu"))
      ? "glibc"
      : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined || os !== "linux" ? {} : { libc: [libc] }) };
}

let added = 0;
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const known = lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`];
    if (known !== undefined || !/^\d/.test(range)) continue;
    lock.packages[`node_modules/${name}`] = {
      version: range,
      ...platformOf(name),
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
    };
    added += 1;
  }
}

const root = lock.packages[""];
lock.packages = Object.fromEntries(
  Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
if (root !== undefined) lock.packages = { "": root, ...lock.packages };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} platform packages added to ${file}\n`);
