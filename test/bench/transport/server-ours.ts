import { frame } from "../../../src/grpc/frames.ts";
import type { GrpcCall } from "../../../src/grpc/grpc-call.ts";
import { startGrpcServer } from "../../../src/grpc/server.ts";
import { systemClock } from "../../../src/grpc/system-clock.ts";
import { obey, path, Tally } from "./commands.ts";

/** src/grpc as xDS runs it, without xDS: one frame for all streams, written in one loop. */
const calls = new Set<GrpcCall>();
const tally = new Tally();
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

const server = await startGrpcServer({
  listen: { host: "127.0.0.1", port: 0 },
  methods: new Map([[path, accept]]),
  log: quiet,
  clock: systemClock,
  admission: false,
  times: {
    keepaliveMs: 30_000,
    keepaliveTimeoutMs: 10_000,
    maxConnectionAgeMs: undefined,
    connectionAgeGraceMs: 10_000,
  },
  longestMessage: 16 * 1024 * 1024,
  callsPerConnection: 100,
});

obey(server.address.port, tally, (message) => {
  const framed = frame(message);
  for (const call of calls) call.writeFrame(framed);
});

function accept(call: GrpcCall): void {
  let open = false;
  call.onMessage = () => {
    if (open) tally.answers += 1;
    else tally.streams += 1;
    open = true;
  };
  call.onHalfClose = () => call.end(0);
  call.onClosed = () => calls.delete(call);
  calls.add(call);
}
