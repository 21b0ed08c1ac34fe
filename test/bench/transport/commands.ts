import { createInterface } from "node:readline";

/** The one method of both servers: a stream of bytes in each direction. */
export const path = "/fairlead.bench.Transport/Stream";

/** What a server has read; the first message of a stream opens it, the others answer pushes. */
export class Tally {
  streams = 0;
  answers = 0;
}

/** Puts a server under commands, line by line; `push` writes one message to every stream. */
export function obey(port: number, tally: Tally, push: (message: Buffer) => void): void {
  answer({ port });
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      const { op, bytes = 0 } = JSON.parse(line);
      if (op === "push") {
        const message = Buffer.alloc(bytes, 1);
        const atNs = process.hrtime.bigint();
        push(message);
        answer({ atNs: `${atNs}` });
      } else if (op === "tally") {
        answer(tally);
      }
    })
    .on("close", () => process.exit(0));
  process.on("SIGTERM", () => process.exit(0));
}

function answer(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
