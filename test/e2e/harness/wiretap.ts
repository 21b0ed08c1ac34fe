import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";

/** Stands between an Envoy and its control plane, and keeps what the Envoy says. */
export class Wiretap implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #heard: Buffer[] = [];
  /** Port of the control plane; connections before it is known are ended. */
  target: number | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Wiretap> {
    const server = createServer();
    const tap = new Wiretap(server);
    server.on("connection", (socket) => tap.#join(socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return tap;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** All bytes so far, one character each. */
  get heard(): string {
    return Buffer.concat(this.#heard).toString("latin1");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(socket: Socket): void {
    if (this.target === undefined) {
      socket.destroy();
      return;
    }
    const other = connect(this.target, "127.0.0.1");
    for (const [one, another] of [
      [socket, other],
      [other, socket],
    ] as const) {
      this.#sockets.add(one);
      one.on("error", () => another.destroy());
      one.on("close", () => another.destroy());
      one.pipe(another);
    }
    socket.on("data", (bytes: Buffer) => this.#heard.push(bytes));
  }
}
