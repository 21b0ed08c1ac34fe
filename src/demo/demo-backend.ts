import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { formatAddress } from "../base/listen-address.ts";
import { Backend, type DemoBackendOptions, defaultPrefix } from "./backend.ts";

export interface DemoBackend {
  /** What an endpoint's `url` is in a configuration: address and path prefix. */
  readonly url: string;
  /** Where `/_demo/mode` and `/_demo/requests` are. */
  readonly origin: string;
  readonly port: number;
  /** Ends every connection, also those in the middle of an answer. */
  close(): Promise<void>;
}

/** Starts a small server that speaks OpenAI's chat API and can be made to fail. Rejects when it cannot listen. */
export async function startDemoBackend(options: DemoBackendOptions): Promise<DemoBackend> {
  const backend = new Backend(options);
  const host = options.host ?? "127.0.0.1";
  const server = createServer((request, response) => void backend.answer(request, response));
  // Only the client ends an idle connection. A server that does so races with the next request on it,
  // and a test would take that for a failure of the gateway.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen({ host, port: options.port }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://${formatAddress({ host, port })}`;
  return {
    url: `${origin}${options.pathPrefix ?? defaultPrefix}`,
    origin,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
