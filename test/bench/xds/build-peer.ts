import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Builds the peer outside the tree; undefined when there is no Go, or no way to its modules. */
export function buildPeer(): { readonly path: string; remove(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "fairlead-bench-"));
  const path = join(folder, "peer");
  const built = spawnSync("go", ["build", "-o", path, "."], {
    cwd: join(import.meta.dirname, "peer"),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (built.status === 0) return { path, remove };
  remove();
  return undefined;
}
