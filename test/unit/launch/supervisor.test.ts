import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { type Supervised, type SuperviseOptions, supervise } from "../../../src/launch/supervisor.ts";
import { lives } from "./lives.ts";

const policy = { firstDelayMs: 10, longestDelayMs: 50, settledMs: 150, hopelessStarts: 3 };
const log = { debug() {}, info() {}, warn() {}, error() {} };
const running: Supervised[] = [];

/** A supervised shell script, and what it has printed. */
function start(script: string, more: Partial<SuperviseOptions> = {}): { child: Supervised; lines: string[] } {
  const lines: string[] = [];
  const child = supervise({
    name: "the child",
    command: "sh",
    args: ["-c", script],
    env: { PATH: "/usr/local/bin:/usr/bin:/bin" },
    log,
    onLine: (line) => void lines.push(line),
    policy,
    ...more,
  });
  running.push(child);
  return { child, lines };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((child) => child.close()));
});

test("lines of both outputs are passed on whole, also the last without an end", async () => {
  const { lines } = start(
    "printf 'one\\ntw'; sleep 0.05; printf 'o\\n'; echo three >&2; printf four; exec sleep 60",
  );
  await expect.poll(() => lines).toEqual(["one", "two", "three"]);
});

test("one that dies is started again, with its process gone and a new one there", async () => {
  const { child, lines } = start("echo up; sleep 0.2; exit 1");
  await expect.poll(() => lines.length).toBe(1);
  const first = child.pid;
  await expect.poll(() => lines.length).toBeGreaterThanOrEqual(2);
  expect(child.pid).not.toBe(first);
});

test("one that is killed from outside is started again", async () => {
  const { child } = start("exec sleep 60");
  const first = child.pid ?? 0;
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.kill(first, "SIGKILL");
  await expect.poll(() => child.pid !== undefined && child.pid !== first).toBe(true);
});

test("one that never ran well is given up, with its last words", async () => {
  const { child } = start("echo cannot bind: address in use >&2; exit 7");
  expect(await child.givenUp).toBe(
    "the child ended 3 times right after its start (exit code 7); its last words:\n  cannot bind: address in use",
  );
});

test("a command that does not exist is given up with the reason", async () => {
  const { child } = start("", { command: "/nowhere/envoy" });
  expect(await child.givenUp).toMatch(/ENOENT/);
});

test("closing asks first: a child that cleans up has the time to", async () => {
  const { child, lines } = start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
  await expect.poll(() => lines).toContain("up");
  await child.close();
  // In between, the shell tells of the `sleep` that got the signal too.
  expect([lines[0], lines.at(-1)]).toEqual(["up", "bye"]);
});

test("one that does not listen is killed after the grace, and what it stands for too", async () => {
  let killed = 0;
  const beforeKill = () => {
    killed += 1;
  };
  const { child, lines } = start("trap '' TERM; echo up; while :; do sleep 0.05; done", {
    graceMs: 100,
    beforeKill,
  });
  await expect.poll(() => lines).toContain("up");
  const pid = child.pid ?? 0;
  await child.close();
  expect(lives(pid)).toBe(false);
  expect(killed).toBe(1);
});

/** A shell that starts another and waits: `ENVOY_BIN` may well be a script. `inner` prints its id first. */
const wrapper = (inner: string, rest = "wait") => `sh -c 'echo $$; ${inner}' & ${rest}`;

test("closing ends what a wrapper script has started, politely", async () => {
  const inner = 'trap "echo bye; exit 0" TERM; echo up; while :; do sleep 0.05; done';
  const { child, lines } = start(wrapper(inner));
  await expect.poll(() => lines).toContain("up");
  await child.close();
  expect(lines.at(-1)).toBe("bye");
  // Its last words come a moment before its end.
  await expect.poll(() => lives(Number(lines[0]))).toBe(false);
});

test("what a wrapper script has started is killed after the grace", async () => {
  const inner = "trap : TERM; echo up; while :; do sleep 0.05; done";
  const { child, lines } = start(wrapper(inner), { graceMs: 100 });
  await expect.poll(() => lines).toContain("up");
  await child.close();
  await expect.poll(() => lives(Number(lines[0]))).toBe(false);
});

test("when a wrapper script dies, what it has started makes room for the next", async () => {
  const { child, lines } = start(wrapper("exec sleep 60", "sleep 0.2; exit 1"));
  await expect.poll(() => lines.length).toBeGreaterThanOrEqual(2);
  expect(lives(Number(lines[0]))).toBe(false);
  await child.close();
  await expect.poll(() => lines.some((pid) => lives(Number(pid)))).toBe(false);
});

test("one that has left the group cannot hold up the closing", async () => {
  const leaver = `const { spawn } = require("node:child_process");
    const child = spawn("sleep", ["60"], { detached: true, stdio: "inherit" });
    console.log(child.pid);`;
  const { child, lines } = start("", {
    command: process.execPath,
    args: ["-e", leaver],
    graceMs: 100,
  });
  await expect.poll(() => lines.length).toBe(1);
  try {
    await child.close();
    expect(lives(Number(lines[0]))).toBe(true);
  } finally {
    process.kill(Number(lines[0]), "SIGKILL");
  }
});

test("closing between a death and the next start means no next start", async () => {
  const slow = { ...policy, firstDelayMs: 100, longestDelayMs: 100 };
  const { child, lines } = start("echo up; exit 1", { policy: slow });
  await expect.poll(() => child.pid).toBe(undefined);
  await child.close();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(lines).toEqual(["up"]);
});

test.each(["SIGKILL", "SIGTERM"] as const)(
  "when the supervisor itself ends by %s, its child ends too, and what that has started",
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), "fairlead-orphan-"));
    const pidFile = join(folder, "pid");
    const program = fileURLToPath(import.meta.resolve("./supervisor-process.ts"));
    const supervisor = spawn(process.execPath, [program, pidFile], { stdio: "ignore" });
    try {
      await expect.poll(() => pidIn(pidFile), { timeout: 5_000 }).toBeGreaterThan(0);
      const pid = pidIn(pidFile);
      expect(lives(pid)).toBe(true);
      supervisor.kill(signal);
      await expect.poll(() => lives(pid), { timeout: 5_000 }).toBe(false);
    } finally {
      supervisor.kill("SIGKILL");
      rmSync(folder, { recursive: true });
    }
  },
);

function pidIn(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}
