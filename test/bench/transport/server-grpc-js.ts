import {
  type handleBidiStreamingCall,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
} from "@grpc/grpc-js";
import { obey, path, Tally } from "./commands.ts";

/** The same with grpc-js, at its best: messages pass as they are, nothing is counted for channelz. */
const calls = new Set<ServerDuplexStream<Buffer, Buffer>>();
const tally = new Tally();
const asItIs = (message: Buffer): Buffer => message;

const server = new Server({
  "grpc.max_send_message_length": -1,
  "grpc.max_receive_message_length": 16 * 1024 * 1024,
  "grpc.max_concurrent_streams": 100,
  "grpc.keepalive_time_ms": 30_000,
  "grpc.keepalive_timeout_ms": 10_000,
  "grpc.enable_channelz": 0,
});
const stream = {
  path,
  requestStream: true,
  responseStream: true,
  requestSerialize: asItIs,
  requestDeserialize: asItIs,
  responseSerialize: asItIs,
  responseDeserialize: asItIs,
} as const;
const accept: handleBidiStreamingCall<Buffer, Buffer> = (call) => {
  let open = false;
  call.on("data", () => {
    if (open) tally.answers += 1;
    else tally.streams += 1;
    open = true;
  });
  call.on("end", () => call.end());
  call.on("error", () => {});
  call.on("close", () => calls.delete(call));
  call.on("cancelled", () => calls.delete(call));
  calls.add(call);
};
server.addService({ stream }, { stream: accept });

const port = await new Promise<number>((resolve, reject) => {
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
    error === null ? resolve(bound) : reject(error),
  );
});

obey(port, tally, (message) => {
  for (const call of calls) call.write(message);
});
