import { Client, credentials } from "@grpc/grpc-js";
import { register } from "@grpc/grpc-js-xds";

/** Calls `hello.test` through xDS again and again, and prints who answers. */
register();
const client = new Client("xds:///hello.test", credentials.createInsecure());
const asIs = (bytes: Buffer) => bytes;

setInterval(() => {
  const deadline = Date.now() + 5_000;
  const answered = (error: Error | null, answer?: Buffer) =>
    console.log(error?.message ?? answer?.toString());
  client.makeUnaryRequest("/test.Hello/Say", asIs, asIs, Buffer.alloc(0), { deadline } as never, answered);
}, 100);
