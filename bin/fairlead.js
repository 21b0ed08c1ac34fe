#!/usr/bin/env node
// Plain JavaScript for any Node: the program itself is TypeScript that Node runs as it is, which takes 22.18.
// Under an older one it is run again with the Node that this project brings along.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const main = new URL("../src/main.ts", import.meta.url);

if (major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) await import(main.href);
else runWith(ownNode());

/** The Node of the devDependency `node`; undefined when it is not installed. */
function ownNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve("node/package.json");
    return join(dirname(manifest), "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    return undefined;
  }
}

function runWith(node) {
  if (node === undefined) return refuse();
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", refuse);
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 1;
  });
}

function refuse() {
  process.stderr.write(
    `Fairlead needs Node 22.18 or newer; this is Node ${process.versions.node}.\n` +
      "Run it through npm or npx in its own folder (npm ci, then npm start or npx fairlead …):\n" +
      "they use the project's own Node 24.\n",
  );
  process.exitCode = 2;
}
