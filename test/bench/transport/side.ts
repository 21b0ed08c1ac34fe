import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { frame } from "../../../src/grpc/frames.ts";
import { percentile } from "../figures.ts";
import { GrpcStream } from "../grpc-stream.ts";
import { ServerProcess } from "../server-process.ts";
import { path } from "./commands.ts";

export interface Case {
  readonly streams: number;
  readonly bytes: number;
}

export interface Figures {
  /** User and system time of all threads, the answers' reading included. */
  readonly cpuPerDeliveryUs: number;
  /** From before the first write to when the message is complete at the client, which is one process for all. */
  readonly arrivalP50Ms: number;
  readonly arrivalP99Ms: number;
  /** What the process has grown since it started. */
  readonly rssPerStreamKiB: number;
  /** Of the whole process, during one push. */
  readonly peakRssMiB: number;
}

/** What a client sends, first and as an answer. */
const request = frame(Buffer.alloc(70, 1));

/** One server with its clients. */
export class Side {
  readonly #one: Case;
  readonly #process: ServerProcess;
  readonly #clients: GrpcStream[] = [];
  readonly #idleKiB: number;
  #arrivedNs: bigint[] = [];
  #onAllArrived: () => void = () => {};
  #pushes = 0;
  #latenciesMs: number[] = [];
  #cpuBeforeUs = 0;

  private constructor(server: ServerProcess, one: Case) {
    this.#process = server;
    this.#one = one;
    this.#idleKiB = server.rssKiB();
  }

  static async start(file: string, one: Case): Promise<Side> {
    const server = await ServerProcess.start([process.execPath, join(import.meta.dirname, file)]);
    const side = new Side(server, one);
    for (let index = 0; index < one.streams; index += 1) {
      side.#open();
      // A thousand connects in one round of the loop would only fill the queue of the listener.
      if (index % 50 === 49) await pause(5);
    }
    while ((await server.ask({ op: "tally" })).streams !== one.streams) await pause(20);
    return side;
  }

  #open(): void {
    const client = new GrpcStream(this.#process.port, path, (message) => {
      if (message.length !== this.#one.bytes) throw new Error(`${message.length} bytes arrived`);
      this.#arrivedNs.push(process.hrtime.bigint());
      client.write(request);
      if (this.#arrivedNs.length === this.#one.streams) this.#onAllArrived();
    });
    client.write(request);
    this.#clients.push(client);
  }

  /**
   * Ends when every stream has the message, and the server has had time to read the answers. It is not asked
   * whether it has: a question costs it as much as some deliveries.
   */
  async push({ quietMs }: { readonly quietMs: number }): Promise<void> {
    this.#arrivedNs = [];
    const all = new Promise<void>((resolve) => {
      this.#onAllArrived = resolve;
    });
    const { atNs } = await this.#process.ask({ op: "push", bytes: this.#one.bytes });
    await all;
    this.#pushes += 1;
    for (const at of this.#arrivedNs) this.#latenciesMs.push(Number(at - BigInt(String(atNs))) / 1e6);
    await pause(quietMs + this.#one.streams / 10);
  }

  /** Throws when an answer has been lost, or is still to be read. */
  async allAnswered(): Promise<void> {
    const { answers } = await this.#process.ask({ op: "tally" });
    const due = this.#pushes * this.#one.streams;
    if (answers !== due) throw new Error(`the server has read ${answers} of ${due} answers`);
  }

  begin(): void {
    this.#latenciesMs = [];
    this.#cpuBeforeUs = this.#process.cpuUs();
  }

  figures(pushes: number): Omit<Figures, "peakRssMiB"> {
    return {
      cpuPerDeliveryUs: (this.#process.cpuUs() - this.#cpuBeforeUs) / (pushes * this.#one.streams),
      arrivalP50Ms: percentile(this.#latenciesMs, 50),
      arrivalP99Ms: percentile(this.#latenciesMs, 99),
      rssPerStreamKiB: (this.#process.rssKiB() - this.#idleKiB) / this.#one.streams,
    };
  }

  async peakRssMiB(): Promise<number> {
    this.#process.forgetPeak();
    await this.push({ quietMs: 20 });
    return this.#process.peakRssKiB() / 1_024;
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.#process.stop();
  }
}
