/**
 * Signals a child that was spawned with a process group of its own, and everything it has started there.
 * A child that never came up, or a group that is empty by now, is no error.
 */
export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left.
  }
}
