import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A child process of a test: its output is kept, it can be killed, frozen and thawed, and it never outlives the test. */
export class Process {
  readonly name: string;
  readonly #child: ChildProcess;
  #output = "";

  private constructor(name: string, child: ChildProcess) {
    this.name = name;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output = (this.#output + text).slice(-outputKept);
      });
    }
  }

  static start(
    name: string,
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
    cwd?: string,
  ): Process {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const started = new Process(name, child);
    running.add(started);
    child.once("close", () => running.delete(started));
    return started;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  get exited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it and waits until it is gone; a frozen one is thawed first, a stubborn one is killed. */
  async stop(signal: NodeJS.Signals = "SIGTERM", graceMs = 5_000): Promise<void> {
    if (this.exited) return;
    const gone = once(this.#child, "close");
    this.#child.kill("SIGCONT");
    this.#child.kill(signal);
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), graceMs);
    await gone;
    clearTimeout(timer);
  }

  /** Resolves with the exit code once the process has ended by itself. */
  async ended(): Promise<number | null> {
    if (!this.exited) await once(this.#child, "close");
    return this.#child.exitCode;
  }
}

const outputKept = 2_000_000;
const running = new Set<Process>();

// The last resort, for a test runner that is ended in the middle of a test.
process.once("exit", () => {
  for (const child of running) child.signal("SIGKILL");
});
