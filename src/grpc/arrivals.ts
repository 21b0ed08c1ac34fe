import type { Socket } from "node:net";
import { formatAddress } from "../base/listen-address.ts";

/** Connections that are in and have not called yet; the first call costs about a fifth of a millisecond. */
const newcomersMost = 32;

/** For how long a connection that does not call counts as one of them. */
const patienceMs = 50;

/**
 * Lets new connections in a few at a time, so that a fleet that comes back all at once does not hold the
 * event loop until all of it is in. What the others send meanwhile waits in their sockets.
 */
export class Arrivals {
  readonly #letIn: (socket: Socket) => void;
  readonly #waiting = new Set<Socket>();
  /** By the address of the other end, in the order in which they came in: the time until which they count. */
  readonly #newcomers = new Map<string, number>();
  #next: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(letIn: (socket: Socket) => void) {
    this.#letIn = letIn;
  }

  add(socket: Socket): void {
    // A socket that breaks while it waits is nobody's yet.
    socket.on("error", ignore);
    const peer = peerOf(socket);
    socket.on("close", () => {
      this.#waiting.delete(socket);
      this.called(peer);
    });
    this.#waiting.add(socket);
    this.#soon();
  }

  /** The connection has made a call: another one may come in. */
  called(peer: string): void {
    if (this.#newcomers.delete(peer)) this.#soon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#next !== undefined) clearImmediate(this.#next);
    const left = [...this.#waiting];
    this.#waiting.clear();
    for (const socket of left) socket.destroy();
  }

  /** In the next turn: what a newcomer sent while it waited is read in this one. */
  #soon(): void {
    if (this.#waiting.size === 0) return;
    this.#next ??= setImmediate(() => {
      this.#next = undefined;
      this.#work();
    });
  }

  #work(): void {
    for (const socket of this.#waiting) {
      if (this.#newcomers.size >= newcomersMost && !this.#forgetOldest()) return;
      this.#waiting.delete(socket);
      socket.off("error", ignore);
      this.#newcomers.set(peerOf(socket), performance.now() + patienceMs);
      this.#letIn(socket);
    }
  }

  /** Makes room for one; false when it is not time yet, and then it is done later. */
  #forgetOldest(): boolean {
    const [oldest] = this.#newcomers;
    if (oldest === undefined) return true;
    const [peer, untilMs] = oldest;
    const leftMs = untilMs - performance.now();
    if (leftMs <= 0) return this.#newcomers.delete(peer);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#work();
    }, leftMs);
    return false;
  }
}

/** As `GrpcConnection.peer` has it. */
export function peerOf({
  remoteAddress = "",
  remotePort = 0,
}: Pick<Socket, "remoteAddress" | "remotePort">): string {
  return formatAddress({ host: remoteAddress, port: remotePort });
}

function ignore(): void {}
