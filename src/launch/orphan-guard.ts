import { spawn } from "node:child_process";

/**
 * A tiny shell that holds one end of a pipe. While this process lives it waits; when this process is
 * gone without a word, even by SIGKILL, the pipe closes and the shell ends the child with its whole
 * process group: first politely, then for good. Nothing that runs in the dead process could do that.
 */
const script = 'read -r word || { kill -TERM "-$0"; sleep 5; kill -KILL "-$0"; } 2>/dev/null';

/** Guards the process with this id and its group; the returned function ends the guarding and leaves them alone. */
export function guardAgainstOrphan(pid: number): () => void {
  const shell = spawn("sh", ["-c", script, String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    // Ctrl-C in a terminal reaches the whole group: the guard must outlive it.
    detached: true,
  });
  // Without a shell there is no guard, and everything else works.
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  shell.unref();
  return () => {
    shell.stdin.end("released\n");
  };
}
