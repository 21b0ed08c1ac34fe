import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { cpuUs, memoryKiB } from "./process-figures.ts";

type Answers = ((answer: Record<string, unknown>) => void)[];

/** A server under test, in a process of its own, told what to do line by line. */
export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #answers: Answers;

  private constructor(child: ChildProcess, port: number, answers: Answers) {
    this.#child = child;
    this.port = port;
    this.#answers = answers;
  }

  static async start(command: readonly string[]): Promise<ServerProcess> {
    const [file = "", ...args] = command;
    const child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"] });
    const answers: Answers = [];
    const first = new Promise<Record<string, unknown>>((resolve, reject) => {
      answers.push(resolve);
      child.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
      child.once("error", reject);
    });
    createInterface({ input: child.stdout }).on("line", (line) => answers.shift()?.(JSON.parse(line)));
    const { port } = await first;
    return new ServerProcess(child, Number(port), answers);
  }

  ask(command: object): Promise<Record<string, unknown>> {
    return new Promise((resolve) => {
      this.#answers.push(resolve);
      this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    });
  }

  /** User and system time of all threads so far, in µs. */
  cpuUs(): number {
    return cpuUs(this.#child.pid ?? 0);
  }

  rssKiB(): number {
    return memoryKiB(this.#child.pid ?? 0, "VmRSS");
  }

  /** The most that it had since `forgetPeak`. */
  peakRssKiB(): number {
    return memoryKiB(this.#child.pid ?? 0, "VmHWM");
  }

  /** The kernel's own mark (proc_pid_clear_refs(5)), so that no peak falls between two looks. */
  forgetPeak(): void {
    writeFileSync(`/proc/${this.#child.pid}/clear_refs`, "5");
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGTERM");
    await ended;
  }
}
