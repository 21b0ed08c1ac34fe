import { existsSync, readFileSync } from "node:fs";

/** Whether a process runs. One that is dead and waits for its parent to notice does not. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** Orphans are noticed by process 1, and some of those take seconds. Told by Linux alone. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && /\) Z /.test(readFileSync(stat, "utf8"));
}
