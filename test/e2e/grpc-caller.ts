import { Client, credentials } from "@grpc/grpc-js";
import { register } from "@grpc/grpc-js-xds";

/** Calls `hello.test` through xDS again and again, and prints who answers. */
register();
// By the variable that the library documents, this version of it looks for a listener before it has read it.
const config = process.env.XDS_BOOTSTRAP ?? "";
const client = new Client("xds:///hello.test", credentials.createInsecure(), {
  "grpc.TEST_ONLY_DO_NOT_USE_IN_PROD.xds_bootstrap_config": config,
});
const asIs = (bytes: Buffer) => bytes;

setInterval(() => {
  const deadline = Date.now() + 5_000;
  const answered = (error: Error | null, answer?: Buffer) =>
    console.log(error?.message ?? answer?.toString());
  client.makeUnaryRequest("/test.Hello/Say", asIs, asIs, Buffer.alloc(0), { deadline } as never, answered);
}, 100);
