import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Log } from "../base/log.ts";
import { lineCutter } from "./lines.ts";
import { guardAgainstOrphan } from "./orphan-guard.ts";
import { defaultRestartPolicy, died, nextStart, noDeaths, type RestartPolicy } from "./restart-policy.ts";
import { signalGroup } from "./signal-group.ts";

export interface SuperviseOptions {
  /** What it is called in the log. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** Every line it prints, of both outputs. */
  readonly onLine: (line: string) => void;
  readonly policy?: RestartPolicy;
  /** How long it and all it has started may take to end after SIGTERM; 5 s. */
  readonly graceMs?: number;
  /** Done before every SIGKILL, for a child that is not the real thing, as `docker run` is. */
  readonly beforeKill?: () => void;
}

/** A child process that is started again whenever it dies, until it is closed. */
export interface Supervised {
  /** Resolves with the reason when the child is given up: it died at every start and never ran well. */
  readonly givenUp: Promise<string>;
  /** The running child's id; undefined between a death and the next start. */
  readonly pid: number | undefined;
  /** SIGTERM, and SIGKILL after the grace. Resolves when it is gone; may be called more than once. */
  close(): Promise<void>;
  /** SIGKILL at once. */
  kill(): void;
}

/** Starts a program and keeps it running. Whatever happens to this process, the child does not outlive it. */
export function supervise(options: SuperviseOptions): Supervised {
  return new Supervisor(options);
}

class Supervisor implements Supervised {
  readonly givenUp: Promise<string>;
  readonly #options: SuperviseOptions;
  readonly #policy: RestartPolicy;
  readonly #giveUp: (reason: string) => void;
  #child: ChildProcess | undefined;
  #deaths = noDeaths;
  #restart: NodeJS.Timeout | undefined;
  #closing = false;
  /** What the current child printed last: why it died is usually in there. */
  #lastLines: readonly string[] = [];

  constructor(options: SuperviseOptions) {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.givenUp = promise;
    this.#giveUp = resolve;
    this.#options = options;
    this.#policy = options.policy ?? defaultRestartPolicy;
    this.#start();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === undefined) return;
    const gone = once(child, "close");
    signalGroup(child.pid, "SIGTERM");
    const timer = setTimeout(() => this.kill(), this.#options.graceMs ?? defaultGraceMs);
    await gone;
    clearTimeout(timer);
  }

  kill(): void {
    this.#closing = true;
    clearTimeout(this.#restart);
    if (this.#child !== undefined) this.#kill(this.#child);
  }

  #kill(child: ChildProcess): void {
    this.#options.beforeKill?.();
    signalGroup(child.pid, "SIGKILL");
    // Whoever left the group may hold the outputs open, and nothing more is expected from them.
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  }

  #start(): void {
    const { command, args, env, name, log } = this.#options;
    const startedMs = performance.now();
    this.#lastLines = [];
    // A group of its own: Ctrl-C in the terminal is for us, and we end our children in order.
    const child = spawn(command, [...args], {
      env: { ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      const cut = lineCutter((line) => this.#printed(line));
      stream.setEncoding("utf8").on("data", cut);
      stream.once("end", () => cut(undefined));
    }
    let failure = "";
    child.once("error", (error) => {
      failure = error.message;
    });
    const release = child.pid === undefined ? () => {} : guardAgainstOrphan(child.pid);
    let leftovers: NodeJS.Timeout | undefined;
    child.once("exit", () => {
      // A wrapper script may be dead and what it has started alive: that would keep the ports.
      signalGroup(child.pid, "SIGTERM");
      leftovers = setTimeout(() => this.#kill(child), this.#options.graceMs ?? defaultGraceMs);
    });
    child.once("close", (code, signal) => {
      clearTimeout(leftovers);
      release();
      this.#child = undefined;
      if (this.#closing) return;
      this.#ended(failure || (signal === null ? `exit code ${code}` : `signal ${signal}`), startedMs);
    });
    log.debug({ pid: child.pid }, `${name} is started`);
  }

  #ended(how: string, startedMs: number): void {
    const { name, log } = this.#options;
    this.#deaths = died(this.#deaths, performance.now() - startedMs, this.#policy);
    const next = nextStart(this.#deaths, this.#policy);
    if (next === "give up") {
      const said = this.#lastLines.length === 0 ? "" : `; its last words:\n  ${this.#lastLines.join("\n  ")}`;
      this.#giveUp(`${name} ended ${this.#deaths.quick} times right after its start (${how})${said}`);
      return;
    }
    log.warn({ how, restartInMs: next }, `${name} ended by itself and is started again`);
    this.#restart = setTimeout(() => this.#start(), next);
  }

  #printed(line: string): void {
    this.#lastLines = [...this.#lastLines, line].slice(-lastLinesKept);
    this.#options.onLine(line);
  }
}

const defaultGraceMs = 5_000;
const lastLinesKept = 8;
