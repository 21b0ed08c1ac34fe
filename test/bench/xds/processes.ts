import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type ServerName = "fairlead" | "go-control-plane";

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

  /** User and system time of all threads so far, in µs: the scheduler's own count. */
  cpuUs(): number {
    const tasks = `/proc/${this.#child.pid}/task`;
    const ns = readdirSync(tasks).map((task) => {
      try {
        return Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]);
      } catch {
        return 0;
      }
    });
    return ns.reduce((sum, one) => sum + one, 0) / 1_000;
  }

  rssKiB(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGTERM");
    await ended;
  }
}

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
