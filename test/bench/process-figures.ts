import { readdirSync, readFileSync } from "node:fs";

/** User and system time of all threads of a process so far, in µs: the scheduler's own count. */
export function cpuUs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const ns = readdirSync(tasks).map((task) => {
    try {
      return Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // A thread that has just ended.
      return 0;
    }
  });
  return ns.reduce((sum, one) => sum + one, 0) / 1_000;
}

/** A figure of `/proc/PID/status` in KiB, as VmRSS (now) or VmHWM (the most so far). */
export function memoryKiB(pid: number, field: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]);
}
